#include "policies/supply_policy.hpp"

#include <limits>
#include <string_view>

#include "policies/message.hpp"

namespace hubwatt {

hw_supply_rule SupplyPolicy::rule(const hw_supply_view& view) {
  constexpr double unset = std::numeric_limits<double>::quiet_NaN();
  hw_supply_rule rule{unset, unset, unset};
  instance_.ask(view.now_s, instance_.functions().rule_supply, &view, &rule);

  const std::pair<std::string_view, double> limits[] = {{"charge_from_surplus_w", rule.charge_from_surplus_w},
                                                        {"charge_from_grid_w", rule.charge_from_grid_w},
                                                        {"discharge_w", rule.discharge_w}};
  for (const auto& [name, value] : limits) {
    if (value >= 0.0 && value <= view.battery_power_w) continue;
    instance_.refuse(view.now_s,
                     message("set ", name, " of hub ", view.hub, " to ", value,
                             ", which is not between 0 and the battery's ", view.battery_power_w, " W"));
  }
  if (rule.charge_from_grid_w > 0.0 && rule.discharge_w > 0.0) {
    instance_.refuse(view.now_s, message("lets the battery of hub ", view.hub, " charge from the grid at ",
                                         rule.charge_from_grid_w, " W and discharge at ", rule.discharge_w,
                                         " W in the same step"));
  }
  return rule;
}

}  // namespace hubwatt
