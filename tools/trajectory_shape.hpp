// Whether a trajectory.json is what this version's page and tables can show: every figure where it belongs and one
// for each year. Figures themselves are not judged.
#pragma once

#include <optional>
#include <string>

namespace hubwatt {

struct ShapeFault {
  std::string key;  // "quantities.3.central"
  std::string problem;
};

// The first fault, or nothing. `trajectory` is JSON.
std::optional<ShapeFault> trajectory_fault(const std::string& trajectory);

}  // namespace hubwatt
