#include "policies/instance.hpp"

#include "policies/supply_policy.hpp"
#include "policies/trial_views.hpp"
#include "tests/policies/loading.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;
using namespace hubwatt::test;
using Catch::Matchers::Equals;

namespace {

std::string refusal_to_rule(const std::string& name) {
  return refusal([&] {
    SupplyPolicy policy(instance_of(test_module(name), Decision::supply));
    hw_supply_view view = trial_supply(1e6, 2e6);
    view.now_s = 3600.0;
    policy.rule(view);
  });
}

}  // namespace

TEST_CASE("an exception that escapes a module becomes an error that names policy, decision and time") {
  CHECK_THAT(
      refusal_to_rule("leaky"),
      Equals("policy \"misdescribed\" 1.0, supply at 3600 s: let an exception escape: nobody caught me"));
}

TEST_CASE("an answer that was never given is found out") {
  CHECK_THAT(refusal_to_rule("silent"), says("set charge_from_surplus_w of hub 0 to nan"));
}

TEST_CASE("a policy that cannot decide stops the run with its answer where it gives no reason") {
  CHECK_THAT(refusal_to_rule("giving-up"), says("supply at 3600 s: could not decide (answer 7)"));
}

TEST_CASE("a policy that gives no instance is refused, with its reason if it has one") {
  CHECK_THAT(refusal([] { instance_of(test_module("unborn"), Decision::supply); }),
             says("cannot be set up: it gives no reason"));
  CHECK_THAT(
      refusal([] {
        shipped("fcfs", Decision::schedule, {{"depth", "3"}});
      }),
      Equals("policy \"fcfs\" 1.0, schedule: cannot be set up: unknown option \"depth\"; the policy has no "
             "options"));
}
