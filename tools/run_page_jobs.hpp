// The part of a run page's data about jobs and services: jobs.csv and inference.csv, where the run wrote them.
#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>

namespace hubwatt {

// Throws InputError where a file is damaged.
nlohmann::ordered_json run_page_jobs(const std::filesystem::path& directory);

}  // namespace hubwatt
