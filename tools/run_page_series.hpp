// What the page of a run shows of series.csv: sums of run_series_sums.hpp, cut to the digits a chart can show, so that
// the page of a national year stays small. As JSON text: a tree of a million numbers would take more time and memory
// than all else of a page.
//   {"interval_hours", "first_day", "total": S, "hubs": {id: S}}
//   S: {"run": {sum: number}, "days": {sum: [by day]}, "clock": {sum: [24]}, "intervals": {sum: [by interval]}}
// Sums that are nought all along are left out, so are days, clock and intervals of the only hub, which are those of the
// total, and some or all intervals of hubs in long runs.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace hubwatt {

// What stands above, and the queues of hubs, for which the same rows are read (run_page_queue.hpp).
struct RunPageSeries {
  std::string text = "null";
  nlohmann::ordered_json queue;
};

// Null where there is no such file. Throws InputError where it is damaged or not of the run of `summary`.
RunPageSeries run_page_series(const std::filesystem::path& file, const nlohmann::ordered_json& summary);

}  // namespace hubwatt
