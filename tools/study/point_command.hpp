// What to type to run one point of a study by itself, for a shell: its scenario, its settings, its seed.
#pragma once

#include <string>

#include "tools/study/study_results.hpp"

namespace hubwatt {

// "hubwatt run two-hubs.toml --set 'hub.a.cooling="cold-plate"' --seed 7"; the scenario as the study file names it, so
// it is typed where that file lies.
std::string point_command(const StudyResults& results, const StudyRow& row);

}  // namespace hubwatt
