// A study file to values. The only door from text to a Study.
#pragma once

#include <filesystem>

#include "scenarios/study/study.hpp"

namespace hubwatt {

// Throws InputError with every mistake of the file, of the scenario it names, and of each level by itself. What comes
// only of levels together is found when the point is run.
Study read_study(const std::filesystem::path& path);

}  // namespace hubwatt
