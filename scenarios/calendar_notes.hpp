// Where a file's year and a year of the run differ by 29 February: what is then done (models/hourly.hpp), said once
// per figure and year, so that no day is filled or left out in silence.
#pragma once

#include <string>
#include <vector>

#include "scenarios/scenario.hpp"

namespace hubwatt {

// "hub a: climate has 8760 hours; 29 February 2024 takes those of the day before"
std::vector<std::string> calendar_notes(const Scenario& scenario);

}  // namespace hubwatt
