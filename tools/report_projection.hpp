// What a finished projection says to a reader: JSON, or a page. Reads trajectory.json only; a directory where it is
// missing, damaged or not of the shape that `hubwatt project` writes is refused with the place of the fault.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tools/words.hpp"

namespace hubwatt {

struct FinishedProjection {
  std::filesystem::path directory;
  std::string name;
  std::string trajectory;  // trajectory.json
};

bool is_projection(const std::filesystem::path& directory);

// Throws InputError where the directory is no finished projection.
FinishedProjection read_finished_projection(const std::filesystem::path& directory);

// {"schema": 1, "projections": [{"directory", "trajectory"}, ...]}
std::string report_projection_json(const std::vector<FinishedProjection>& projections);

// One page for all of them; no directory in it, so that it is the same wherever they lie.
std::string report_projection_page(const std::vector<FinishedProjection>& projections,
                                   Language language = Language::english);

}  // namespace hubwatt
