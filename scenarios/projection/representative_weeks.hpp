// Which weeks of a scenario's year are simulated in the place of all of it, and how much of the year each stands for:
// the year is cut into equal parts, and of each part the week in its middle is taken. Seven days on end, so that every
// weekday is in each once, from midnight to midnight where the scenario starts at one. Not here: running them
// (simulated_plant.hpp).
//
//   Validity   as systematic sampling: what swings once a year is caught by four weeks; weather that comes and goes and
//              jobs that arrive by chance leave an error that falls as weeks are added. README.md has figures.
//   Source     W. G. Cochran, Sampling Techniques, 3rd ed. 1977, ch. 8 (centrally located systematic samples).
#pragma once

#include <cstdint>
#include <vector>

#include "scenarios/scenario.hpp"

namespace hubwatt {

inline constexpr int most_weeks = 52;

struct RepresentativeWeek {
  std::int64_t start = 0;  // seconds since 1970-01-01T00:00Z
  double weight = 1.0;     // weeks of the year it stands for; all together 365/7
};

// Of the first 365 days of the scenario, in order. 1 <= count <= most_weeks.
std::vector<RepresentativeWeek> representative_weeks(const Scenario& scenario, int count);

}  // namespace hubwatt
