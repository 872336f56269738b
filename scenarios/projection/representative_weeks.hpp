// Which weeks of a scenario's year are simulated in the place of all of it, and how much of the year each stands for.
// The weeks are whole ones from midnight to midnight at the scenario's own start of day, so that every weekday is in
// each once. Not here: running them (simulated_plant.hpp).
#pragma once

#include <cstdint>
#include <vector>

#include "scenarios/scenario.hpp"

namespace hubwatt {

struct RepresentativeWeek {
  std::int64_t start = 0;  // seconds since 1970-01-01T00:00Z
  double weight = 1.0;     // weeks of the year it stands for; all together 52
};

// Of the first 365 days of the scenario, in order. 1 <= count <= 52.
std::vector<RepresentativeWeek> representative_weeks(const Scenario& scenario, int count);

}  // namespace hubwatt
