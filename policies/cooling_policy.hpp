// The host's side of cooling decisions: a point that exists and that the equipment allows, or the run stops.
#pragma once

#include <cstdint>
#include <utility>

#include "policies/abi.h"
#include "policies/instance.hpp"

namespace hubwatt {

class CoolingPolicy {
 public:
  explicit CoolingPolicy(Instance instance) : instance_(std::move(instance)) {}
  const Instance& instance() const { return instance_; }

  // Index of one of view.points. Expects points[0] to be allowed.
  std::uint32_t choose(const hw_cooling_view& view);

 private:
  Instance instance_;
};

}  // namespace hubwatt
