// The host's side of schedule decisions. The policy acts through a scheduler of ours that stands before the
// real one: questions about positions that do not exist or have started never reach it, and stop the run.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "policies/abi.h"
#include "policies/instance.hpp"

namespace hubwatt {

class SchedulePolicy {
 public:
  explicit SchedulePolicy(Instance instance) : instance_(std::move(instance)) {}
  const Instance& instance() const { return instance_; }

  // Calls the functions of `scheduler` while it runs. What they throw comes through unchanged.
  void start_jobs(const hw_queue& queue, const hw_scheduler& scheduler);

 private:
  Instance instance_;
  // By position: the call in which it was last started or refused. Grows, and is never cleared between calls.
  std::vector<std::uint64_t> started_in_;
  std::vector<std::uint64_t> refused_in_;
  std::uint64_t call_ = 0;
};

}  // namespace hubwatt
