// Workloads of a scenario that are others than it says; the rest stays.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "scenarios/scenario.hpp"

namespace hubwatt {

struct WorkloadChanges {
  std::vector<std::pair<std::size_t, TrainingWorkload>> training;  // by position in the scenario
  std::vector<std::pair<std::size_t, InferenceService>> inference;

  bool none() const { return training.empty() && inference.empty(); }
};

}  // namespace hubwatt
