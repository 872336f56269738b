// Points of a study as the tasks of a job array of Slurm, on the nodes of a cluster. Study, program and folder must lie
// where the nodes see them. The site's own settings (partition, account, time, memory) come from the variables that
// sbatch reads: SBATCH_PARTITION, SBATCH_ACCOUNT, ...
#pragma once

#include <filesystem>
#include <string>

#include "tools/study/study_engine.hpp"

namespace hubwatt {

struct SlurmSite {
  std::filesystem::path program;  // this one
  std::filesystem::path folder;   // for what the tasks write; gone when all points have ended well
  std::string version;            // of the program
};

// As many at once as the cluster likes where it is called with 0. Interrupted, or where storing an outcome fails, it
// cancels the job. Killed, it leaves the job to run: the next sweep of the same study with this folder takes what is
// there, goes on with the job if it still runs, and submits the rest. A task that ended without an outcome is told as
// failed, with what Slurm says and the last lines of its log. Throws UsageError where there is no
// Slurm here.
RunPoints run_points_by_slurm(SlurmSite site);

}  // namespace hubwatt
