#include "scenarios/projection/simulated_plant.hpp"

#include <cmath>
#include <cstring>

#include "models/units.hpp"
#include "scenarios/projection/plant_runs.hpp"
#include "scenarios/scenario_reader.hpp"
#include "scenarios/toml_document.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

const char* const hello = "scenarios/library/hello.toml";

SimulatedWeeks hello_year(int weeks) { return {hello, {"duration=365 d"}, {}, weeks, true}; }

SimulatedPlant simulated(const SimulatedWeeks& request) {
  return simulate_plants({&request, 1}, 2).front();
}

std::optional<double> figure(const char* key, const KpiInput& sums) {
  for (const SimulatedFigure& one : simulated_figures())
    if (std::string(one.key) == key) return one.value(sums);
  FAIL("no figure " << key);
  return {};
}

double error_in(const char* key, const SimulatedPlant& plant) {
  for (const SimulatedFigure& one : simulated_figures())
    if (std::string(one.key) == key) return error_of(one, plant).value();
  FAIL("no figure " << key);
  return {};
}

bool same_bytes(const KpiInput& a, const KpiInput& b) { return std::memcmp(&a.sums, &b.sums, sizeof(Tally)) == 0; }

// A hub under a sky that never changes and a job that never ends, a hub twice as large beside it, and prices.
struct Steady {
  Scratch files;
  std::filesystem::path scenario;
  explicit Steady(const std::string& more = "", const std::string& duration = "365 d") {
    files.write("platform.toml", plain_platform(2, 2, more + plain_hub("other", 4, 2)));
    scenario = files.write("scenario.toml", plain_scenario(duration, trial::one_job("16", "400 d")));
  }
  SimulatedWeeks request(int weeks) const { return {scenario, {}, {}, weeks, true}; }
};

}  // namespace

TEST_CASE("weeks are spread over the year, do not overlap and weigh as much as it") {
  const Scenario scenario = read_scenario(hello, std::vector<std::string>{"duration=365 d"});
  for (int count = 1; count <= most_weeks; ++count) {
    CAPTURE(count);
    const auto weeks = representative_weeks(scenario, count);
    REQUIRE(weeks.size() == static_cast<std::size_t>(count));
    double weight = 0.0;
    for (std::size_t i = 0; i < weeks.size(); ++i) {
      weight += weeks[i].weight;
      const std::int64_t into = weeks[i].start - scenario.period.start;
      CHECK(into % 86400 == 0);
      CHECK(into >= 0);
      CHECK(into + 7 * 86400 <= 365 * 86400);
      if (i > 0) CHECK(weeks[i].start - weeks[i - 1].start >= 7 * 86400);
      // In the middle of its part of the year, to the day.
      const double middle = static_cast<double>(into) / 86400.0 + 3.5;
      CHECK(std::abs(middle - (static_cast<double>(i) + 0.5) * 365.0 / count) <= 1.0);
    }
    CHECK(weight == Approx(365.0 / 7.0));
  }
}

TEST_CASE("where nothing changes, weeks are the year to 1e-6") {
  const Steady steady;
  for (const int weeks : {1, 3, 8}) {
    const SimulatedPlant plant = simulated(steady.request(weeks));
    for (const SimulatedFigure& one : simulated_figures()) {
      CAPTURE(weeks, one.key);
      REQUIRE(one.value(plant.sums).has_value());
      CHECK(std::abs(error_of(one, plant).value()) < 1e-6);
    }
    CHECK(plant.sums.sums.it / plant.full_year->sums.it == Approx(1.0).epsilon(1e-9));  // weights make a year of it
    CHECK(figure("pue", plant.sums).value() == Approx(1.25).epsilon(1e-9));
    CHECK(figure("price", plant.sums).value() == Approx(0.4).epsilon(1e-9));
    CHECK(figure("grid_carbon", plant.sums).value() == Approx(0.5).epsilon(1e-9));
  }
}

TEST_CASE("a demand charge is that of the weeks by time, however months and warm-ups lie") {
  const Steady steady;
  const SimulatedWeeks request{steady.scenario, {"hub.*.grid.demand_charge=40 CNY/kW"}, {}, 5, true};
  const SimulatedPlant plant = simulated(request);
  CHECK(figure("price", plant.sums).value() > 0.42);
  CHECK(std::abs(error_in("price", plant)) < 0.01);
}

