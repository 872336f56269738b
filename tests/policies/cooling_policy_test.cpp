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
  CHECK_THAT(refusal_to_choose("point that is not allowed"), says("chose point 3 (dry) for hub 0"));
  CHECK(refusal_to_choose("sound").empty());
}
