// Whether summary.json holds what the page of a run reads.
#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>

namespace hubwatt {

// Throws InputError with the place in `file` where it does not.
void expect_summary_shape(const std::filesystem::path& file, const nlohmann::ordered_json& summary);

}  // namespace hubwatt
