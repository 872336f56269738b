// Rules a platform file sets itself (a limit on PUE, a target for green power) against what the run found.
#pragma once

#include <string>
#include <vector>

#include "scenarios/kpi.hpp"

namespace hubwatt {

struct RuleCheck {
  std::string rule, hub;
  double limit = 0.0, value = 0.0;
  double margin = 0.0;  // positive: room left
  bool pass = false;
  std::string source;
};

// `hubs` in the order of the platform. A hub without IT energy has no PUE to check.
std::vector<RuleCheck> check_rules(const Platform& platform, std::span<const KpiInput> hubs);

}  // namespace hubwatt
