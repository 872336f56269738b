// What a study file must be by itself, beside the limits of its keys. Not here: what the scenario says to its levels
// (study_trials.hpp).
#pragma once

#include "scenarios/reading.hpp"
#include "scenarios/study/study.hpp"

namespace hubwatt {

inline constexpr std::size_t most_points = 100'000;  // a week of runs that take a few seconds

void check_study(const Study& study, const Node& root, Reading& reading);

}  // namespace hubwatt
