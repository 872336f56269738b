#include "models/battery_ageing.hpp"

#include <cmath>

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/models/supply_values.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

BatteryAgeing without_calendar() {
  BatteryAgeing ageing = catalogue::lfp_ageing();
  ageing.calendar_life = 1e12 * unit::year;
  return ageing;
}

}  // namespace

TEST_CASE("a battery cycled its cycle life at the reference depth is at the end of its life") {
  const BatteryAgeing ageing = without_calendar();
  BatteryWear wear(ageing, 0.9);
  for (int cycle = 0; cycle < 6000; ++cycle) {
    wear.add(0.1, 2.0 * unit::hour);
    wear.add(0.9, 2.0 * unit::hour);
  }
  CHECK(wear.health() == Approx(0.8).epsilon(1e-9));
  CHECK(wear.life_used() == Approx(1.0).epsilon(1e-9));
  CHECK(wear.equivalent_cycles() == Approx(0.8 * 6000));
}

TEST_CASE("a battery at rest is at the end of its life after its calendar life") {
  BatteryWear wear(catalogue::lfp_ageing(), 0.5);
  for (int year = 0; year < 15; ++year) wear.add(0.5, 1.0 * unit::year);
  CHECK(wear.health() == Approx(0.8));
  CHECK(wear.cycle_fade() == 0.0);
}

TEST_CASE("two half cycles of half the depth wear less than one of the whole") {
  const BatteryAgeing ageing = without_calendar();
  CHECK(2.0 * cycle_fade(ageing, 0.4) < cycle_fade(ageing, 0.8));
  CHECK(cycle_fade(ageing, 0.4) / cycle_fade(ageing, 0.8) == Approx(std::pow(0.5, 1.3)));
  CHECK(cycle_fade(ageing, 0.0) == 0.0);
}

TEST_CASE("a small swing inside a large one counts beside it, as rainflow counts") {
  const BatteryAgeing ageing = without_calendar();
  BatteryWear wear(ageing, 1.0);
  for (const double charge : {0.5, 0.7, 0.2, 1.0}) wear.add(charge, 1.0 * unit::hour);
  CHECK(wear.cycle_fade() == Approx(cycle_fade(ageing, 0.8) + cycle_fade(ageing, 0.2)));
}

TEST_CASE("the ASTM E1049 example closes the cycles the standard names") {
  // Turns -2 1 -3 5 -1 3 -4 4 -2: half cycles of 3, 4, 8, 9, 8, 6 and one cycle of 4; here scaled by 1/10.
  const BatteryAgeing ageing = without_calendar();
  BatteryWear wear(ageing, 0.3);
  for (const double turn : {0.6, 0.2, 1.0, 0.4, 0.8, 0.1, 0.9, 0.3}) wear.add(turn, 1.0 * unit::hour);
  double expected = cycle_fade(ageing, 0.4);
  for (const double half : {0.3, 0.4, 0.8, 0.9, 0.8, 0.6}) expected += 0.5 * cycle_fade(ageing, half);
  CHECK(wear.cycle_fade() == Approx(expected));
}

TEST_CASE("health falls monotonically, however the battery is used, and steps on the way add no wear") {
  Random random(7, "wear");
  for (int run = 0; run < 200; ++run) {
    BatteryAgeing ageing = catalogue::lfp_ageing();
    ageing.depth_exponent = 1.0 + 2.0 * random.uniform();
    const double start = random.uniform();
    BatteryWear wear(ageing, start), finer(ageing, start);
    double health = wear.health(), charge = start;
    for (int i = 0; i < 300; ++i) {
      const double next = random.uniform();
      const double between = charge + random.uniform() * (next - charge);
      wear.add(next, 1.0 * unit::hour);
      finer.add(between, 0.5 * unit::hour);
      finer.add(next, 0.5 * unit::hour);
      charge = next;
      REQUIRE(wear.health() <= health + 1e-15);
      REQUIRE(wear.health() >= 0.0);
      health = wear.health();
    }
    REQUIRE(finer.health() == Approx(health).epsilon(1e-9));
    REQUIRE(wear.life_used() > 0.0);
  }
}

TEST_CASE("with exponent 1 only the energy through the battery wears it") {
  BatteryAgeing ageing = without_calendar();
  ageing.depth_exponent = 1.0;
  Random random(9, "throughput");
  for (int run = 0; run < 100; ++run) {
    BatteryWear wear(ageing, 0.5);
    for (int i = 0; i < 100; ++i) wear.add(random.uniform(), 1.0 * unit::hour);
    wear.add(0.5, 1.0 * unit::hour);  // back to the start: discharged as much as charged
    REQUIRE(wear.cycle_fade() == Approx(0.2 / 6000.0 / 0.8 * wear.equivalent_cycles()).epsilon(1e-6));
  }
}

}  // namespace hubwatt
