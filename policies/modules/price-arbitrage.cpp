// Charges in cheap hours and covers the load in dear ones, by the exact optimum of the coming 24 hours (see
// stored_value.hpp), decided anew each step. `wear_cost` is what a discharged kilowatt-hour costs the battery, in
// CNY/kWh: its price over the energy of its life, 0.1 to 0.3 for lithium cells of 2025; trades that gain less are
// left. Takes surplus renewables whenever there are any. Knows the demand charge only as a limit to charging, lets no
// peak be shaved (see peak-shave), and takes the load of the day before for the coming one.
#include "policies/modules/stored_value.hpp"
#include "policies/policy.hpp"

namespace {

class PriceArbitrage : public hubwatt::policy::Supply {
 public:
  explicit PriceArbitrage(hubwatt::policy::Options& options)
      : trader_(options.number("wear_cost", 0.0, 0.0, 100.0), 1e-9) {}

  hw_supply_rule rule(const hw_supply_view& view) override {
    return trader_.rule(view, view.price_cny_per_kwh);
  }

 private:
  hubwatt::policy::Trader trader_;
};

}  // namespace

HUBWATT_POLICY(
    PriceArbitrage, "price-arbitrage", "1.0",
    "charges in cheap hours, covers load in dear ones, where that beats losses (option: wear_cost)")
