#include "policies/cooling_policy.hpp"

#include "policies/trial_views.hpp"
#include "tests/policies/loading.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

std::string refusal_to_choose(const std::string& answer) {
  return refusal([&] {
    CoolingPolicy policy(nonsense(Decision::cooling, answer));
    const TrialCooling cooling;
    policy.choose(cooling.view());
  });
}

}  // namespace

TEST_CASE("a cooling point that does not exist or is not allowed stops the run") {
  CHECK_THAT(refusal_to_choose("point beyond the last"),
             says("policy \"nonsense\" 0.1, cooling at 0 s: chose point 6 for hub 0, but there are 6"));
  CHECK_THAT(
      refusal_to_choose("point that is not allowed"),
      says("chose point 3 (dry, supply at 27 degC, servers' inlet at 29 degC) for hub 0, which is forbidden "
           "now: it breaks the equipment's limits"));
  CHECK(refusal_to_choose("sound").empty());
}

TEST_CASE("a refusal names the hub, what was attempted and the limit it breaks") {
  TrialStore store;
  store.stored_j = store.capacity_j;
  const std::string text = refusal([&] {
    CoolingPolicy policy(nonsense(Decision::cooling, "point that is not allowed"));
    hw_cooling_view view = store.view();
    view.now_s = 7200.0;
    policy.choose(view,
                  {"zhongwei", [](std::uint32_t point) { return "limit of " + std::to_string(point); }});
  });
  CHECK(text ==
        "policy \"nonsense\" 0.1, cooling at 7200 s: chose point 1 (design, supply at 17 degC, servers' "
        "inlet at 24 "
        "degC) for hub zhongwei, which is forbidden now: limit of 1");
}
