#include "policies/supply_policy.hpp"

#include "policies/trial_views.hpp"
#include "tests/policies/loading.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

std::string refusal_to_rule(const std::string& answer) {
  return refusal([&] {
    SupplyPolicy policy(nonsense(Decision::supply, answer));
    policy.rule(trial_supply(1e6, 2e6));
  });
}

}  // namespace

TEST_CASE("a rule the battery cannot follow stops the run") {
  CHECK_THAT(refusal_to_rule("charges too hard"),
             says("set charge_from_surplus_w of hub 0 to 7500000") && says("the battery's 5e+06 W"));
  CHECK_THAT(refusal_to_rule("charges backwards"), says("set charge_from_grid_w of hub 0 to -1"));
  CHECK_THAT(refusal_to_rule("discharges nan"), says("set discharge_w of hub 0 to nan"));
  CHECK_THAT(refusal_to_rule("both ways"), says("charge from the grid at 5e+06 W and discharge"));
  CHECK(refusal_to_rule("sound").empty());
}
