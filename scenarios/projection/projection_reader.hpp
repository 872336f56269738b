// A projection file to values. The only door from text to a Projection. Plants that are simulated are read and checked
// but not yet run: see project.hpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "scenarios/projection/projection.hpp"

namespace hubwatt {

// Overrides are as after --set. A seed takes the place of the file's. Throws InputError with every mistake of the file
// and of the scenarios and projections it names.
Projection read_projection(const std::filesystem::path& path, std::span<const std::string> overrides = {},
                           std::optional<std::uint64_t> seed = std::nullopt);

}  // namespace hubwatt
