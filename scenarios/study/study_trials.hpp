// What the scenario of a study says to it: as it stands, and to each level by itself. What comes of levels together is
// found when a point is run.
#pragma once

#include "scenarios/reading.hpp"
#include "scenarios/study/study.hpp"

namespace hubwatt {

// Adds mistakes at the levels that make them; fills in the files that are read, and the scenario's seed and the usual
// objectives where the study tells none.
void try_levels(Study& study, const Node& root, Reading& reading);

}  // namespace hubwatt
