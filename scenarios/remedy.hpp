// What would have to change for a limit to be met, in numbers. Each change is told with all else as it was: the IT
// energy, the weather, the attributes held. Says nothing of how to do it, or whether it can be done.
#pragma once

#include <string>
#include <vector>

#include "scenarios/kpi.hpp"

namespace hubwatt {

struct Change {
  std::string what, what_zh;
  double amount = 0.0;
  std::string unit;  // "kWh", "ms", "h"; empty for counts and ratios
};

// For figures of a hub or of all: all changes together lead from `value` to the limit. `value` misses the limit.
std::vector<Change> changes_to_meet(std::string_view indicator, double limit, double value,
                                    const KpiInput& figures);

}  // namespace hubwatt
