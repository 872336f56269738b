// What Slurm's programs print, to values.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hubwatt {

struct SlurmJob {
  std::string number;
  std::string cluster;  // where it is not the one that is asked by default
};

// "12" or "12;east", as sbatch --parsable prints; warnings may stand before it.
std::optional<SlurmJob> submitted_job(std::string_view printed);
std::string to_text(const SlurmJob& job);

struct SlurmTaskState {
  std::size_t task = 0;  // its index in the array
  std::string state;     // "PENDING", "RUNNING", "OUT_OF_MEMORY", ...
  std::string reason;    // "Resources", "TimeLimit", ...; empty where Slurm says none
};

// A line "index state reason" for each task, as squeue --array --format="%K %T %r" prints; other lines are passed over.
std::vector<SlurmTaskState> task_states(std::string_view printed);

// Whether a task in this state will never run again, unless somebody puts it back into the queue. States that nobody
// knows yet have not ended.
bool has_ended(std::string_view state);

// How many tasks an array may have that begins at 1, from scontrol show config; what Slurm sets where nobody does
// (slurm.conf, MaxArraySize) where it is not told.
std::size_t most_array_tasks(std::string_view printed);

}  // namespace hubwatt
