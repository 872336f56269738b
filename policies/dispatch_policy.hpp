// The host's side of dispatch decisions: asks the policy, and lets no answer through that breaks abi.h.
#pragma once

#include <span>
#include <utility>

#include "policies/abi.h"
#include "policies/instance.hpp"

namespace hubwatt {

class DispatchPolicy {
 public:
  explicit DispatchPolicy(Instance instance) : instance_(std::move(instance)) {}
  const Instance& instance() const { return instance_; }

  // Expects that some hub can hold the job. Throws PolicyError on a wrong answer.
  hw_placement place(const hw_job& job, const hw_fleet& fleet);

  // Overwrites `share`, one entry per hub of the fleet, with shares that sum to at most 1.
  void spread(const hw_demand& demand, const hw_fleet& fleet, std::span<double> share);

 private:
  Instance instance_;
};

}  // namespace hubwatt
