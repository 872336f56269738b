// Cold plates and immersion against figures worked out by hand.
#include "models/units.hpp"
#include "tests/models/catalogue_values.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr Power design = 10.0 * unit::MW;
constexpr Power it = 5.0 * unit::MW;

Weather outside(double dry_bulb, double wet_bulb) {
  return {catalogue::degc(dry_bulb), catalogue::degc(wet_bulb), catalogue::degc(wet_bulb - 3.0), 0.5,
          101325.0 * unit::Pa};
}

double litres_per_hour(WaterFlow flow) {
  return flow * unit::hour / unit::litre;
}

TEST_CASE("cold plates need no compressor and no water while dry coolers reach the supply") {
  const Cooling plant = catalogue::cooling("cold-plate", catalogue::cold_plate());
  const CoolingState state = cooling_state(plant, it, design, outside(10.0, 6.0));
  CHECK(state.pumps / unit::MW == Approx(0.053 * 0.20 * 8.0));
  CHECK(state.fans / unit::MW == Approx(0.156 * 0.125 * 2.0));
  CHECK(state.compressor == Power{});
  CHECK(state.water() == WaterFlow{});
  CHECK(state.free_share == Approx(1.0));
}

TEST_CASE("on a hot day cold plates spray and their air plant trims") {
  const Cooling plant = catalogue::cooling("cold-plate", catalogue::cold_plate());
  const CoolingState state = cooling_state(plant, it, design, outside(35.0, 26.0));
  CHECK(state.compressor / unit::MW == Approx(1.04 * 0.285 / (0.45 * 288.15 / 32.0)));
  CHECK(state.free_share == Approx(1.0 - 0.2 * 0.285));
  const double loop = 4160.0 * 0.3 * 1.47, air = 1040.0 * 7.18 / 12.0 * 1.47;
  CHECK(litres_per_hour(state.evaporation) == Approx(loop + air));
}

TEST_CASE("a warm loop held dry runs its trim chiller in the heat") {
  const Cooling plant = catalogue::cooling("immersion", catalogue::immersion());
  const CoolingState dry = cooling_state(plant, it, design, outside(35.0, 26.0), {CoolingMode::dry, {}});
  CHECK(dry.compressor / unit::MW == Approx(0.98 * 5.2 * 0.3 / 10.0));  // at its greatest COP
  CHECK(dry.water() == WaterFlow{});
  CHECK(dry.free_share == Approx(0.98 * 0.7 + 0.02));
}

TEST_CASE("immersion draws its loop and a little ventilation") {
  const Cooling plant = catalogue::cooling("immersion", catalogue::immersion());
  const CoolingState state = cooling_state(plant, it, design, outside(10.0, 6.0));
  CHECK(state.pumps / unit::MW == Approx(0.053 * 0.20 * 9.8));
  CHECK(state.fans / unit::MW == Approx(0.10 * 1.04 * 0.02 * 5.0));
  CHECK(state.total() / unit::MW == Approx(0.053 * 0.20 * 9.8 + 0.0104));
  CHECK(state.free_share == Approx(1.0));
}

TEST_CASE("warmer water leaves the air plant beside the cold plates as it is") {
  const Cooling plant = catalogue::cooling("cold-plate", catalogue::cold_plate());
  const Weather hot = outside(35.0, 26.0);  // the loop needs no compressor, the air plant does
  const CoolingSetting warmer{CoolingMode::design, 4.0 * unit::K};
  CHECK(cooling_state(plant, it, design, hot, warmer).compressor ==
        cooling_state(plant, it, design, hot).compressor);
}

TEST_CASE("the supply set point of the loop reaches its limit and not beyond") {
  const Cooling plant = catalogue::cooling("cold-plate", catalogue::cold_plate());
  const Weather mild = outside(20.0, 15.0);
  CHECK(cooling_state(plant, it, design, mild, {CoolingMode::design, 4.0 * unit::K}).allowed);
  CHECK_FALSE(cooling_state(plant, it, design, mild, {CoolingMode::design, 6.0 * unit::K}).allowed);
}

}  // namespace
}  // namespace hubwatt
