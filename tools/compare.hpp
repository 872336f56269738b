// Two finished runs side by side: every figure of the total, the jobs and the services, the difference and the ratio.
#pragma once

#include <string>

#include "tools/report.hpp"

namespace hubwatt {

// Figures that are the same in both are left out of the text, with a count.
std::string comparison_text(const FinishedRun& a, const FinishedRun& b);

// {"schema": 1, "a": directory, "b": directory, "figures": [{"key", "a", "b", "difference", "ratio"}, ...]}; a ratio
// with nothing below it is null.
std::string comparison_json(const FinishedRun& a, const FinishedRun& b);

}  // namespace hubwatt
