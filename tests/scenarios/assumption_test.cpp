// Which figures of a scenario are assumed, and what becomes of its platform when one of them is another.
#include "scenarios/assumption.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "models/units.hpp"
#include "scenarios/scenario_reader.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

const Scenario& hello() {
  static const Scenario scenario = read_scenario("scenarios/library/hello.toml");
  return scenario;
}

Assumption named(const Scenario& scenario, const std::string& name) {
  for (const Assumption& assumption : estimates_of(scenario))
    if (assumption.name == name) return assumption;
  FAIL("no estimate is called " + name);
  return {};
}

const IndirectEvaporative& plant_of(const Platform& platform) {
  return std::get<IndirectEvaporative>(platform.hubs.front().cooling.plant);
}

const ServerType& server(const Platform& platform, const std::string& id) {
  return *std::find_if(platform.servers.begin(), platform.servers.end(),
                       [&id](const ServerType& type) { return type.id == id; });
}

}  // namespace

TEST_CASE("an estimate is one however many hubs read it") {
  const Scenario national = read_scenario("scenarios/library/national-2025.toml");
  const Assumption price = named(national, "hub.*.grid.price");
  CHECK(price.keys.size() == 14);
  CHECK(price.value == "14 values");
  CHECK(price.source == "+-15 %: large-industry price with grid fee, about 2025");
  const Assumption fans = named(national, "cooling.indirect-evaporative.fans.share");
  CHECK(fans.keys.size() == 5);  // Huailai, Wuhu, Chengdu, Gui'an, Qingyang
  CHECK(fans.file == "catalogue/cooling.toml");
  CHECK(fans.line > 0);
  CHECK(named(national, "server.hgx-a800.idle_power").keys.size() == 1);
  CHECK(named(national, "hub.*.rack.*.racks").keys.size() == 14 * 6);
  std::set<std::string> names;
  for (const Assumption& assumption : estimates_of(national)) CHECK(names.insert(assumption.name).second);
}

TEST_CASE("elements of a list are one assumption where the whole list has a basis, or a default") {
  const Scenario plant = read_scenario("scenarios/library/plant-july.toml");
  CHECK(named(plant, "link.*.latency").keys == std::vector<std::string>{"link.qingpu-huailai.latency"});
  CHECK(named(plant, "hub.*.heat_reuse.exchanger").keys.size() == 1);
  CHECK(named(plant, "hub.qingpu.generator.*.capacity").keys.size() == 1);  // as its basis names it
}

TEST_CASE("only figures of platform and workloads that are estimated are assumptions") {
  const std::vector<Assumption> found = estimates_of(hello());
  REQUIRE(found.size() > 30);
  for (const Assumption& assumption : found) {
    INFO(assumption.name);
    for (const std::string& key : assumption.keys) {
      const auto use = std::find_if(hello().inputs.begin(), hello().inputs.end(),
                                    [&key](const InputUse& input) { return input.key == key; });
      REQUIRE(use != hello().inputs.end());
      CHECK(use->confidence == "estimate");
    }
    const std::string last = assumption.name.substr(assumption.name.rfind('.') + 1);
    for (const std::string no : {"name", "kind", "accelerators", "latitude", "attributes", "peak_hours",
                                 "represents", "seed", "curve", "server"})
      CHECK(last != no);
  }
  for (const std::string no :
       {"hub.*.grid.carbon", "inference_model.llm-8b.memory_share", "inference.chat.tokens_in"})
    CHECK(std::none_of(found.begin(), found.end(), [&no](const Assumption& a) { return a.name == no; }));
}

TEST_CASE("a figure of a workload varied is a tenth higher, and no other is") {
  const auto more = varied(hello(), named(hello(), "training.fine-tuning.arrivals_per_day"));
  REQUIRE(more.has_value());
  CHECK(more->change == "+10 %");
  CHECK(more->workloads.inference.empty());
  REQUIRE(more->workloads.training.size() == 1);
  CHECK(more->workloads.training[0].first == 0);
  const auto& before = std::get<GeneratedJobs>(hello().training[0].source);
  const auto& after = std::get<GeneratedJobs>(more->workloads.training[0].second.source);
  CHECK(after.arrivals_per_day == Approx(1.1 * before.arrivals_per_day));
  CHECK(mean(after.duration) == mean(before.duration));
  CHECK(more->platform.hubs[0].racks[0].racks == hello().platform.hubs[0].racks[0].racks);

  const auto wider = varied(hello(), named(hello(), "training.fine-tuning.gpus.choice"));
  REQUIRE(wider.has_value());
  const auto& gangs = std::get<GeneratedJobs>(wider->workloads.training[0].second.source).accelerators;
  CHECK(std::get<Choice>(gangs).values == std::vector<double>{5.0, 9.0, 18.0});

  // Of the catalogue's profile that the service names.
  const auto weekend = varied(hello(), named(hello(), "profile.interactive.weekend_factor"));
  REQUIRE(weekend.has_value());
  REQUIRE(weekend->workloads.inference.size() == 1);
  CHECK(weekend->workloads.inference[0].second.weekend_factor ==
        Approx(1.1 * hello().inference[0].weekend_factor));
  CHECK(weekend->workloads.training.empty());
}

