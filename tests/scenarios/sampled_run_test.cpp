#include "scenarios/sampled_run.hpp"

#include <map>

#include "models/units.hpp"
#include "scenarios/scenario_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"
#include "tests/support/sampled_trial.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

constexpr const char* headline[] = {"facility_energy_kwh", "pue",      "green_share", "carbon_location_kg",
                                    "carbon_market_kg",    "cost_cny", "water_l"};
using Changes = std::map<std::string, double>;

// What the samples of a run say of one setting; figures that are 0 in the run are missing.
Changes of_samples(const std::filesystem::path& file, const std::vector<std::string>& overrides,
                   const std::string& setting, Sampling sampling) {
  std::vector<std::string> with_it = overrides;
  with_it.push_back(setting);
  const Scenario scenario = read_scenario(file, overrides), changed = read_scenario(file, with_it);
  const std::vector<std::string> keys = {setting.substr(0, setting.find('='))};
  const Figures figures = sampled(scenario, sampling, [&](const RunResult& result) {
    Figures out(std::size(headline), 1e9);
    const auto changes = SampledRun(scenario, result).with(changed.platform, keys);
    for (const FigureChange& change : changes.value())
      for (std::size_t i = 0; i < out.size(); ++i)
        if (change.figure == headline[i]) out[i] = change.relative;
    return out;
  });
  Changes out;
  for (std::size_t i = 0; i < figures.size(); ++i)
    if (figures[i] < 1e9) out[headline[i]] = figures[i];
  return out;
}

// What running it again says.
Changes of_rerun(const std::filesystem::path& file, const std::vector<std::string>& overrides,
                 const std::string& setting) {
  std::vector<std::string> with_it = overrides;
  with_it.push_back(setting);
  const FinishedRun before(file, overrides), after(file, with_it);
  Changes out;
  for (const std::string key : headline) {
    const double was = before.at("total/" + key);
    if (was > 0.0) out[key] = after.at("total/" + key) / was - 1.0;
  }
  return out;
}

void check_rerun(const std::filesystem::path& file, const std::vector<std::string>& overrides,
                 const std::string& setting, Sampling sampling, double share, double margin) {
  CAPTURE(setting);
  const Changes samples = of_samples(file, overrides, setting, sampling),
                rerun = of_rerun(file, overrides, setting);
  CHECK(samples.size() == rerun.size());
  for (const auto& [key, change] : rerun) {
    CAPTURE(key);
    REQUIRE(samples.count(key) == 1);
    CHECK(samples.at(key) == Approx(change).epsilon(share).margin(margin));
  }
}

// Ratio cooling of 0.25, no losses; half of the servers work for half of the day.
struct Plain {
  Scratch scratch;
  std::filesystem::path file;
  explicit Plain(const std::string& platform = plain_platform(1, 4)) {
    scratch.write("platform.toml", platform);
    file = scratch.write("scenario.toml", plain_scenario("2 d",
                                                         "[[training]]\nname = \"a\"\njobs = [{ submit = "
                                                         "\"5.3 h\", gpus = 16, activity = 0.7, "
                                                         "duration = \"24.1 h\" }]\n"));
  }
};

// The library's, with a server type of its own that settings can reach.
struct Hello {
  Scratch scratch;
  std::filesystem::path file;
  Hello() {
    std::string platform = file_text("scenarios/library/hello.platform.toml");
    platform.replace(platform.find("\"hgx-a800\""), 10, "\"own\"");
    scratch.write("hello.platform.toml", platform + "\n[server.own]\nentry = \"hgx-a800\"\n");
    file = scratch.write("hello.toml", file_text("scenarios/library/hello.toml"));
  }
};

// Figures of plant, servers, supply and climate, a tenth off.
const std::vector<std::string> settings = {
    "hub.horinger.cooling.fans.share=0.121",          "server.own.idle_power=\"1.76 kW\"",
    "hub.horinger.grid.price=\"0.407 CNY/kWh\"",      "hub.horinger.grid.carbon=\"0.7 kg/kWh\"",
    "hub.horinger.renewable.0.capacity_factor=0.308", "hub.horinger.renewable.0.capacity=\"77 kW\"",
    "hub.horinger.climate.diurnal_range=\"14.3 K\"",
};

}  // namespace

