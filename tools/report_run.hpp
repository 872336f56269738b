// The page of finished runs: what one used, or several side by side.
#pragma once

#include <string>
#include <vector>

#include "tools/report.hpp"
#include "tools/words.hpp"

namespace hubwatt {

// No directory in it, so that it is the same wherever the runs lie. Throws InputError where a file of a run is
// missing or damaged.
std::string report_run_page(const std::vector<FinishedRun>& runs, Language language = Language::english);

}  // namespace hubwatt
