// A platform file to values. All mistakes of the file are found before it is refused.
#pragma once

#include <filesystem>
#include <span>

#include "platforms/hub.hpp"
#include "scenarios/input_files.hpp"
#include "scenarios/override.hpp"
#include "scenarios/reading.hpp"

namespace hubwatt {

// Reads the file at `path`; throws InputError.
Platform read_platform(const std::filesystem::path& path, InputFiles& files,
                       std::span<const Override> overrides = {});

// The same for callers that have mistakes of their own to add: the platform as far as it could be read. Names for
// later references are left in `reading`.
Platform read_platform(const Node& root, Reading& reading);

// A TOML file as a tree, or nothing with the mistake added. `named_at` is the place that names the file.
std::optional<Node> read_document(const std::filesystem::path& path, const std::filesystem::path& folder,
                                  const Diagnostic& named_at, InputFiles& files,
                                  std::vector<Diagnostic>& mistakes);

// The entries of the catalogue by section: node.cooling.NAME.
Node read_catalogue();

}  // namespace hubwatt
