// Keeps the hub's own renewable power at the hub: the battery takes whatever exceeds the load and gives it
// back as soon as the load exceeds the supply, up to its power. Never charges from the grid. Looks at the
// battery's power only; ignores prices, carbon, forecasts and wear, so it may be empty when power is dearest.
#include "policies/policy.hpp"

namespace {

class SelfConsume : public hubwatt::policy::Supply {
 public:
  hw_supply_rule rule(const hw_supply_view& view) override {
    hw_supply_rule rule{};
    rule.charge_from_surplus_w = view.battery_power_w;
    rule.discharge_w = view.battery_power_w;
    return rule;
  }
};

}  // namespace

HUBWATT_POLICY(SelfConsume, "self-consume", "1.0",
               "the battery stores renewable surplus and covers deficits; never charges from the grid")
