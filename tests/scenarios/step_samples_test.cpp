#include "scenarios/step_samples.hpp"

#include <numeric>
#include <set>

#include "models/units.hpp"
#include "scenarios/sampled_run.hpp"
#include "scenarios/scenario_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"
#include "tests/support/sampled_trial.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

// The moments that hours one after the other give.
struct Kept {
  std::vector<int> hours;
  double stood_h = 0.0;
};

Kept kept_of_hours(int hours) {
  StepSamples samples(hours * unit::hour, Sampling::spread);
  Kept out;
  for (int hour = 0; hour < hours; ++hour) {
    const Duration stands_for = samples.stands_for(3600.0 * hour, 3600.0 * (hour + 1));
    if (stands_for <= Duration{}) continue;
    out.hours.push_back(hour);
    out.stood_h += stands_for / unit::hour;
  }
  return out;
}

// Every sum that the report is made of, of samples and of the run, in turn.
Figures sums(const Tally& t) {
  return {t.time / unit::hour,
          t.it / unit::kWh,
          t.it_idle / unit::kWh,
          t.it_jobs / unit::kWh,
          t.it_services / unit::kWh,
          t.it_fans / unit::kWh,
          t.cooling / unit::kWh,
          t.chain_loss / unit::kWh,
          t.other / unit::kWh,
          t.grid / unit::kWh,
          t.on_site_used / unit::kWh,
          t.direct_used / unit::kWh,
          t.curtailed / unit::kWh,
          t.charge / unit::kWh,
          t.discharge / unit::kWh,
          t.generated / unit::kWh,
          t.certificates / unit::kWh,
          t.heat_reused / unit::kWh,
          t.it_not_served / unit::kWh,
          t.grid_carbon / unit::kg,
          t.residual_carbon / unit::kg,
          t.contract_carbon / unit::kg,
          t.fuel_carbon / unit::kg,
          t.water / unit::litre,
          (t.cost - t.demand_charge) / unit::cny};
}

// By hub: what the samples sum up to, then what the run metered.
Figures samples_and_run(const Scenario& scenario, Sampling sampling) {
  return sampled(scenario, sampling, [&](const RunResult& result) {
    const SampledRun run(scenario, result);
    Figures out;
    for (std::size_t hub = 0; hub < result.hubs.size(); ++hub) {
      for (const double sum : sums(run.sums(hub))) out.push_back(sum);
      for (const double sum : sums(result.hubs[hub].sums)) out.push_back(sum);
    }
    return out;
  });
}

const std::string library = "scenarios/library/";

}  // namespace

TEST_CASE("moments of a run stand for all of it, at most 200 of them") {
  for (const int hours : {1, 5, 24, 48, 168, 200, 201, 720, 1000, 8760, 8784, 26280}) {
    CAPTURE(hours);
    const Kept kept = kept_of_hours(hours);
    CHECK(kept.stood_h == Approx(hours).epsilon(1e-12));
    CHECK(kept.hours.size() <= 200);
    CHECK(kept.hours.size() >= static_cast<std::size_t>(std::min(hours, 40)));
  }
}

TEST_CASE("a run of eight days keeps every hour") {
  CHECK(kept_of_hours(192).hours.size() == 192);
}

TEST_CASE("a year's moments meet every hour of the day and of the week, and every month, alike") {
  const Kept year = kept_of_hours(8760);
  CHECK(std::gcd(sample_stride(8760.0 * unit::hour), 168) == 1);
  std::vector<int> by_hour(24, 0), by_weekday(7, 0), by_month(12, 0);
  for (const int hour : year.hours)
    ++by_hour[static_cast<std::size_t>(hour % 24)], ++by_weekday[static_cast<std::size_t>(hour / 24 % 7)],
        ++by_month[static_cast<std::size_t>(hour / 730)];
  for (const auto& counts : {by_hour, by_weekday, by_month}) {
    const auto [least, most] = std::minmax_element(counts.begin(), counts.end());
    CHECK(*most - *least <= 2);
  }
}

TEST_CASE("a moment is met once, however the run is cut into intervals") {
  StepSamples samples(48.0 * unit::hour, Sampling::spread);
  double stood_h = 0.0;
  int kept = 0;
  for (int tenth = 0; tenth < 480; ++tenth) {
    const Duration stands_for = samples.stands_for(360.0 * tenth, 360.0 * (tenth + 1));
    stood_h += stands_for / unit::hour;
    if (stands_for > Duration{}) ++kept;
  }
  CHECK(kept == 48);
  CHECK(stood_h == Approx(48.0).epsilon(1e-12));
}

TEST_CASE("a run of half an hour has one sample, which stands for it") {
  StepSamples samples(0.5 * unit::hour, Sampling::spread);
  CHECK(samples.stands_for(0.0, 1800.0) == 0.5 * unit::hour);
}

TEST_CASE("every interval solved again is what the run metered") {
  for (const std::string name :
       {"hello", "hello, engine=exec", "plant-july", "training-week", "philly-week"}) {
    CAPTURE(name);
    const auto comma = name.find(", ");
    std::vector<std::string> settings;
    if (comma != std::string::npos) settings.push_back(name.substr(comma + 2));
    const Scenario scenario = read_scenario(library + name.substr(0, comma) + ".toml", settings);
    const Figures figures = samples_and_run(scenario, Sampling::every_interval);
    const std::size_t count = sums(Tally{}).size();
    REQUIRE(figures.size() == 2 * count * scenario.platform.hubs.size());
    for (std::size_t hub = 0; hub < scenario.platform.hubs.size(); ++hub)
      for (std::size_t sum = 0; sum < count; ++sum) {
        CAPTURE(hub, sum);
        const double metered = figures[(2 * hub + 1) * count + sum];
        CHECK(figures[2 * hub * count + sum] == Approx(metered).epsilon(1e-12).margin(1e-9));
      }
  }
}

TEST_CASE("moments spread over a run come near its sums") {
  // Energies, carbon and cost: 0.8 % at most over two days, 1.0 % over a month with a moment in every 5
  // hours.
  for (const std::string duration : {"2 d", "30 d"}) {
    CAPTURE(duration);
    const std::vector<std::string> length = {"duration=" + duration};
    const Scenario scenario = read_scenario(library + "hello.toml", length);
    const Figures figures = samples_and_run(scenario, Sampling::spread);
    const std::size_t count = sums(Tally{}).size();
    for (const std::size_t sum : {1U, 6U, 9U, 19U, 24U}) {
      CAPTURE(sum);
      CHECK(figures[sum] == Approx(figures[count + sum]).epsilon(0.02));
    }
  }
}
