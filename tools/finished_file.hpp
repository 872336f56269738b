// Reads a file that another command of the program has written.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace hubwatt {

// The text of a JSON file. Throws InputError where it cannot be read or is damaged. `made` names what the directory
// should hold ("run"), `by` the command that writes it.
std::string finished_json(const std::filesystem::path& path, std::string_view made, std::string_view by);

}  // namespace hubwatt
