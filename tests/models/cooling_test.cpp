// What holds for every kind of cooling plant, over thousands of loads, weathers and operating points.
#include "models/cooling.hpp"

#include <algorithm>
#include <string>

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/models/catalogue_values.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr Power design = 10.0 * unit::MW;
constexpr Power rounding = 1e-6 * unit::W;

struct Draw {
  Power it;
  Weather weather;
};

Draw draw(Random& random) {
  const Power it = random.uniform() * design;
  const Temperature dry_bulb = catalogue::degc(-35.0 + 83.0 * random.uniform());
  const double humidity = 0.02 + 0.98 * random.uniform();
  return {it, weather_at(dry_bulb, humidity, (65000.0 + 40000.0 * random.uniform()) * unit::Pa)};
}

// Calls check(plant, setting, draw, random) for many of each.
template <class Check>
void for_many(std::string_view stream, Check check) {
  Random random(11, stream);
  std::vector<Cooling> plants = catalogue::all_cooling();
  plants.push_back(catalogue::mixed_hall());
  for (int i = 0; i < 1000; ++i) {
    const Draw at = draw(random);
    for (const Cooling& plant : plants) {
      for (const CoolingSetting& setting : cooling_settings(plant)) {
        CAPTURE(plant.id, mode_name(setting.mode), setting.supply_offset / unit::K, at.it / design);
        CAPTURE(at.weather.dry_bulb.celsius(), at.weather.wet_bulb.celsius(), at.weather.dew_point.celsius());
        check(plant, setting, at, random);
      }
    }
  }
}

TEST_CASE("a plant of constant ratio draws exactly that share and no water") {
  const Cooling plant = catalogue::cooling("ratio", RatioCooling{.ratio = 0.25});
  const Power it = 7.3 * unit::MW;
  const Weather any = weather_at(catalogue::degc(35.0), 0.9, 101325.0 * unit::Pa);
  const CoolingState state = cooling_state(plant, it, design, any);
  CHECK(state.total() == 0.25 * it);
  CHECK(state.water() == WaterFlow{});
  CHECK(state.allowed);
  CHECK(cooling_settings(plant).size() == 1);
}

TEST_CASE("the first operating point is the plant as designed and is always allowed") {
  for (const Cooling& plant : catalogue::all_cooling()) {
    const CoolingSetting first = cooling_settings(plant).front();
    CHECK(first.mode == CoolingMode::design);
    CHECK(first.supply_offset == TemperatureDifference{});
  }
  for_many("allowed", [](const Cooling& plant, const CoolingSetting&, const Draw& at, Random&) {
    REQUIRE(cooling_state(plant, at.it, design, at.weather).allowed);
  });
}

TEST_CASE("no part of a plant draws negative power or water, and shares lie between 0 and 1") {
  for_many("bounds", [](const Cooling& plant, const CoolingSetting& setting, const Draw& at, Random&) {
    const CoolingState state = cooling_state(plant, at.it, design, at.weather, setting);
    for (Power part : {state.compressor, state.fans, state.pumps, state.tower, state.humidifier}) {
      REQUIRE(part >= Power{});
    }
    REQUIRE(state.evaporation >= WaterFlow{});
    REQUIRE(state.blow_down >= WaterFlow{});
    REQUIRE(state.drift >= WaterFlow{});
    REQUIRE(state.free_share >= 0.0);
    REQUIRE(state.free_share <= 1.0 + 1e-12);
  });
}

TEST_CASE("more IT power never needs less cooling") {
  for_many("load", [](const Cooling& plant, const CoolingSetting& setting, const Draw& at, Random& random) {
    const Power more = at.it + (design - at.it) * random.uniform();
    REQUIRE(cooling_state(plant, at.it, design, at.weather, setting).total() <=
            cooling_state(plant, more, design, at.weather, setting).total() + rounding);
  });
}

TEST_CASE("a warmer outside of equal relative humidity never lowers the power") {
  for_many("warmer", [](const Cooling& plant, const CoolingSetting& setting, const Draw& at, Random& random) {
    const Weather warmer = weather_at(at.weather.dry_bulb + 8.0 * random.uniform() * unit::K,
                                      at.weather.relative_humidity, at.weather.pressure);
    REQUIRE(cooling_state(plant, at.it, design, at.weather, setting).total() <=
            cooling_state(plant, at.it, design, warmer, setting).total() + rounding);
  });
}

TEST_CASE("a warmer outside of equal vapour content never lowers the power") {
  for_many("drier", [](const Cooling& plant, const CoolingSetting& setting, const Draw& at, Random& random) {
    const Temperature dry_bulb = at.weather.dry_bulb + 8.0 * random.uniform() * unit::K;
    const Weather warmer =
        weather_at(dry_bulb, relative_humidity(dry_bulb, at.weather.dew_point), at.weather.pressure);
    Weather same_vapour = warmer;
    same_vapour.dew_point = at.weather.dew_point;  // without the rounding of the way there and back
    REQUIRE(cooling_state(plant, at.it, design, at.weather, setting).total() <=
            cooling_state(plant, at.it, design, same_vapour, setting).total() + rounding);
  });
}

TEST_CASE("a warmer supply at the same mode never raises the power") {
  for_many("supply", [](const Cooling& plant, const CoolingSetting& setting, const Draw& at, Random& random) {
    const CoolingSetting warmer{setting.mode, setting.supply_offset + 5.0 * random.uniform() * unit::K};
    REQUIRE(cooling_state(plant, at.it, design, at.weather, warmer).total() <=
            cooling_state(plant, at.it, design, at.weather, setting).total() + rounding);
  });
}

TEST_CASE("a mode that sprays no water or runs no compressor keeps its word") {
  for_many("modes", [](const Cooling& plant, const CoolingSetting& setting, const Draw& at, Random&) {
    const CoolingState state = cooling_state(plant, at.it, design, at.weather, setting);
    if (setting.mode == CoolingMode::dry) REQUIRE(state.water() == WaterFlow{});
    if (setting.mode == CoolingMode::economizer) REQUIRE(state.compressor == Power{});
    if (setting.mode == CoolingMode::mechanical && at.it > Power{}) REQUIRE(state.compressor > Power{});
  });
}

TEST_CASE("twice the hub needs twice the power and the water") {
  for_many("twice", [](const Cooling& plant, const CoolingSetting& setting, const Draw& at, Random&) {
    const CoolingState one = cooling_state(plant, at.it, design, at.weather, setting);
    const CoolingState two = cooling_state(plant, 2.0 * at.it, 2.0 * design, at.weather, setting);
    REQUIRE(two.total() / one.total() == Approx(2.0).epsilon(1e-12));
    REQUIRE(two.water() * unit::hour / unit::litre == Approx(2.0 * (one.water() * unit::hour / unit::litre)));
  });
}

TEST_CASE("a hub without IT and without design power draws nothing") {
  const Weather mild = weather_at(catalogue::degc(20.0), 0.5, 101325.0 * unit::Pa);
  for (const Cooling& plant : catalogue::all_cooling()) {
    CHECK(cooling_state(plant, {}, {}, mild).total() == Power{});
  }
}

TEST_CASE("every mode has a name of its own") {
  CHECK(std::string(mode_name(CoolingMode::design)) == "design");
  CHECK(std::string(mode_name(CoolingMode::mechanical)) == "mechanical");
  CHECK(std::string(mode_name(CoolingMode::economizer)) == "economizer");
  CHECK(std::string(mode_name(CoolingMode::dry)) == "dry");
}

}  // namespace
}  // namespace hubwatt
