// What a sweep asks of Slurm, by the programs that every user of it has: sbatch, squeue, scancel, scontrol. No
// accounting (sacct) is needed, which small sites do without.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tools/study/slurm_answers.hpp"

namespace hubwatt {

// Variables by which a user bends what squeue lists and how, and that sbatch is to wait for the job's end. Taken out of
// this process's environment, where programs that it starts would find them.
void forget_slurm_habits();

// How many tasks an array may have.
std::size_t most_tasks_of_slurm();

// Throws UsageError where its programs are not on PATH.
void require_slurm();

// Throws Error where Slurm refuses, with its own reason.
SlurmJob submit_to_slurm(const std::vector<std::string>& words);

// Whether and how a job is known to Slurm. It forgets jobs some minutes after they ended (slurm.conf, MinJobAge).
struct SlurmQueue {
  enum class Answer { known, unknown, none };  // none: the controller cannot be reached
  Answer answer = Answer::none;
  std::vector<SlurmTaskState> tasks;
};
SlurmQueue queue_of(const SlurmJob& job);

// Ends all tasks of a job, those that wait and those that run. Throws Error where Slurm refuses.
void cancel(const SlurmJob& job);

}  // namespace hubwatt
