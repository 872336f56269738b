// Units and spare units, mixed halls, classes of servers, operating points, and heat moved to and from a
// store.
#include "models/cooling.hpp"
#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/models/catalogue_values.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

using catalogue::degc;

constexpr Power design = 10.0 * unit::MW;
constexpr Power rounding = 1e-6 * unit::W;

Weather random_weather(Random& random) {
  return weather_at(degc(-30.0 + 75.0 * random.uniform()), 0.05 + 0.95 * random.uniform(),
                    (80000.0 + 22000.0 * random.uniform()) * unit::Pa);
}

TEST_CASE("spare units that run along never draw more, and at full load save by the cube law") {
  Random random(31, "spare");
  for (const Cooling& kind : catalogue::all_cooling()) {
    for (int i = 0; i < 1000; ++i) {
      Cooling bare = kind, spare = kind;
      bare.units = {1 + static_cast<int>(8.0 * random.uniform()), 0};
      spare.units = {bare.units.needed, 1 + static_cast<int>(3.0 * random.uniform())};
      const Power it = random.uniform() * design;
      const Weather weather = random_weather(random);
      CAPTURE(kind.id, spare.units.needed, spare.units.spare, it / design);
      REQUIRE(cooling_state(spare, it, design, weather).total() <=
              cooling_state(bare, it, design, weather).total() + rounding);
    }
  }
  Cooling plant = catalogue::cooling("direct-air", catalogue::direct_air());
  const Weather cold = weather_at(degc(0.0), 0.5, 101325.0 * unit::Pa);
  CHECK(cooling_state(plant, design, design, cold).fans / unit::MW == Approx(1.48 / 1.5625));
  plant.units = {4, 0};
  CHECK(cooling_state(plant, design, design, cold).fans / unit::MW == Approx(1.48));
}

TEST_CASE("a plant carries its design load with all spare units out, and a share of it beyond") {
  const Cooling plant = catalogue::cooling("chilled-water", catalogue::chilled_water());  // 4 + 1
  CHECK(cooling_capacity(plant, design, 0) / design == Approx(1.25));
  CHECK(cooling_capacity(plant, design, 1) / design == Approx(1.0));
  CHECK(cooling_capacity(plant, design, 2) / design == Approx(0.75));
  CHECK(cooling_capacity(plant, design, 5) == Power{});
  CHECK(cooling_capacity(plant, design, 99) == Power{});
  CHECK(cooling_capacity({}, design, 0) == design);  // one unit unless told otherwise
}

TEST_CASE("a mixed hall carries what its weakest part lets it") {
  Cooling hall = catalogue::mixed_hall();
  std::get<MixedCooling>(hall.plant).parts[1].cooling.units = {2, 0};
  CHECK(cooling_capacity(hall, design, 0) == design);
  CHECK(cooling_capacity(hall, design, 1) / design == Approx(0.5));
}

TEST_CASE("a mixed hall draws and drinks what its parts do") {
  Random random(32, "mixed");
  const Cooling hall = catalogue::mixed_hall();
  for (int i = 0; i < 3000; ++i) {
    const Power it = random.uniform() * design;
    const Weather weather = random_weather(random);
    Power power{};
    WaterFlow water{};
    double least = 1e9, most = 0.0, inlet = 0.0;
    for (const CoolingPart& part : std::get<MixedCooling>(hall.plant).parts) {
      const CoolingState own = cooling_state(part.cooling, part.share * it, part.share * design, weather);
      power += own.total();
      water += own.water();
      inlet += part.share * own.inlet.celsius();
      const Power alone = cooling_state(part.cooling, it, design, weather).total();
      least = std::min(least, alone / unit::W);
      most = std::max(most, alone / unit::W);
    }
    const CoolingState state = cooling_state(hall, it, design, weather);
    REQUIRE(state.total() / unit::W == Approx(power / unit::W));
    REQUIRE(state.water() * unit::hour / unit::litre ==
            Approx(water * unit::hour / unit::litre).margin(1e-9));
    REQUIRE(state.inlet.celsius() == Approx(inlet));
    REQUIRE(state.total() / unit::W >= least * (1.0 - 1e-12));
    REQUIRE(state.total() / unit::W <= most * (1.0 + 1e-12));
  }
}

TEST_CASE(
    "charging a store costs power and discharging saves it, in proportion to nothing but the plant's heat") {
  Random random(33, "to store");
  std::vector<Cooling> plants = {catalogue::cooling("chilled-water", catalogue::chilled_water()),
                                 catalogue::cooling("economizer", catalogue::chilled_water_economizer()),
                                 catalogue::cooling("roof", catalogue::air_cooled_chiller()),
                                 catalogue::mixed_hall()};
  for (const Cooling& plant : plants) {
    REQUIRE(can_store_cold(plant));
    for (int i = 0; i < 2000; ++i) {
      const Power it = 0.9 * random.uniform() * design;
      const Weather weather = random_weather(random);
      const Power heat = chilled_heat(plant, it);
      const Power spare = chilled_heat(plant, cooling_capacity(plant, design, 0)) - heat;
      const double a = random.uniform(), b = random.uniform();
      const auto power = [&](Power to_store) {
        return cooling_state(plant, it, design, weather, {}, to_store).total();
      };
      CAPTURE(plant.id, it / design, a, b);
      REQUIRE(power(spare * std::min(a, b)) <= power(spare * std::max(a, b)) + rounding);
      REQUIRE(power(-heat * std::max(a, b)) <= power(-heat * std::min(a, b)) + rounding);
      REQUIRE(power({}) <= power(spare * a) + rounding);
      REQUIRE(power(-heat * a) <= power({}) + rounding);
    }
    const Weather hot = weather_at(degc(35.0), 0.6, 101325.0 * unit::Pa);
    const Power heat = chilled_heat(plant, 0.5 * design);
    const CoolingState rested = cooling_state(plant, 0.5 * design, design, hot);
    const CoolingState relieved = cooling_state(plant, 0.5 * design, design, hot, {}, -heat);
    CHECK(relieved.compressor < 0.2 * rested.compressor);
  }
  CHECK_FALSE(can_store_cold(catalogue::cooling("cold-plate", catalogue::cold_plate())));
  CHECK_FALSE(can_store_cold(catalogue::cooling("ratio", RatioCooling{})));
}

