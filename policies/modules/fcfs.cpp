// First come, first served: starts waiting jobs in the order of arrival and stops at the first that does not
// fit. Looks at nothing but that order. Ignores durations and everything behind the first job that has to
// wait, so that accelerators stay empty in front of a wide job.
#include "policies/policy.hpp"

namespace {

class FirstComeFirstServed : public hubwatt::policy::Schedule {
 public:
  void start_jobs(const hubwatt::policy::Queue& queue) override {
    for (std::uint32_t position = 0; position < queue.size(); ++position) {
      if (!queue.start(position)) return;
    }
  }
};

}  // namespace

HUBWATT_POLICY(FirstComeFirstServed, "fcfs", "1.0",
               "starts jobs in the order of arrival; none overtakes another")
