// Writes a file as a whole or not at all: an earlier one stays as it is until the new one is complete.
#pragma once

#include <filesystem>
#include <string>

namespace hubwatt {

// Throws Error where the disk refuses. Devices and pipes are written to directly.
void write_output(const std::filesystem::path& path, const std::string& text);

}  // namespace hubwatt
