// Charges in hours of clean grid power and covers the load in dirty ones, by the exact optimum of the coming 24 hours
// (see stored_value.hpp), decided anew each step. `wear_carbon` is what a discharged kilowatt-hour wears off the
// battery's embodied carbon, in kg/kWh: 75 kg/kWh over 6000 cycles of 80 % are 0.016. Takes surplus renewables
// whenever there are any. Ignores prices, except that charging lifts no peak that is paid for.
#include "policies/modules/stored_value.hpp"
#include "policies/policy.hpp"

namespace {

class CarbonArbitrage : public hubwatt::policy::Supply {
 public:
  explicit CarbonArbitrage(hubwatt::policy::Options& options)
      : trader_(options.number("wear_carbon", 0.0, 0.0, 100.0), 1e-9) {}

  hw_supply_rule rule(const hw_supply_view& view) override {
    return trader_.rule(view, view.carbon_kg_per_kwh);
  }

 private:
  hubwatt::policy::Trader trader_;
};

}  // namespace

HUBWATT_POLICY(
    CarbonArbitrage, "carbon-arbitrage", "1.0",
    "charges in clean hours, covers load in dirty ones, where that beats losses (option: wear_carbon)")