TEST_CASE("all 52 weeks are the year to 0.3 %") {
  const SimulatedPlant plant = simulated(hello_year(52));
  for (const SimulatedFigure& one : simulated_figures()) {
    CAPTURE(one.key);
    CHECK(std::abs(error_of(one, plant).value()) < 0.003);
  }
}

TEST_CASE("eight weeks of one hub give its PUE to 0.5 % and its parts to 5 %") {
  const SimulatedPlant plant = simulated(hello_year(8));
  CHECK(std::abs(error_in("pue", plant)) < 0.005);
  for (const char* key : {"cooling", "chain_loss", "other"}) {
    CAPTURE(key);
    CHECK(std::abs(error_in(key, plant)) < 0.05);
  }
}

TEST_CASE("what plants have in common is run once") {
  const Steady steady;
  PlantRuns runs;
  const Scenario& scenario = runs.scenario(steady.scenario, {});
  CHECK(&runs.scenario(steady.scenario, {}) == &scenario);
  CHECK(&runs.scenario(steady.files.path() / "." / "scenario.toml", {}) == &scenario);
  CHECK(&runs.scenario(steady.scenario, {"hub.only.cooling.ratio=0.3"}) != &scenario);
  const Duration week = 7.0 * unit::day;
  for (int again = 0; again < 3; ++again)
    for (const RepresentativeWeek& one : representative_weeks(scenario, 4)) runs.ask(scenario, one.start, week, week);
  CHECK(runs.parts() == 4);
  for (const RepresentativeWeek& one : representative_weeks(scenario, 12)) runs.ask(scenario, one.start, week, week);
  CHECK(runs.parts() == 12);  // the middles of four are among those of twelve
}

TEST_CASE("plants of different hubs of one scenario add up to that of all hubs") {
  const Steady steady;
  std::vector<SimulatedWeeks> requests(3, steady.request(2));
  requests[0].hubs = {"only"};
  requests[1].hubs = {"other"};
  const auto plants = simulate_plants(requests, 1);
  REQUIRE(plants.size() == 3);
  CHECK(plants[2].hubs == std::vector<std::string>{"only", "other"});
  CHECK((plants[0].sums.sums.it + plants[1].sums.sums.it) / plants[2].sums.sums.it == Approx(1.0));
  CHECK(plants[0].sums.racks + plants[1].sums.racks == plants[2].sums.racks);
}

TEST_CASE("weeks repeat byte for byte, whatever runs at once") {
  const std::vector<SimulatedWeeks> requests{hello_year(3), hello_year(4)};
  const auto once = simulate_plants(requests, 1), again = simulate_plants(requests, 1),
             beside = simulate_plants(requests, 3);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(same_bytes(once[i].sums, again[i].sums));
    CHECK(same_bytes(once[i].sums, beside[i].sums));
    CHECK(same_bytes(*once[i].full_year, *beside[i].full_year));
  }
  // Asked alone, a plant is what it is among others.
  CHECK(same_bytes(simulated(requests[1]).sums, once[1].sums));
}

TEST_CASE("the year of a plant is that of a run") {
  const SimulatedPlant plant = simulated(hello_year(1));
  const FinishedRun run(hello, {"duration=365 d"});
  CHECK(figure("pue", *plant.full_year).value() == run.at("total/pue"));
  CHECK(figure("wue", *plant.full_year).value() == Approx(run.at("total/wue")).epsilon(1e-12));
  CHECK(figure("green_share", *plant.full_year).value() == run.at("total/green_share"));
  CHECK(figure("gpu_activity", *plant.full_year).value() == run.at("total/gpu_activity"));
}

