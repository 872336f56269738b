// Legacy, direct-air and indirect-evaporative plants against figures worked out by hand.
#include "models/units.hpp"
#include "tests/models/catalogue_values.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr Power design = 10.0 * unit::MW;
constexpr Power half = 5.0 * unit::MW;

Weather outside(double dry_bulb, double wet_bulb, double dew_point) {
  return {catalogue::degc(dry_bulb), catalogue::degc(wet_bulb), catalogue::degc(dew_point), 0.5,
          101325.0 * unit::Pa};
}

double litres_per_hour(WaterFlow flow) {
  return flow * unit::hour / unit::litre;
}

TEST_CASE("a legacy plant draws constant fans, humidifiers and a compressor at fixed head pressure") {
  const Cooling plant = catalogue::cooling("legacy-crac", catalogue::legacy_crac());
  const CoolingState mild = cooling_state(plant, 3.0 * unit::MW, design, outside(20.0, 14.0, 10.0));
  CHECK(mild.fans / unit::MW == Approx(0.95));
  CHECK(mild.humidifier / unit::MW == Approx(0.18));
  CHECK(mild.compressor / unit::MW == Approx(3.12 / (0.30 * 283.15 / 28.0)));
  CHECK(mild.free_share == 0.0);
  CHECK(litres_per_hour(mild.water()) == Approx(180.0 * 1.33));
  const CoolingState hot = cooling_state(plant, 3.0 * unit::MW, design, outside(30.0, 20.0, 15.0));
  CHECK(hot.compressor / unit::MW == Approx(3.12 / (0.30 * 283.15 / 32.0)));
}

TEST_CASE("a legacy hub at a load of 0.3 splits half, a third and the rest as surveys of old halls found") {
  const Cooling plant = catalogue::cooling("legacy-crac", catalogue::legacy_crac());
  const PowerChain chain = catalogue::legacy_chain();
  const Power it = 3.0 * unit::MW, lights = other_power(chain, design);
  const Power cooling = cooling_state(plant, it, design, outside(15.0, 10.0, 6.0)).total();
  const Power rest = chain_losses(chain, it, cooling + lights, design).total() + lights;
  const Power facility = it + cooling + rest;
  CHECK(it / facility == Approx(0.50).margin(0.02));
  CHECK(cooling / facility == Approx(0.35).margin(0.02));
  CHECK(rest / facility == Approx(0.15).margin(0.02));
}

TEST_CASE("outside air carries all heat up to the supply temperature and none at the return temperature") {
  const Cooling plant = catalogue::cooling("direct-air", catalogue::direct_air());
  const CoolingState cold = cooling_state(plant, half, design, outside(10.0, 6.0, 2.0));
  CHECK(cold.free_share == 1.0);
  CHECK(cold.total() / unit::MW == Approx(0.148 * 0.125 * 10.0));
  CHECK(cold.water() == WaterFlow{});
  const CoolingState warm = cooling_state(plant, half, design, outside(30.0, 20.0, 10.0));
  CHECK(warm.free_share == Approx(0.5));
  CHECK(warm.compressor / unit::MW == Approx(5.2 * 0.5 / (0.45 * 287.15 / 28.0)));
  CHECK(cooling_state(plant, half, design, outside(40.0, 24.0, 10.0)).free_share == 0.0);
}

TEST_CASE("a high dew point closes the dampers") {
  const Cooling plant = catalogue::cooling("direct-air", catalogue::direct_air());
  const Weather humid = outside(20.0, 19.0, 18.0);
  const CoolingState closed = cooling_state(plant, half, design, humid);
  CHECK(closed.free_share == 0.0);
  CHECK(closed.compressor / unit::MW == Approx(5.2 / (0.45 * 287.15 / 18.0)));
  CHECK_FALSE(cooling_state(plant, half, design, humid, {CoolingMode::economizer, {}}).allowed);
}

TEST_CASE("outside air alone is allowed as long as the servers bear it") {
  const Cooling plant = catalogue::cooling("direct-air", catalogue::direct_air());
  const CoolingSetting alone{CoolingMode::economizer, {}};
  const CoolingState warm = cooling_state(plant, half, design, outside(26.0, 16.0, 10.0), alone);
  CHECK(warm.allowed);
  CHECK(warm.supply.celsius() == Approx(26.0));
  CHECK(warm.compressor == Power{});
  CHECK_FALSE(cooling_state(plant, half, design, outside(28.0, 17.0, 10.0), alone).allowed);
}

TEST_CASE("an indirect plant runs dry, then wetted, then with compressors") {
  const Cooling plant = catalogue::cooling("iec", catalogue::indirect_evaporative());
  const CoolingState dry = cooling_state(plant, half, design, outside(15.0, 10.0, 6.0));
  CHECK(dry.total() / unit::MW == Approx(0.156 * 0.125 * 10.0));
  CHECK(dry.water() == WaterFlow{});

  const CoolingState wetted = cooling_state(plant, half, design, outside(30.0, 20.0, 15.0));
  CHECK(wetted.compressor == Power{});
  CHECK(wetted.fans / unit::MW == Approx(0.195 * 1.2));
  CHECK(wetted.pumps / unit::MW == Approx(0.10));
  CHECK(litres_per_hour(wetted.evaporation) == Approx(5200.0 * 7.1 / 12.0 * 1.47));
  CHECK(litres_per_hour(wetted.blow_down) == Approx(5200.0 * 7.1 / 12.0 * 1.47 / 4.0));

  const CoolingState trimmed = cooling_state(plant, half, design, outside(35.0, 26.0, 22.0));
  CHECK(trimmed.free_share == Approx(1.0 - 0.285));
  CHECK(trimmed.compressor / unit::MW == Approx(5.2 * 0.285 / (0.45 * 288.15 / 32.0)));
  CHECK(trimmed.fans / unit::MW == Approx(0.195 * 1.3));
}

TEST_CASE("an indirect plant held dry trades compressor power for water") {
  const Cooling plant = catalogue::cooling("iec", catalogue::indirect_evaporative());
  const Weather warm = outside(30.0, 20.0, 15.0);
  const CoolingState wetted = cooling_state(plant, half, design, warm);
  const CoolingState dry = cooling_state(plant, half, design, warm, {CoolingMode::dry, {}});
  CHECK(dry.compressor / unit::MW == Approx(5.2 * 7.1 / 12.0 / (0.45 * 288.15 / 27.0)));
  CHECK(dry.water() == WaterFlow{});
  CHECK(dry.total() > wetted.total());
}

}  // namespace
}  // namespace hubwatt
