#include "models/battery.hpp"

#include <cmath>

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

Battery example() {
  return {.capacity = 20.0 * unit::MWh,
          .power = 5.0 * unit::MW,
          .round_trip_efficiency = 0.93,
          .minimum_charge = 0.1,
          .initial_charge = 0.5};
}

Battery any_battery(Random& random) {
  Battery out{.capacity = 100.0 * random.uniform() * unit::MWh,
              .power = 30.0 * random.uniform() * unit::MW,
              .round_trip_efficiency = 0.5 + 0.5 * random.uniform(),
              .minimum_charge = 0.5 * random.uniform()};
  if (random.uniform() < 0.5) out.self_discharge = 0.5 * random.uniform();
  return out;
}

struct Situation {
  Battery battery;
  Energy stored{};
  Power surplus{}, deficit{};
  BatteryRule rule;
  Duration dt{};
};

Situation any_situation(Random& random) {
  Situation s;
  s.battery = any_battery(random);
  s.stored = s.battery.floor() + random.uniform() * (s.battery.capacity - s.battery.floor());
  (random.uniform() < 0.5 ? s.surplus : s.deficit) = 40.0 * random.uniform() * unit::MW;
  const auto limit = [&] { return random.uniform() < 0.4 ? Power{} : random.uniform() * s.battery.power; };
  s.rule = {limit(), limit(), limit()};
  s.dt = 5.0 * random.uniform() * unit::hour;
  return s;
}

BatteryFlow flow_of(const Situation& s) {
  return battery_flow(s.battery, s.stored, s.surplus, s.deficit, s.rule, s.dt);
}

}  // namespace

TEST_CASE("a full cycle returns the round trip efficiency of what it drew") {
  Battery battery = example();
  battery.minimum_charge = 0.0;
  const BatteryFlow in = battery_flow(battery, Energy{}, Power{}, Power{},
                                      {.charge_from_grid = battery.power}, 10.0 * unit::hour);
  const Energy stored = stored_after(battery, Energy{}, in);
  CHECK(stored == battery.capacity);
  const BatteryFlow out = battery_flow(battery, stored, Power{}, 100.0 * unit::MW,
                                       {.discharge = battery.power}, 10.0 * unit::hour);
  CHECK(stored_after(battery, stored, out) == Energy{});
  CHECK(out.delivered() / in.drawn() == Approx(0.93).epsilon(1e-12));
}

TEST_CASE("charging from surplus takes no more from the busbar than the surplus") {
  const BatteryFlow flow = battery_flow(example(), 10.0 * unit::MWh, 2.0 * unit::MW, Power{},
                                        {.charge_from_surplus = 5.0 * unit::MW}, 1.0 * unit::hour);
  CHECK(flow.drawn() / unit::MWh == Approx(2.0).epsilon(1e-12));
  CHECK(flow.charge_from_grid == Energy{});
}

TEST_CASE("discharging gives the busbar no more than the deficit") {
  const BatteryFlow flow = battery_flow(example(), 10.0 * unit::MWh, Power{}, 2.0 * unit::MW,
                                        {.discharge = 5.0 * unit::MW}, 1.0 * unit::hour);
  CHECK(flow.delivered() / unit::MWh == Approx(2.0).epsilon(1e-12));
}

TEST_CASE("surplus is charged before the grid's power, within the battery's power together") {
  const BatteryFlow flow = battery_flow(
      example(), 5.0 * unit::MWh, 100.0 * unit::MW, Power{},
      {.charge_from_surplus = 3.0 * unit::MW, .charge_from_grid = 4.0 * unit::MW}, 1.0 * unit::hour);
  CHECK(flow.charge / unit::MWh == Approx(5.0));
  CHECK(flow.charge_from_grid / unit::MWh == Approx(2.0));
}

TEST_CASE("a battery told to charge does not discharge, even when it is full") {
  const Battery battery = example();
  const BatteryRule both{.charge_from_grid = 1.0 * unit::MW, .discharge = 5.0 * unit::MW};
  const BatteryFlow flow =
      battery_flow(battery, battery.capacity, Power{}, 9.0 * unit::MW, both, 1.0 * unit::hour);
  CHECK(flow.charge == Energy{});
  CHECK(flow.discharge == Energy{});
}

TEST_CASE("a battery never leaves its range, never does both, and loses only in conversion") {
  Random random(4, "battery");
  for (int i = 0; i < 20000; ++i) {
    const Situation s = any_situation(random);
    const BatteryFlow flow = flow_of(s);
    const Energy after = stored_after(s.battery, s.stored, flow);
    REQUIRE((after >= s.battery.floor() && after <= s.battery.capacity));
    REQUIRE((flow.charge == Energy{} || flow.discharge == flow.self_discharge));
    REQUIRE((flow.self_discharge >= Energy{} && flow.self_discharge <= flow.discharge_loss));
    if (s.battery.self_discharge == 0.0) REQUIRE(flow.self_discharge == Energy{});
    REQUIRE((flow.charge >= Energy{} && flow.discharge >= Energy{}));
    REQUIRE((flow.charge_loss >= Energy{} && flow.discharge_loss >= Energy{}));
    const Energy most = s.battery.power * s.dt;
    REQUIRE(flow.charge + flow.discharge - flow.self_discharge <= most * (1.0 + 1e-12) + 1e-3 * unit::J);
    REQUIRE(flow.delivered() <= s.deficit * s.dt * (1.0 + 1e-12) + 1e-3 * unit::J);
    REQUIRE((flow.charge_from_grid >= Energy{} && flow.charge_from_grid <= flow.charge));
    const double eta = std::sqrt(s.battery.round_trip_efficiency);
    REQUIRE((flow.charge - flow.charge_from_grid) / eta <= s.surplus * s.dt * (1.0 + 1e-12) + 1e-3 * unit::J);
    // What the busbar lost is what the cells hold more, and the losses.
    const Energy held = after - s.stored;
    const Energy balance = flow.drawn() - flow.delivered() - held - flow.charge_loss - flow.discharge_loss;
    REQUIRE(abs(balance) <= 1e-12 * s.battery.capacity + 1e-3 * unit::J);
  }
}

