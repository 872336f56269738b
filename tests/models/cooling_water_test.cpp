// Chilled-water plants, with and without economizer, against figures worked out by hand.
#include "models/units.hpp"
#include "tests/models/catalogue_values.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr Power design = 10.0 * unit::MW;
constexpr Power it = 8.0 * unit::MW;

Weather wet_bulb_of(double wet_bulb) {
  return {catalogue::degc(wet_bulb + 6.0), catalogue::degc(wet_bulb), catalogue::degc(wet_bulb - 4.0), 0.5,
          101325.0 * unit::Pa};
}

double litres_per_hour(WaterFlow flow) {
  return flow * unit::hour / unit::litre;
}

TEST_CASE("a chilled-water plant draws chillers, fans, pumps and tower as by hand") {
  const Cooling plant = catalogue::cooling("chilled-water", catalogue::chilled_water());
  const CoolingState state = cooling_state(plant, it, design, wet_bulb_of(20.0));
  // 3.2 of the four loads on five machines, each at 0.64
  const double each = (0.03303 + 0.6852 * 0.64 + 0.2818 * 0.64 * 0.64) / 1.00003;
  const double chiller = 5.0 * each * 2.6 / (0.50 * 283.15 / 21.0);
  CHECK(state.compressor / unit::MW == Approx(chiller));
  CHECK(state.fans / unit::MW == Approx(1.10 * 0.512 / 1.5625));
  CHECK(state.pumps / unit::MW == Approx(0.44 * 0.512 / 1.5625));
  CHECK(state.tower / unit::MW == Approx(0.30 * 0.512 / 1.5625));
  CHECK(state.total() / unit::MW == Approx(chiller + 1.84 * 0.512 / 1.5625));
  const WaterLoss lost = water_loss(catalogue::tower_water(), (8.32 + chiller) * unit::MW, wet_bulb_of(20.0));
  CHECK(litres_per_hour(state.evaporation) == Approx(litres_per_hour(lost.evaporation)));
  CHECK(litres_per_hour(state.water()) == Approx(1.25 * litres_per_hour(lost.evaporation)));
  CHECK(litres_per_hour(state.drift) == Approx(1000.0 * (8.32 + chiller) * 0.0034));
  CHECK(state.inlet.celsius() == Approx(21.0));
  CHECK(state.back.celsius() == Approx(18.0));
}

TEST_CASE("fans and pumps draw near 4.5, 1.8 and 1.2 % of IT power at a load of 0.8") {
  const Cooling plant = catalogue::cooling("chilled-water", catalogue::chilled_water());
  const CoolingState state = cooling_state(plant, it, design, wet_bulb_of(20.0));
  CHECK(state.fans / it == Approx(0.045).margin(0.0005));
  CHECK(state.pumps / it == Approx(0.018).margin(0.0005));
  CHECK(state.tower / it == Approx(0.012).margin(0.0005));
}

TEST_CASE("below half load fans and pumps stand at their floor") {
  const Cooling plant = catalogue::cooling("chilled-water", catalogue::chilled_water());
  const CoolingState low = cooling_state(plant, 4.9 * unit::MW, design, wet_bulb_of(20.0));
  const CoolingState lower = cooling_state(plant, {}, design, wet_bulb_of(20.0));
  CHECK(low.fans == lower.fans);
  CHECK(lower.fans / unit::MW == Approx(0.1375));
  CHECK(lower.compressor == Power{});
}

TEST_CASE("a chiller on the roof gives its heat to the dry bulb and drinks nothing") {
  const Cooling plant = catalogue::cooling("roof", catalogue::air_cooled_chiller());
  const CoolingState state = cooling_state(plant, 10.0 * unit::MW, design, wet_bulb_of(24.0));  // 30 degC
  const double each = (0.03303 + 0.6852 * 0.8 + 0.2818 * 0.64) / 1.00003;
  CHECK(state.compressor / unit::MW == Approx(5.0 * each * 2.6 / (0.45 * 286.15 / 29.0)));
  CHECK(state.tower / unit::MW == Approx(0.45 / 1.5625));
  CHECK(state.water() == WaterFlow{});
}

TEST_CASE("an economizer carries the share of the heat that the tower's water can take") {
  const Cooling plant = catalogue::cooling("economizer", catalogue::chilled_water_economizer());
  CHECK(cooling_state(plant, it, design, wet_bulb_of(5.0)).compressor == Power{});
  CHECK(cooling_state(plant, it, design, wet_bulb_of(11.5)).free_share == Approx(1.0));
  const CoolingState between = cooling_state(plant, it, design, wet_bulb_of(14.5));
  CHECK(between.free_share == Approx(0.5));
  CHECK(between.compressor / unit::MW == Approx(8.32 * 0.5 / 12.0));  // the chiller at its greatest COP
  CHECK(cooling_state(plant, it, design, wet_bulb_of(17.5)).free_share == Approx(0.0).margin(1e-12));
}

TEST_CASE("with the economizer shut the chillers carry everything") {
  const Cooling plant = catalogue::cooling("economizer", catalogue::chilled_water_economizer());
  const CoolingState shut = cooling_state(plant, it, design, wet_bulb_of(5.0), {CoolingMode::mechanical, {}});
  CHECK(shut.free_share == 0.0);
  CHECK(shut.compressor / unit::MW == Approx(8.32 / 12.0));
}

TEST_CASE("with the chillers off the water floats up as far as its limit") {
  const Cooling plant = catalogue::cooling("economizer", catalogue::chilled_water_economizer());
  const CoolingSetting tower_only{CoolingMode::economizer, {}};
  const CoolingState warm = cooling_state(plant, it, design, wet_bulb_of(15.0), tower_only);
  CHECK(warm.allowed);
  CHECK(warm.supply.celsius() == Approx(20.5));
  CHECK(warm.compressor == Power{});
  CHECK_FALSE(cooling_state(plant, it, design, wet_bulb_of(16.0), tower_only).allowed);
}

}  // namespace
}  // namespace hubwatt
