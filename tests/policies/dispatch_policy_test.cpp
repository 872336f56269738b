#include "policies/dispatch_policy.hpp"

#include <numeric>
#include <vector>

#include "policies/trial_views.hpp"
#include "tests/policies/loading.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

hw_placement place(const std::string& answer, const hw_job& job) {
  DispatchPolicy policy(nonsense(Decision::dispatch, answer));
  TrialFleet fleet;
  fleet.now_s = 100.0;
  return policy.place(job, fleet.view());
}

std::vector<double> spread(const std::string& answer, const TrialDemand& demand) {
  DispatchPolicy policy(nonsense(Decision::dispatch, answer));
  const TrialFleet fleet;
  std::vector<double> share(4, 99.0);
  policy.spread(demand.view(), fleet.view(), share);
  return share;
}

std::string refusal_to_place(const std::string& answer, const hw_job& job = trial_job(12, 8)) {
  return refusal([&] { place(answer, job); });
}
std::string refusal_to_spread(const std::string& answer, const TrialDemand& demand = TrialDemand(4)) {
  return refusal([&] { spread(answer, demand); });
}

}  // namespace

TEST_CASE("a placement outside the limits stops the run") {
  CHECK_THAT(refusal_to_place("hub beyond the last"),
             says("policy \"nonsense\" 0.1, dispatch at 100 s: put job 12 on hub 4, but there are 4"));
  CHECK_THAT(refusal_to_place("sound", trial_job(12, 300)),
             says("put job 12 of 300 accelerators on hub east-near, which can hold 256 at most"));
  CHECK_THAT(refusal_to_place("hold before the run"), says("holds job 12 until -1 s"));
  CHECK_THAT(refusal_to_place("hold too long"), says("not between 0 and 100 s"));
  CHECK_THAT(refusal_to_place("hold until nan"), says("until nan s"));
}

TEST_CASE("a placement on the limits is taken") {
  hw_job job = trial_job(12, 256);
  job.latest_start_s = 5000.0;
  CHECK(place("hold as long as allowed", job).hold_until_s == 5000.0);
  CHECK(place("hold as long as allowed", trial_job(12, 256)).hold_until_s == 100.0);
}

TEST_CASE("what a policy throws is told in the error") {
  CHECK_THAT(refusal_to_place("throws"), says("dispatch at 100 s: could not decide: I would rather not"));
  CHECK_THAT(refusal_to_place("throws a number"), says("could not decide: an exception that is no"));
}

TEST_CASE("shares outside the limits stop the run") {
  CHECK_THAT(refusal_to_spread("negative share"), says("gave hub east-far the share -0.1 of service 0"));
  CHECK_THAT(refusal_to_spread("nan share"), says("the share nan"));
  CHECK_THAT(refusal_to_spread("infinite share"), says("the share inf"));
  CHECK_THAT(refusal_to_spread("shares beyond 1"), says("sum to 1.2, more than 1"));
  TrialDemand demand(4);
  demand.allowed[2] = 0;
  CHECK_THAT(refusal_to_spread("share where not allowed", demand),
             says("gave hub west-near the share 0.1") && says("not allowed there"));
}

TEST_CASE("shares start from zero, and beyond 1 by rounding they are scaled to 1") {
  CHECK(spread("sound", TrialDemand(4)) == std::vector<double>(4, 0.0));
  const std::vector<double> share = spread("shares beyond 1 by rounding", TrialDemand(4));
  CHECK(share[0] == 0.5);
  CHECK(std::accumulate(share.begin(), share.end(), 0.0) == 1.0);
}
