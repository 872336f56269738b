// A sweep: the points of a study that are not done yet, run by an engine and stored as they end. Prints nothing.
#pragma once

#include <filesystem>

#include "tools/progress.hpp"
#include "tools/study/study_engine.hpp"

namespace hubwatt {

// What to do where the file is there already.
enum class Existing { refuse, resume, replace };

struct SweepOptions {
  std::filesystem::path file;
  Existing existing = Existing::refuse;
  int at_once = 1;
  ProgressMode progress = ProgressMode::none;
  RunPoints run_points = run_points_here;
};

enum class SweepEnd { all_ended, interrupted, nothing_to_do };

// The name of a study's file where none is asked for.
std::filesystem::path sweep_file(const Study& study);

// Throws UsageError, before anything runs, where the file may not be replaced or gone on with, and what the disk or the
// engine throws; what was stored until then is kept.
SweepEnd run_sweep(const Study& study, const SweepOptions& options);

}  // namespace hubwatt
