// What `hubwatt report DIR --why PATH` prints.
#pragma once

#include <string>
#include <vector>

#include "tools/report.hpp"
#include "tools/words.hpp"

namespace hubwatt {

// On one screen a figure, or with every hub, input and estimate.
enum class WhyLength { screen, all };

// Throws UsageError where the run has no such figure, InputError where it lacks inputs.json.
std::string report_why_text(const FinishedRun& run, const std::vector<std::string>& paths, WhyLength length,
                            const Words& words);

// All of it: {"schema": 1, "directory", "figures": [...], "assumptions"}; why_json.hpp tells the rest.
std::string report_why_json(const FinishedRun& run, const std::vector<std::string>& paths);

}  // namespace hubwatt
