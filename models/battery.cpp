#include "models/battery.hpp"

#include <algorithm>
#include <cmath>

#include "models/contract.hpp"

namespace hubwatt {

BatteryFlow battery_flow(const Battery& battery, Energy stored, Power surplus, Power deficit,
                         const BatteryRule& rule, Duration dt) {
  HUBWATT_EXPECTS(surplus >= Power{} && deficit >= Power{} && dt >= Duration{});
  HUBWATT_EXPECTS(battery.round_trip_efficiency > 0.0 && battery.round_trip_efficiency <= 1.0);
  const double one_way = std::sqrt(battery.round_trip_efficiency);

  const Power from_surplus = std::min({rule.charge_from_surplus, surplus * one_way, battery.power});
  const Power from_grid = std::min(rule.charge_from_grid, battery.power - from_surplus);
  const Power charging = from_surplus + from_grid;
  BatteryFlow flow;
  if (charging > Power{}) {
    const Energy room = std::max(battery.capacity - stored, Energy{});
    flow.charge = std::min(charging * dt, room);
    flow.charge_loss = flow.charge * (1.0 / one_way - 1.0);
    flow.charge_from_grid = flow.charge * (from_grid / charging);
  } else {
    const Power discharging = std::min({rule.discharge, deficit / one_way, battery.power});
    const Energy usable = std::max(stored - battery.floor(), Energy{});
    flow.discharge = std::min(discharging * dt, usable);
    flow.discharge_loss = flow.discharge * (1.0 - one_way);
  }
  return flow;
}

Energy stored_after(const Battery& battery, Energy stored, const BatteryFlow& flow) {
  return std::clamp(stored + flow.charge - flow.discharge, battery.floor(), battery.capacity);
}

}  // namespace hubwatt
