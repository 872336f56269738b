// What a finished projection says on a terminal, from its trajectory.json. Numbers are cut to four digits: the files
// have them all.
#pragma once

#include <string>

#include "tools/words.hpp"

namespace hubwatt {

// Tables: the trajectory, drivers of its change, uncertainty and what explains it, simulated weeks with their error,
// other scopes, claims of economists. Throws InputError where the text is no trajectory.
std::string projection_text(const std::string& trajectory_json, Language language = Language::english);

}  // namespace hubwatt
