// Runs a scenario and leaves a run directory: whole, or not at all. The simulation happens in a forked child, since
// a process can hold one SimGrid engine in its life; files are written to a directory beside the target, which takes
// its name when everything is there.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "models/error.hpp"
#include "scenarios/result_directory.hpp"
#include "scenarios/scenario.hpp"

namespace hubwatt {

struct RunOptions {
  std::filesystem::path directory;
  Overwrite overwrite = Overwrite::refuse;
  std::function<void(double)> progress;   // told now and then the share that is done, 0..1
  std::vector<std::string> command_line;  // without the output directory, for the manifest
  // Told the directory once everything is in it and before it takes its name, to add to it; where this throws, nothing
  // is left behind either. In a process of its own.
  std::function<void(const std::filesystem::path&)> add = {};
};

// Throws UsageError before anything runs, and what the child threw: PolicyError, InvariantError, Error. Where it
// throws, nothing is left behind and an existing run is untouched.
void run_to_directory(const Scenario& scenario, const RunOptions& options);

}  // namespace hubwatt
