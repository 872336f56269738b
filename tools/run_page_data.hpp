// What the page of a run holds: summary.json and manifest.json as they are, and what the tables of the run
// say, summed and rounded so that the page of a national year stays small. Layout:
//   {"name", "summary", "manifest", "series", "jobs"}
//   series: null where the run wrote none, else {"interval_hours", "first_day", "total": S, "hubs": {id: S}}
//   S: {"run": {sum: number}, "days": {sum: [by day]}, "clock": {sum: [24]}, "intervals": {sum: [by interval]}}
// with the sums of run_series_sums.hpp; those that are nought all along are left out, so are days, clock
// and intervals of the only hub, which are those of the total, and some or all intervals of hubs in long
// runs.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "tools/report.hpp"

namespace hubwatt {

// Throws InputError where a file is damaged, lacks what a page shows, or does not belong to the others.
nlohmann::ordered_json run_page_data(const FinishedRun& run);

}  // namespace hubwatt
