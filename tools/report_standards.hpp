// What a text report says of rules and standards, from a run's summary: the scorecard, energy grades, and three green
// accounts side by side, which answer different questions and are never added.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "tools/reported_run.hpp"

namespace hubwatt {

// Limit, value, margin, and what would have to change. Where a rule holds in many run, those that meet it share a
// row with the least margin. Below it, what each rule says and who said so. Empty where no rule was checked.
std::string scorecard(const ReportedRun& run);

// Empty where no hub has a value to grade.
std::string grade_table(const ReportedRun& run);

// Annual attributes, hourly matching, carbon by location and by market.
std::string accounts_table(const ReportedRun& run);

}  // namespace hubwatt
