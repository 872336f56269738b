// How a file's own words on its figures reach them.
#include "scenarios/basis.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "scenarios/scenario_reader.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

const char* const platform = R"(schema = 1
name = "two"
[[hub]]
id = "a"
location = { latitude = 40.0, longitude = 110.0 }
climate = { kind = "constant", dry_bulb = "20 degC", relative_humidity = 0.5 }
cooling = { kind = "ratio", ratio = 0.2, source = "our meter", confidence = "computed" }
power_chain = { entry = "modern", oversize = 1.5 }
grid = { carbon = "0.5 kg/kWh", price = "0.5 CNY/kWh" }
[[hub.rack]]
server = "hgx-a800"
racks = 2
servers_per_rack = 2
[[hub]]
id = "b"
location = { latitude = 30.0, longitude = 120.0 }
climate = { kind = "constant", dry_bulb = "25 degC", relative_humidity = 0.6 }
cooling = { kind = "ratio", ratio = 0.3 }
power_chain = "modern"
grid = { carbon = "0.6 kg/kWh", price = "0.6 CNY/kWh" }
[[hub.rack]]
server = "hgx-a800"
racks = 2
servers_per_rack = 2
)";

const char* const scenario_text = R"(schema = 1
name = "basis"
platform = "p.toml"
start = 2025-01-01T00:00:00
duration = "1 d"
[[training]]
name = "jobs"
arrivals_per_day = 1.0
gpus = 8
duration = "1 h"
[[basis]]
keys = "training.jobs"
confidence = "paper"
source = "a log"
)";

Scenario with_basis(const std::string& basis, std::span<const std::string> overrides = {}) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / ("hubwatt_basis_test_" + std::to_string(getpid()));
  fs::create_directories(folder);
  std::ofstream(folder / "p.toml") << platform << basis;
  std::ofstream(folder / "s.toml") << scenario_text;
  Scenario scenario = read_scenario(folder / "s.toml", overrides);
  fs::remove_all(folder);
  return scenario;
}

InputUse input(const Scenario& scenario, const std::string& key) {
  const auto found = std::find_if(scenario.inputs.begin(), scenario.inputs.end(),
                                  [&key](const InputUse& use) { return use.key == key; });
  INFO(key);
  REQUIRE(found != scenario.inputs.end());
  return *found;
}

const std::string grid_and_price = R"([[basis]]
keys = "hub.*.grid"
confidence = "official"
source = "a notice"
[[basis]]
keys = ["hub.b.grid.price", "hub.*.cooling", "hub.*.power_chain"]
confidence = "estimate"
source = "a guess"
)";

}  // namespace

TEST_CASE("a basis covers what stands below its pattern, and nothing else") {
  const Scenario scenario = with_basis(grid_and_price);
  CHECK(input(scenario, "hub.a.grid.carbon").confidence == "official");
  CHECK(input(scenario, "hub.a.grid.carbon").source == "a notice");
  CHECK(input(scenario, "hub.a.grid.carbon").basis == "hub.*.grid");
  CHECK(input(scenario, "hub.b.grid.carbon").confidence == "official");
  CHECK(input(scenario, "hub.a.climate.dry_bulb").confidence.empty());
  CHECK(input(scenario, "hub.a.rack.0.racks").basis.empty());
}

TEST_CASE("of two that cover a key the last basis counts") {
  const Scenario scenario = with_basis(grid_and_price);
  CHECK(input(scenario, "hub.a.grid.price").source == "a notice");
  CHECK(input(scenario, "hub.b.grid.price").source == "a guess");
  CHECK(input(scenario, "hub.b.grid.price").basis == "hub.b.grid.price");
}

TEST_CASE("entries, tables with a source of their own and defaults keep their foundation") {
  const Scenario scenario = with_basis(grid_and_price);
  CHECK(input(scenario, "hub.a.cooling.ratio").source == "our meter");
  CHECK(input(scenario, "hub.a.cooling.ratio").confidence == "computed");
  CHECK(input(scenario, "hub.a.cooling.ratio").basis.empty());
  CHECK(input(scenario, "hub.b.cooling.ratio").source == "a guess");
  CHECK(input(scenario, "hub.a.power_chain.oversize").source == "a guess");  // the file's change of the entry
  CHECK(input(scenario, "hub.b.power_chain.oversize").entry == "power_chain.modern");
  CHECK(input(scenario, "hub.b.power_chain.oversize").basis.empty());
  CHECK(input(scenario, "hub.a.grid.renewable_share").confidence.empty());  // a default
}

TEST_CASE("the basis of a scenario covers the scenario's own figures") {
  const Scenario scenario = with_basis("");
  CHECK(input(scenario, "training.jobs.arrivals_per_day").source == "a log");
  CHECK(input(scenario, "duration").source.empty());
}

TEST_CASE("a set value has no basis of the file") {
  const std::string set = "hub.b.grid.price=0.7 CNY/kWh";
  const Scenario scenario = with_basis(grid_and_price, {&set, 1});
  CHECK(input(scenario, "hub.b.grid.price").basis.empty());
  CHECK(input(scenario, "hub.b.grid.carbon").basis == "hub.*.grid");
}

TEST_CASE("every figure in the files of the library tells how it is founded") {
  const auto is_figure = [](const std::string& value) {
    return value.find_first_of("0123456789") <= (value[0] == '"' || value[0] == '[' ? 2u : 1u);
  };
  const std::vector<std::string> settings{"schema", "seed", "start", "duration", "step"};
  for (const char* name : {"hello", "national-2025", "conventional-2025", "plant-july", "philly-week",
                           "training-week", "beijing-weather"}) {
    const Scenario scenario = read_scenario(std::string("scenarios/library/") + name + ".toml");
    for (const InputUse& use : scenario.inputs) {
      if (!use.by_default.empty() || !is_figure(use.value) || use.key.ends_with(".utc_offset")) continue;
      if (std::find(settings.begin(), settings.end(), use.key) != settings.end()) continue;
      INFO(name << ": " << use.key << " = " << use.value);
      CHECK_FALSE(use.confidence.empty());
      CHECK_FALSE(use.source.empty());
    }
  }
}

TEST_CASE("a basis is not set from outside") {
  const std::string set = "basis.0.confidence=official";
  try {
    read_scenario("scenarios/library/hello.toml", {&set, 1});
    FAIL("no mistake was found");
  } catch (const InputError& error) {
    REQUIRE(error.mistakes().size() == 1);
    CHECK(error.mistakes().front().key == "basis");
  }
}

TEST_CASE("a pattern covers its key, keys below it, and any part by a star") {
  const auto covered = [](const char* pattern, const char* key) {
    return covers(*keys_of_path(pattern), *keys_of_path(key));
  };
  CHECK(covered("hub.*.climate", "hub.a.climate"));
  CHECK(covered("hub.*.climate", "hub.a.climate.dry_bulb"));
  CHECK(covered("*", "hub.a"));
  CHECK_FALSE(covered("hub.*.climate", "hub.a"));
  CHECK_FALSE(covered("hub.*.climate", "hub.a.grid.climate"));
  CHECK_FALSE(covered("hub.a", "hub.ab"));
}
