#include "tools/study/slurm_commands.hpp"

#include <fmt/format.h>

#include <cstdlib>

#include "models/error.hpp"
#include "models/units.hpp"
#include "scenarios/result_directory.hpp"
#include "tools/child_program.hpp"

namespace hubwatt {

namespace {

// Slurm's programs ask again by themselves while a controller is busy.
constexpr Duration patience = 60.0 * unit::second;
constexpr Duration patience_for_submission = 5.0 * unit::minute;

std::string without_end_of_line(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text;
}

std::vector<std::string> for_job(std::vector<std::string> words, const SlurmJob& job) {
  if (!job.cluster.empty()) words.push_back("--clusters=" + job.cluster);
  return words;
}

}  // namespace

void forget_slurm_habits() {
  for (const char* name :
       {"SQUEUE_ACCOUNT", "SQUEUE_FORMAT", "SQUEUE_FORMAT2", "SQUEUE_LICENSES", "SQUEUE_NAMES",
        "SQUEUE_PARTITION", "SQUEUE_QOS", "SQUEUE_SORT", "SQUEUE_STATES", "SQUEUE_USERS", "SBATCH_WAIT",
        "SCANCEL_STATE", "SCANCEL_PARTITION", "SCANCEL_INTERACTIVE"})
    ::unsetenv(name);
}

std::size_t most_tasks_of_slurm() {
  const auto said = ask_program({"scontrol", "show", "config"}, patience);
  return most_array_tasks(said && said->exit_code == 0 ? said->output : "");
}

void require_slurm() {
  if (ask_program({"sbatch", "--version"}, patience)) return;
  throw UsageError(
      "there is no Slurm here: sbatch is not on PATH; install its programs (Debian: slurm-client) on a "
      "machine that "
      "may submit to the cluster, or run the points on this machine with --engine local");
}

SlurmJob submit_to_slurm(const std::vector<std::string>& words) {
  const auto said = ask_program(words, patience_for_submission);
  if (!said || said->exit_code != 0)
    throw Error(fmt::format("Slurm refuses the study: {}",
                            said ? without_end_of_line(said->errors) : "sbatch is gone from PATH"));
  const std::optional<SlurmJob> job = submitted_job(said->output);
  if (!job)
    throw Error(fmt::format("sbatch printed no number of a job: {}", without_end_of_line(said->output)));
  return *job;
}

SlurmQueue queue_of(const SlurmJob& job) try {
  const auto said = ask_program(for_job({"squeue", "--noheader", "--array", "--states=all",
                                         "--jobs=" + job.number, "--format=%K %T %r"},
                                        job),
                                patience);
  if (!said) return {};
  if (said->exit_code == 0) return {SlurmQueue::Answer::known, task_states(said->output)};
  const bool forgotten = said->errors.find("Invalid job id") != std::string::npos;
  return {forgotten ? SlurmQueue::Answer::unknown : SlurmQueue::Answer::none, {}};
} catch (const Error&) {  // in time
  return {};
}

void cancel(const SlurmJob& job) {
  const auto said = ask_program(for_job({"scancel", job.number}, job), patience);
  if (!said || said->exit_code != 0)
    throw Error(fmt::format("Slurm's job {} could not be cancelled: {}", to_text(job),
                            said ? without_end_of_line(said->errors) : "there is no scancel"));
}

}  // namespace hubwatt