TEST_CASE("a tenth more of a cooling ratio moves facility energy by its share, and PUE alike") {
  const Plain plain;
  const Changes changes =
      of_samples(plain.file, {}, "hub.only.cooling={ kind = \"ratio\", ratio = 0.275 }", Sampling::spread);
  for (const char* key : {"facility_energy_kwh", "pue", "cost_cny", "carbon_location_kg"})
    CHECK(changes.at(key) == Approx(0.1 * 0.25 / 1.25).epsilon(1e-12));
  CHECK(changes.count("water_l") == 0);
}

TEST_CASE("a tenth more of a price moves the cost of energy by a tenth and the demand charge not at all") {
  const Plain plain;
  const std::vector<std::string> charged = {"hub.only.grid.demand_charge=\"38 CNY/kW\""};
  const FinishedRun run(plain.file, charged);
  const double energy = 1.0 - run.at("total/demand_charge_cny") / run.at("total/cost_cny");
  const Changes changes =
      of_samples(plain.file, charged, "hub.only.grid.price=\"0.44 CNY/kWh\"", Sampling::spread);
  CHECK(changes.at("cost_cny") == Approx(0.1 * energy).epsilon(1e-12));
  CHECK(changes.at("facility_energy_kwh") == 0.0);
  const Changes dearer =
      of_samples(plain.file, charged, "hub.only.grid.demand_charge=\"41.8 CNY/kW\"", Sampling::spread);
  CHECK(dearer.at("cost_cny") == Approx(0.1 * (1.0 - energy)).epsilon(1e-12));
}

TEST_CASE("with every interval kept, servers of other power are as if they had run") {
  const Plain plain;
  for (const std::string setting : {"server.box.idle_power=\"2.2 kW\"", "server.box.peak_power=\"11 kW\"",
                                    "server.box.fan_share=0.1", "hub.only.rack.0.represents=3"})
    check_rerun(plain.file, {"hub.only.grid.demand_charge=\"38 CNY/kW\""}, setting, Sampling::every_interval,
                1e-9, 1e-12);
}

TEST_CASE("servers that sleep, or wake, are as if they had run") {
  std::string platform = plain_platform(1, 4);
  platform.insert(
      platform.find("source ="),
      "idle_state = [{ name = \"off\", power = \"100 W\", wake_time = \"12 min\", wake_energy = \"0.5 "
      "kWh\" }]\n");
  platform += "when_idle = \"off\"\nidle_after = \"20 min\"\n";
  const Plain plain(platform);
  check_rerun(plain.file, {}, "server.box.idle_power=\"2.2 kW\"", Sampling::every_interval, 1e-9, 1e-12);
}

TEST_CASE("with every interval kept, each change of hello is that of a run of its own") {
  const Hello hello;
  for (const std::string& setting : settings)
    check_rerun(hello.file, {}, setting, Sampling::every_interval, 1e-6, 1e-9);
}

TEST_CASE("with the hours that a run keeps, each change of hello is near that of a run of its own") {
  const Hello hello;
  for (const std::string& setting : settings)
    check_rerun(hello.file, {}, setting, Sampling::spread, 0.1, 2e-4);
}

TEST_CASE("inputs of another hub move nothing, and neither does the same platform again") {
  const Scenario scenario = read_scenario("scenarios/library/hello.toml");
  const std::vector<std::string> elsewhere = {"hub.other.cooling"},
                                 here = {"hub.horinger.climate", "server.hgx-a800"};
  const Figures figures = sampled(scenario, Sampling::spread, [&](const RunResult& result) {
    Figures out;
    SampledRun run(scenario, result);
    for (const auto& keys : {elsewhere, here}) {
      const auto changes = run.with(scenario.platform, keys);
      for (const FigureChange& change : changes.value()) out.push_back(change.relative);
    }
    return out;
  });
  REQUIRE(figures.size() >= 10);
  for (const double change : figures) CHECK(change == 0.0);
}