TEST_CASE("the air at the servers is that of the hall, and none asks for more fan power at the set point") {
  const Weather hot = weather_at(degc(38.0), 0.5, 101325.0 * unit::Pa);
  for (const Cooling& plant : catalogue::all_cooling()) {
    CAPTURE(plant.id);
    const CoolingState state = cooling_state(plant, 0.5 * design, design, hot);
    CHECK(state.inlet <= degc(25.0));
    CHECK(state.inlet >= recommended_air.low);
  }
  const Cooling economizer = catalogue::cooling("economizer", catalogue::chilled_water_economizer());
  CHECK(cooling_state(economizer, design, design, hot).inlet.celsius() == Approx(23.0));
  CHECK(
      cooling_state(economizer, design, design, hot, {CoolingMode::design, 4.0 * unit::K}).inlet.celsius() ==
      Approx(27.0));
}

TEST_CASE("operating points rise by whole kelvins as far as the limits allow") {
  for (const Cooling& plant : catalogue::all_cooling()) {
    const auto settings = cooling_settings(plant);
    CAPTURE(plant.id);
    CHECK(settings.size() > 1);
    CHECK(settings.size() <= 16);
    const Weather cold = weather_at(degc(-5.0), 0.5, 101325.0 * unit::Pa);
    for (const CoolingSetting& setting : settings) {
      CHECK(cooling_state(plant, 0.5 * design, design, cold, setting).allowed);
    }
  }
  const Cooling tower = catalogue::cooling("tower", catalogue::chilled_water());  // 12 of at most 18 degC
  REQUIRE(cooling_settings(tower).size() == 7);
  for (int k = 0; k <= 6; ++k) {
    CHECK(cooling_settings(tower)[static_cast<std::size_t>(k)].supply_offset / unit::K == Approx(k));
  }
  Cooling narrow = tower;
  std::get<ChilledWater>(narrow.plant).supply_limit = degc(14.9);
  CHECK(cooling_settings(narrow).size() == 3);
  CHECK(cooling_settings(catalogue::cooling("economizer", catalogue::chilled_water_economizer())).size() ==
        7);
  CHECK(cooling_settings(catalogue::mixed_hall()).size() == 5);  // 4 K of chilled water
  CHECK(cooling_settings(catalogue::cooling("iec", catalogue::indirect_evaporative())).size() == 4 + 2 * 2);
  const auto loop = cooling_settings(catalogue::cooling("cold-plate", catalogue::cold_plate()));
  REQUIRE(loop.size() == 2 + 2 * 5);
  CHECK(loop.back().mode == CoolingMode::dry);
  CHECK(loop.back().supply_offset / unit::K == Approx(5.0));
}

TEST_CASE("a class of servers forbids what is too warm for it, and leaves points out") {
  Cooling plant = catalogue::cooling("direct", catalogue::direct_air());
  std::get<DirectAir>(plant.plant).supply_limit = degc(40.0);
  const CoolingSetting warm{CoolingMode::design, 10.0 * unit::K};
  const Weather cold = weather_at(degc(5.0), 0.5, 101325.0 * unit::Pa);
  CHECK(cooling_state(plant, design, design, cold, warm).allowed);  // 34 degC for class A2
  plant.air_class = AirClass::a1;
  CHECK_FALSE(cooling_state(plant, design, design, cold, warm).allowed);
  std::get<DirectAir>(plant.plant).supply = degc(29.0);
  CHECK(cooling_settings(plant).size() == 3 + 3);  // modes, then 30 to 32 degC
  Cooling loop = catalogue::cooling("immersion", catalogue::immersion());
  std::get<Immersion>(loop.plant).loop.liquid_class = LiquidClass::w40;
  CHECK(cooling_settings(loop).size() == 2);
  CHECK_FALSE(cooling_state(loop, design, design, cold, {CoolingMode::design, 1.0 * unit::K}).allowed);
}

TEST_CASE("free cooling is full, partial or none") {
  const Cooling plant = catalogue::cooling("economizer", catalogue::chilled_water_economizer());
  const auto at = [&plant](double dry_bulb) {
    const Weather weather = weather_at(degc(dry_bulb), 0.9, 101325.0 * unit::Pa);
    return cooling_state(plant, 0.5 * design, design, weather).free_cooling();
  };
  CHECK(at(5.0) == FreeCooling::full);
  CHECK(at(15.5) == FreeCooling::partial);
  CHECK(at(30.0) == FreeCooling::none);
}

}  // namespace
}  // namespace hubwatt
