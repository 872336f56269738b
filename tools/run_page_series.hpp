// What the page of a run shows of series.csv: sums of run_series_sums.hpp, cut to the digits a chart can show, so that
// the page of a national year stays small.
//   {"sums": [names], "interval_hours", "interval_count", "first_day", "total": S, "hubs": {id: S}}
//   S: {"days": {sum: by day}, "clock": {sum: by hour of the day}, "intervals": {sum: by interval}}
// Columns are texts of packed_numbers.hpp. Sums that are nought all along are left out, so is all of the only hub, which
// is that of the total, and so are of intervals sums that long runs do not show, or all of them of too many hubs.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>

namespace hubwatt {

// What stands above, and the queues of hubs, for which the same rows are read (run_page_queue.hpp).
struct RunPageSeries {
  nlohmann::ordered_json sums;
  nlohmann::ordered_json queue;
};

// Null where there is no such file. Throws InputError where it is damaged or not of the run of `summary`.
RunPageSeries run_page_series(const std::filesystem::path& file, const nlohmann::ordered_json& summary);

}  // namespace hubwatt
