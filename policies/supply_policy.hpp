// The host's side of supply decisions: a rule the battery can follow, or the run stops.
#pragma once

#include <utility>

#include "policies/abi.h"
#include "policies/instance.hpp"

namespace hubwatt {

class SupplyPolicy {
 public:
  explicit SupplyPolicy(Instance instance) : instance_(std::move(instance)) {}
  const Instance& instance() const { return instance_; }

  hw_supply_rule rule(const hw_supply_view& view);

 private:
  Instance instance_;
};

}  // namespace hubwatt
