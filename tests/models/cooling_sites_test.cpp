// The plants at the national hubs' sites, over synthetic years: what is known about their order.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "models/climate.hpp"
#include "models/cooling.hpp"
#include "models/power_chain.hpp"
#include "tests/models/catalogue_values.hpp"
#include "tests/models/sites.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr Power design = 10.0 * unit::MW;

std::vector<Weather> year_of(const catalogue::Site& site, std::uint64_t seed) {
  return weather_year(site.normals, site.altitude, site.latitude, 2025, Random(seed, "weather"));
}

// Cooling energy over IT energy of a year at one load.
double ratio(const Cooling& plant, const std::vector<Weather>& year, double load) {
  Power sum{};
  for (const Weather& hour : year) sum += cooling_state(plant, load * design, design, hour).total();
  return sum / (static_cast<double>(year.size()) * load * design);
}

TEST_CASE("liquid cools with least power and legacy with most, at every site") {
  for (const catalogue::Site& site : catalogue::sites()) {
    const std::vector<Weather> year = year_of(site, 1);
    std::map<std::string, double> of;
    for (const Cooling& plant : catalogue::all_cooling()) of[plant.id] = ratio(plant, year, 0.6);
    CAPTURE(site.id);
    CHECK(of["immersion"] <= of["cold-plate"]);
    CHECK(of["cold-plate"] < std::min(of["indirect-evaporative"], of["direct-air"]));
    CHECK(of["chilled-water-economizer"] < of["chilled-water"]);
    CHECK(of["chilled-water"] < of["air-cooled-chiller"]);
    CHECK(of["air-cooled-chiller"] < of["legacy-crac"]);
    const double hall = ratio(catalogue::mixed_hall(), year, 0.6);  // of three of these
    CHECK(hall ==
          Approx(0.3 * of["cold-plate"] + 0.5 * of["chilled-water-economizer"] + 0.2 * of["immersion"]));
  }
}

TEST_CASE("an economizer ranks the sites from the cold plateau to the humid south") {
  const Cooling plant = catalogue::cooling("economizer", catalogue::chilled_water_economizer());
  std::map<std::string, double> of;
  for (const catalogue::Site& site : catalogue::sites()) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed)
      of[site.id] += ratio(plant, year_of(site, seed), 0.6) / 6.0;
  }
  const std::vector<std::vector<std::string>> groups = {{"ulanqab_jining", "zhangjiakou_zhangbei"},
                                                        {"horinger"},
                                                        {"qingyang_xifeng", "zhongwei"},
                                                        {"zhangjiakou_huailai"},
                                                        {"guian"},
                                                        {"tianfu_chengdu", "yangtze_demo_qingpu", "wuhu"},
                                                        {"chongqing"},
                                                        {"shaoguan"}};
  for (std::size_t g = 0; g + 1 < groups.size(); ++g) {
    for (const std::string& colder : groups[g]) {
      for (const std::string& warmer : groups[g + 1]) {
        CAPTURE(colder, warmer);
        CHECK(of.at(colder) < of.at(warmer));
      }
    }
  }
}

TEST_CASE("a plant at a third of its load has a higher PUE than at twice that") {
  const PowerChain chain = catalogue::modern_chain();
  const auto pue = [&](const Cooling& plant, const Weather& hour, double load) {
    const Power it = load * design, lights = other_power(chain, design);
    const Power cooling = cooling_state(plant, it, design, hour).total();
    return (it + cooling + lights + chain_losses(chain, it, cooling + lights, design).total()) / it;
  };
  for (const catalogue::Site& site : catalogue::sites()) {
    const std::vector<Weather> year = year_of(site, 1);
    for (const Cooling& plant : catalogue::all_cooling()) {
      CAPTURE(site.id, plant.id);
      for (std::size_t h = 0; h < year.size(); h += 97) {
        REQUIRE(pue(plant, year[h], 0.3) > pue(plant, year[h], 0.6));
      }
    }
  }
}

TEST_CASE("water use over a year is that of the literature for each kind") {
  const auto water_of = [](const Cooling& plant, const std::vector<Weather>& year) {
    WaterFlow sum{};
    for (const Weather& hour : year) sum += cooling_state(plant, 0.6 * design, design, hour).water();
    return sum / (static_cast<double>(year.size()) * 0.6 * design) / unit::litre_per_kWh;
  };
  const Cooling tower = catalogue::cooling("tower", catalogue::chilled_water());
  const Cooling chiller_on_the_roof = catalogue::cooling("air-cooled", catalogue::air_cooled_chiller());
  const Cooling indirect = catalogue::cooling("indirect", catalogue::indirect_evaporative());
  for (const catalogue::Site& site : catalogue::sites()) {
    const std::vector<Weather> year = year_of(site, 1);
    CAPTURE(site.id);
    CHECK(water_of(tower, year) > 1.45);
    CHECK(water_of(tower, year) < 1.85);
    CHECK(water_of(chiller_on_the_roof, year) == 0.0);
    CHECK(water_of(indirect, year) < 0.35);
  }
}

}  // namespace
}  // namespace hubwatt
