// What inference.csv tells a reader, service by service: how much was asked and served, and how soon.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tools/run_page_bins.hpp"

namespace hubwatt {

// [{"service", "requests", "served", "met", "mean_latency_ms",
//   "course": {"requests", "served_share", "slo_attainment", "mean_latency_ms", "worst_p99_ms",
//              "tokens_out"},
//   "hubs": [{"hub", "requests", "served", "tokens_out", "mean_latency_ms", "slo_attainment",
//             "energy_kwh"}]}]
// A course has a figure for each span. Throws InputError where the table is damaged.
nlohmann::ordered_json run_page_services(const std::filesystem::path& table, const Spans& spans);

}  // namespace hubwatt