TEST_CASE("overrides move the figures the way they should") {
  const auto with = [](std::vector<std::string> overrides) {
    SimulatedWeeks request = hello_year(4);
    request.check_full_year = false;
    request.overrides.insert(request.overrides.end(), overrides.begin(), overrides.end());
    return simulated(request).sums;
  };
  const KpiInput plain = with({});
  CHECK(figure("pue", with({"hub.*.cooling=chilled-water"})) > figure("pue", plain));
  CHECK(figure("cooling", with({"hub.*.climate.warming=4 K"})) > figure("cooling", plain));
  CHECK(figure("chain_loss", with({"hub.*.power_chain=legacy"})) > figure("chain_loss", plain));
  CHECK(figure("green_share", with({"hub.*.renewable.*.capacity=140 kW"})) > figure("green_share", plain));
  CHECK(figure("grid_carbon", with({"hub.*.grid.carbon=0.3 kg/kWh"})) < figure("grid_carbon", plain));
  CHECK(figure("price", with({"hub.*.grid.price=0.5 CNY/kWh"})) > figure("price", plain));
  CHECK(figure("gpu_activity", with({"training.*.arrivals_per_day=45.0"})) > figure("gpu_activity", plain));
}

TEST_CASE("a plant fills a projection's figures in base units") {
  const SimulatedPlant plant = simulated(hello_year(2));
  const PlantFigures figures = figures_of(plant);
  CHECK(figures.cooling->points.front().value.central == figure("cooling", plant.sums).value());
  CHECK(figures.water->points.front().value.central * 3.6e6 == Approx(figure("wue", plant.sums).value()));
  CHECK(figures.grid_carbon->points.front().value.central * 3.6e6 == Approx(figure("grid_carbon", plant.sums).value()));
  CHECK(figures.price->points.front().value.central * 3.6e6 == Approx(figure("price", plant.sums).value()));
  CHECK(figures.gpu_activity == figure("gpu_activity", plant.sums).value());
  CHECK(1.0 + figures.cooling->points.front().value.central + figures.chain_loss->points.front().value.central +
            figures.other->points.front().value.central ==
        Approx(figure("pue", plant.sums).value()));

  // Nothing is told of a hub that draws nothing.
  SimulatedPlant idle;
  CHECK_FALSE(figures_of(idle).cooling.has_value());
  CHECK_FALSE(figures_of(idle).price.has_value());
  CHECK(figures_of(idle).gpu_activity == 0.0);
}

TEST_CASE("an error is asked for only where there is a year to compare with") {
  SimulatedWeeks request = hello_year(1);
  request.check_full_year = false;
  const SimulatedPlant plant = simulated(request);
  CHECK_FALSE(plant.full_year.has_value());
  CHECK_FALSE(error_of(simulated_figures().front(), plant).has_value());
}

TEST_CASE("a request that cannot be met is refused at its keys") {
  const Node table = std::get<Node>(
      parse_toml("scenario = \"a\"\nhubs = [\"x\"]\nweeks = 8\nset = [\"hub.*.cooling=none\"]\n", "p.toml"));
  const auto mistakes = [&](const SimulatedWeeks& request) {
    InputFiles files;
    Reading reading{.files = files, .folder = {}};
    check_simulated_weeks(request, table, reading);
    std::vector<std::string> out;
    for (const Diagnostic& mistake : reading.mistakes) out.push_back(mistake.text());
    return out;
  };
  CHECK(mistakes(hello_year(8)).empty());
  CHECK(mistakes({hello, {}, {}, 8, true}) ==
        std::vector<std::string>{"p.toml:1:1: scenario: weeks are taken from a year, and 'hello' runs for 2 days; give "
                                 "it duration = \"365 d\", or write set = [\"duration=365 d\"] here"});
  SimulatedWeeks request = hello_year(53);
  request.hubs = {"horinger", "horniger"};
  CHECK(mistakes(request) ==
        std::vector<std::string>{"p.toml:3:1: weeks: a year has 1 to 52 whole weeks, not 53",
                                 "p.toml:2:1: hubs: the platform has no hub 'horniger'; did you mean 'horinger'?"});
  CHECK_THROWS_AS(simulated(request), InputError);
  request = hello_year(8);
  request.overrides.push_back("hub.*.cooling=none");
  const auto in_override = mistakes(request);
  REQUIRE(in_override.size() == 1);
  CHECK(in_override[0].starts_with("p.toml:4:1: set: 'hub.*.cooling=none': hub.horinger.cooling: there is no"));
  CHECK(mistakes({"nowhere.toml", {}, {}, 8, true}) ==
        std::vector<std::string>{"p.toml:1:1: scenario: there is no file 'nowhere.toml'"});
  const auto own = mistakes({"tests/scenarios/bad/activity-above-one.scenario.toml", {}, {}, 8, true});
  REQUIRE_FALSE(own.empty());
}