TEST_CASE("a default that its reason calls an estimate is an assumption") {
  const Assumption fibre = named(hello(), "network.route_factor");
  CHECK(fibre.source == "fibre follows roads and railways: 1.0 to 1.5; estimate");
  const auto longer = varied(hello(), fibre);
  REQUIRE(longer.has_value());
  CHECK(longer->platform.route_factor == Approx(1.43));
}

TEST_CASE("a figure varied is a tenth higher, and no other is") {
  const Platform& before = hello().platform;
  const auto cooling = varied(hello(), named(hello(), "cooling.indirect-evaporative.fans.share"));
  REQUIRE(cooling.has_value());
  CHECK(cooling->change == "+10 %");
  CHECK(plant_of(cooling->platform).fans.share == Approx(1.1 * plant_of(before).fans.share));
  CHECK(plant_of(cooling->platform).fans.floor == plant_of(before).fans.floor);
  CHECK(plant_of(cooling->platform).heat_ratio == plant_of(before).heat_ratio);
  CHECK(cooling->platform.hubs[0].power_chain.oversize == before.hubs[0].power_chain.oversize);

  const auto idle = varied(hello(), named(hello(), "server.hgx-a800.idle_power"));
  REQUIRE(idle.has_value());
  CHECK(server(idle->platform, "hgx-a800").power.idle / unit::kW == Approx(1.65));
  CHECK(server(idle->platform, "hgx-a800").power.peak == server(before, "hgx-a800").power.peak);
  CHECK(server(idle->platform, "hgx-h800").power.idle == server(before, "hgx-h800").power.idle);
  CHECK(plant_of(idle->platform).fans.share == plant_of(before).fans.share);

  const auto ups = varied(hello(), named(hello(), "ups.double-conversion.fixed"));
  REQUIRE(ups.has_value());
  CHECK(ups->platform.hubs[0].power_chain.ups.fixed == Approx(1.1 * before.hubs[0].power_chain.ups.fixed));
  CHECK(ups->platform.hubs[0].power_chain.ups.linear == before.hubs[0].power_chain.ups.linear);
  CHECK(ups->platform.hubs[0].power_chain.transformer.fixed == before.hubs[0].power_chain.transformer.fixed);
}

TEST_CASE("a temperature varied is warmer by a kelvin, one value or a year of months") {
  const auto supply = varied(hello(), named(hello(), "cooling.indirect-evaporative.supply_limit"));
  REQUIRE(supply.has_value());
  CHECK(supply->change == "+1 K");
  CHECK(plant_of(supply->platform).supply_limit.celsius() == Approx(28.0));
  const auto climate = varied(hello(), named(hello(), "hub.*.climate.dry_bulb_degc"));
  REQUIRE(climate.has_value());
  CHECK(climate->change == "+1 K");
  const auto& warm = std::get<ClimateNormals>(climate->platform.hubs[0].climate);
  const auto& usual = std::get<ClimateNormals>(hello().platform.hubs[0].climate);
  for (std::size_t m = 0; m < 12; ++m) CHECK(warm.dry_bulb_degc[m] == Approx(usual.dry_bulb_degc[m] + 1.0));
  CHECK(warm.relative_humidity == usual.relative_humidity);
}

TEST_CASE("a difference of temperatures varied is a tenth higher, and so is a wind speed") {
  const auto rise = varied(hello(), named(hello(), "cooling.indirect-evaporative.air_rise"));
  REQUIRE(rise.has_value());
  CHECK(rise->change == "+10 %");
  CHECK(plant_of(rise->platform).air_rise.base() == Approx(13.2));
}

TEST_CASE("a count varied is a whole number, higher by one at least, and its change is told as it is") {
  const auto more = varied(hello(), named(hello(), "hub.*.rack.*.racks"));
  REQUIRE(more.has_value());
  CHECK(more->platform.hubs[0].racks[0].racks == 5);
  CHECK(more->change == "+25 %");
}

TEST_CASE("a figure that a limit keeps from rising is lowered") {
  const auto latent = varied(hello(), named(hello(), "cooling.indirect-evaporative.water.latent_share"));
  REQUIRE(latent.has_value());
  CHECK(latent->change == "-10 %");
  CHECK(plant_of(latent->platform).water.latent_share == Approx(0.9));
}

TEST_CASE("nought cannot be varied") {
  CHECK_FALSE(varied(hello(), named(hello(), "power_chain.modern.transformer.linear")).has_value());
}

TEST_CASE("every estimate of two hubs that is not nought can be varied") {
  const Scenario week = read_scenario("scenarios/library/training-week.toml");
  std::size_t moved = 0, nought = 0;
  for (const Assumption& assumption : estimates_of(week)) {
    INFO(assumption.name + " = " + assumption.value);
    const double value = std::strtod(assumption.value.c_str() + (assumption.value[0] == '"'), nullptr);
    // Shares of a whole are refused where they no longer make one.
    if (assumption.name.find(".origin.") != std::string::npos || assumption.name.ends_with(".factor")) {
      CHECK_FALSE(varied(week, assumption).has_value());
      continue;
    }
    if (varied(week, assumption)) {
      ++moved;
    } else {
      CHECK(value == 0.0);
      ++nought;
    }
  }
  CHECK(moved > 100);
  CHECK(nought < 20);
}
