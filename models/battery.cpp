#include "models/battery.hpp"

#include <algorithm>
#include <cmath>

#include "models/contract.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

// After this time at rest, 1/e of what lies above the floor is left. Only with self-discharge.
Duration leak_time(const Battery& battery) {
  constexpr Duration month = 30.4375 * unit::day;
  return month / -std::log1p(-battery.self_discharge);
}

// What moved while `above` the floor was stored: by the rule, and on its own.
struct Moved {
  Energy by_rule{}, leaked{};
};

// Charges at `power` up to `room` above the floor, then holds it there.
Moved charge_leaking(Energy above, Energy room, Power power, Duration leak, Duration dt) {
  const Energy balance = power * leak;  // where the leak takes all that comes
  Duration filling = dt;
  if (above >= room) {
    filling = {};
  } else if (balance > room) {
    filling = std::min(dt, leak * std::log1p((room - above) / (balance - room)));
  }
  const Energy in = power * filling + std::min(power, room / leak) * (dt - filling);
  const Energy risen = filling < dt ? room - above : -std::expm1(-(filling / leak)) * (balance - above);
  return {in, std::max(in - risen, Energy{})};
}

// Discharges at `power` until nothing is left above the floor.
Moved discharge_leaking(Energy above, Power power, Duration leak, Duration dt) {
  if (power <= Power{}) return {{}, -std::expm1(-(dt / leak)) * above};
  const Duration lasting = std::min(dt, leak * std::log1p(above / (power * leak)));
  const Energy out = std::min(power * lasting, above);
  const Energy fallen = lasting < dt ? above : -std::expm1(-(lasting / leak)) * (above + power * leak);
  return {out, std::max(std::min(fallen, above) - out, Energy{})};
}

}  // namespace

BatteryFlow battery_flow(const Battery& battery, Energy stored, Power surplus, Power deficit,
                         const BatteryRule& rule, Duration dt) {
  HUBWATT_EXPECTS(surplus >= Power{} && deficit >= Power{} && dt >= Duration{});
  HUBWATT_EXPECTS(battery.round_trip_efficiency > 0.0 && battery.round_trip_efficiency <= 1.0);
  HUBWATT_EXPECTS(battery.self_discharge >= 0.0 && battery.self_discharge < 1.0);
  const double one_way = std::sqrt(battery.round_trip_efficiency);
  const bool leaks = battery.self_discharge > 0.0;
  const Energy above = std::max(stored - battery.floor(), Energy{});

  const Power from_surplus = std::min({rule.charge_from_surplus, surplus * one_way, battery.power});
  const Power from_grid = std::min(rule.charge_from_grid, battery.power - from_surplus);
  const Power charging = from_surplus + from_grid;
  BatteryFlow flow;
  if (charging > Power{}) {
    if (leaks) {
      const Energy room = battery.capacity - battery.floor();
      const Moved moved = charge_leaking(above, room, charging, leak_time(battery), dt);
      flow.charge = moved.by_rule;
      flow.self_discharge = moved.leaked;
      flow.discharge = flow.discharge_loss = moved.leaked;
    } else {
      flow.charge = std::min(charging * dt, std::max(battery.capacity - stored, Energy{}));
    }
    flow.charge_loss = flow.charge * (1.0 / one_way - 1.0);
    flow.charge_from_grid = flow.charge * (from_grid / charging);
  } else {
    const Power discharging = std::min({rule.discharge, deficit / one_way, battery.power});
    const Moved moved = leaks ? discharge_leaking(above, discharging, leak_time(battery), dt)
                              : Moved{std::min(discharging * dt, above), {}};
    flow.self_discharge = moved.leaked;
    flow.discharge = moved.by_rule + moved.leaked;
    flow.discharge_loss = moved.by_rule * (1.0 - one_way) + moved.leaked;
  }
  return flow;
}

Energy stored_after(const Battery& battery, Energy stored, const BatteryFlow& flow) {
  return std::clamp(stored + flow.charge - flow.discharge, battery.floor(), battery.capacity);
}

Battery worn(Battery battery, double health) {
  HUBWATT_EXPECTS(health >= 0.0 && health <= 1.0);
  battery.capacity *= health;
  return battery;
}

Energy stored_within(const Battery& battery, Energy stored) {
  return std::clamp(stored, battery.floor(), battery.capacity);
}

}  // namespace hubwatt
