// One point of a study by itself: to look at it, or to spread points over machines by hand. It is what a task of Slurm
// runs.
#pragma once

#include <filesystem>

#include "scenarios/study/study.hpp"
#include "tools/progress.hpp"

namespace hubwatt {

// Runs the point in a process of its own, tells standard error why it failed, and writes what became of it as JSON
// (outcome_json), also where it failed: to a file that appears whole or not at all, or to standard output where `output`
// is empty. Returns the point's exit code. Throws UsageError where the study has no point of that number, Error where
// the user interrupts; then nothing is written.
int run_lone_point(const Study& study, std::size_t number, const std::filesystem::path& output,
                   ProgressMode mode);

}  // namespace hubwatt
