// What series.csv tells of each hub's queue and of the accelerators that are held and at work.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tools/run_page_bins.hpp"

namespace hubwatt {

// [{"hub", "waiting_jobs", "gpus_held", "gpus_active"}]: means over each span.
// Throws InputError where the table is damaged.
nlohmann::ordered_json run_page_queue(const std::filesystem::path& table, const Spans& spans);

}  // namespace hubwatt
