// What a run's page shows of jobs and services: sums over jobs.csv and inference.csv, small whatever the run. A jobs.csv that does not hold the jobs of summary.json is refused.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>

namespace hubwatt {

// {"span_hours",
//  "jobs": {"edges": {"wait_s", "run_s", "slowdown", "gpus"},
//           "groups": [{"workload", "hub", "states": {...}, "started", "mean_wait_s", "longest_wait_s",
//                       "mean_slowdown", "wait_s": [counts], "run_s", "slowdown", "gpus"}]},
//  "services": as of run_page_services.hpp}
// A table that the run did not write is null. Slowdown: time in the system over time on the servers.
// Throws InputError where a file is missing that the run has written, or where it is damaged or cut off.
nlohmann::ordered_json run_page_jobs(const std::filesystem::path& directory);

}  // namespace hubwatt
