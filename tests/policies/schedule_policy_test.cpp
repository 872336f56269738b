#include "policies/schedule_policy.hpp"

#include <stdexcept>

#include "policies/trial_scheduler.hpp"
#include "tests/policies/loading.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

// Two jobs wait; the first fits, the second is too wide for now.
TrialScheduler two_waiting() {
  return {50.0, 16, {{90.0, 48}}, {{1, 8, 10.0, 0.0}, {2, 32, 10.0, 1.0}}};
}

std::string refusal_to_start(const std::string& answer) {
  SchedulePolicy policy(nonsense(Decision::schedule, answer));
  TrialScheduler scheduler = two_waiting();
  return refusal([&] { policy.start_jobs(scheduler.queue(), scheduler.functions()); });
}

}  // namespace

TEST_CASE("a scheduler's questions that make no sense stop the run") {
  CHECK_THAT(
      refusal_to_start("starts beyond the last"),
      says("policy \"nonsense\" 0.1, schedule at 50 s: on hub 0 it starts position 2 of a queue of 2"));
  CHECK_THAT(refusal_to_start("asks beyond the last"), says("it asks about position 9 of a queue of 2"));
  CHECK_THAT(refusal_to_start("starts one twice"), says("it starts position 0, which it has started"));
  CHECK_THAT(refusal_to_start("asks about a started one"),
             says("asks about position 0, which it has started"));
  CHECK_THAT(refusal_to_start("insists"), says("starts position 1 again, which does not fit"));
  CHECK_THAT(refusal_to_start("asks whether one delays itself"), says("whether position 1 delays itself"));
}

TEST_CASE("of a mistake and the giving up that follows, the mistake is told") {
  CHECK_THAT(refusal_to_start("gives up after a mistake"), says("it starts position 2 of a queue of 2"));
}

TEST_CASE("what a position went through in one call does not count in the next") {
  SchedulePolicy policy(shipped("fcfs", Decision::schedule));
  for (int call = 0; call < 3; ++call) {
    TrialScheduler scheduler = two_waiting();
    policy.start_jobs(scheduler.queue(), scheduler.functions());
    CHECK(scheduler.started() == std::vector<std::uint32_t>{0});
  }
}

TEST_CASE("an exception from behind the scheduler comes through the policy unchanged") {
  SchedulePolicy policy(nonsense(Decision::schedule, "asks all"));
  TrialScheduler scheduler = two_waiting();
  hw_scheduler functions = scheduler.functions();
  functions.would_delay = [](void*, std::uint32_t, std::uint32_t) -> std::int32_t {
    throw std::out_of_range("the engine's own trouble");
  };
  CHECK_THROWS_AS(policy.start_jobs(scheduler.queue(), functions), std::out_of_range);
}