TEST_CASE("an interval gives the same energies however it is cut") {
  Random random(6, "cut");
  for (int i = 0; i < 20000; ++i) {
    const Situation whole = any_situation(random);
    Situation part = whole;
    part.dt = random.uniform() * whole.dt;
    const BatteryFlow first = flow_of(part);
    part.stored = stored_after(part.battery, part.stored, first);
    part.dt = whole.dt - part.dt;
    const BatteryFlow second = flow_of(part);
    const BatteryFlow once = flow_of(whole);
    const Energy allowed = 1e-9 * whole.battery.capacity + 1e-3 * unit::J;
    REQUIRE(abs(first.charge + second.charge - once.charge) <= allowed);
    REQUIRE(abs(first.discharge + second.discharge - once.discharge) <= allowed);
    REQUIRE(abs(first.charge_from_grid + second.charge_from_grid - once.charge_from_grid) <= allowed);
    REQUIRE(abs(first.discharge_loss + second.discharge_loss - once.discharge_loss) <= allowed);
    REQUIRE(abs(first.self_discharge + second.self_discharge - once.self_discharge) <= allowed);
  }
}

TEST_CASE("twice the battery, the surplus and the deficit move twice the energy") {
  Random random(8, "twice");
  for (int i = 0; i < 2000; ++i) {
    const Situation one = any_situation(random);
    Situation two = one;
    two.battery.capacity *= 2.0, two.battery.power *= 2.0;
    two.stored *= 2.0, two.surplus *= 2.0, two.deficit *= 2.0;
    two.rule = {2.0 * one.rule.charge_from_surplus, 2.0 * one.rule.charge_from_grid,
                2.0 * one.rule.discharge};
    const Energy allowed = 1e-12 * two.battery.capacity;
    REQUIRE(abs(flow_of(two).charge - 2.0 * flow_of(one).charge) <= allowed);
    REQUIRE(abs(flow_of(two).discharge - 2.0 * flow_of(one).discharge) <= allowed);
  }
}

TEST_CASE("a battery at rest loses its self-discharge in a month, of what lies above the floor") {
  Battery battery = example();
  battery.self_discharge = 0.03;
  const Energy stored = 12.0 * unit::MWh;
  const BatteryFlow flow = battery_flow(battery, stored, Power{}, Power{}, {}, 30.4375 * unit::day);
  CHECK(flow.self_discharge / unit::MWh == Approx(0.03 * 10.0));
  CHECK(stored_after(battery, stored, flow) / unit::MWh == Approx(11.7));
  CHECK(flow.delivered() == Energy{});
  CHECK(flow.drawn() == Energy{});
}

TEST_CASE("a full battery that may charge draws what it leaks") {
  Battery battery = example();
  battery.self_discharge = 0.03;
  const BatteryFlow flow = battery_flow(battery, battery.capacity, Power{}, Power{},
                                        {.charge_from_grid = 1.0 * unit::MW}, 10.0 * unit::day);
  CHECK(stored_after(battery, battery.capacity, flow) / unit::MWh == Approx(20.0));
  CHECK(flow.charge / unit::MWh == Approx(flow.self_discharge / unit::MWh));
  CHECK(flow.charge / unit::MWh == Approx(-std::log(0.97) * 18.0 * 10.0 / 30.4375));
}

TEST_CASE("more self-discharge never leaves more in the battery") {
  Random random(12, "leak");
  for (int i = 0; i < 5000; ++i) {
    Situation less = any_situation(random);
    less.battery.self_discharge = 0.3 * random.uniform();
    Situation more = less;
    more.battery.self_discharge += 0.2 * random.uniform();
    const Energy kept = stored_after(less.battery, less.stored, flow_of(less));
    REQUIRE(stored_after(more.battery, more.stored, flow_of(more)) <=
            kept + 1e-12 * less.battery.capacity + 1e-3 * unit::J);
  }
}

TEST_CASE("a worn battery holds its health's share") {
  const Battery old = worn(example(), 0.85);
  CHECK(old.capacity / unit::MWh == Approx(17.0));
  CHECK(stored_within(old, 19.0 * unit::MWh) == old.capacity);
  CHECK(stored_within(old, 1.0 * unit::MWh) == old.floor());
}

}  // namespace hubwatt
