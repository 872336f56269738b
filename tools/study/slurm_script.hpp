// The shell script that every task of a Slurm job array runs, and the words of its submission.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace hubwatt {

// What a batch script needs to know. All as the cluster's nodes see it.
struct SlurmScript {
  std::filesystem::path program;    // this one
  std::filesystem::path directory;  // where paths of the study begin
  std::filesystem::path study;
  std::filesystem::path tasks;     // a line of points for each task
  std::filesystem::path outcomes;  // POINT.json of a point that ended
  std::filesystem::path stored;    // POINT.json of one that need not be run any more
};
std::string slurm_script(const SlurmScript& script);

// sbatch and its options. Everything of a site (partition, account, time, memory) is left to the environment, which
// options would override. `at_once` 0: as many as the cluster likes. Throws UsageError where Slurm could not write
// below `logs`.
std::vector<std::string> submission(const std::filesystem::path& script, const std::filesystem::path& logs,
                                    std::size_t tasks, int at_once);

}  // namespace hubwatt
