// The host's side of cooling decisions: a point that exists and that the equipment allows, or the run stops.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "policies/abi.h"
#include "policies/instance.hpp"

namespace hubwatt {

// What a message tells beyond the view. Asked only when an answer is refused.
struct PointTexts {
  std::string_view hub;                                        // its id; where empty, the index tells it
  std::function<std::string(std::uint32_t point)> limit = {};  // "the supply may be 27 degC at most"
};

class CoolingPolicy {
 public:
  explicit CoolingPolicy(Instance instance) : instance_(std::move(instance)) {}
  const Instance& instance() const { return instance_; }

  // Index of one of view.points. Expects points[0] to be allowed.
  std::uint32_t choose(const hw_cooling_view& view, const PointTexts& texts = {});

 private:
  Instance instance_;
};

}  // namespace hubwatt
