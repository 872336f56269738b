// The folder through which a sweep and the tasks it gave to Slurm talk, on a file system that both see. A task leaves a
// file for each point that ended; the sweep stores what is in it and puts it aside. It outlives a sweep that is killed,
// so that the next one finds what the tasks did meanwhile.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/study/point_run.hpp"
#include "tools/study/slurm_answers.hpp"
#include "tools/study/slurm_script.hpp"
#include "tools/study/slurm_tasks.hpp"

namespace hubwatt {

struct SlurmSubmission {
  SlurmJob job;
  SlurmTasks tasks;
};

class SlurmFolder {
 public:
  // Makes it, or takes it up again. `study` says which study and version of the program it belongs to; what a sweep of
  // another left, if it has no job any more, is cleared away. Throws UsageError where another's job uses it, or where
  // something else lies there; Error where the disk refuses.
  SlurmFolder(const std::filesystem::path& path, const std::string& study);

  // What was submitted and is not known to have ended.
  std::optional<SlurmSubmission> submission() const;
  // In this order: the list and the script of a submission, then, once Slurm took it, its job.
  void prepare(const SlurmTasks& tasks, SlurmScript script) const;
  void keep(const SlurmJob& job) const;
  void forget_job() const;

  std::filesystem::path script() const { return path_ / "script.sh"; }
  std::filesystem::path logs() const { return path_ / "logs"; }

  // Numbers of the points that have ended and are not put aside, in order. Looks anew, also where files come from
  // another machine over NFS, which remembers what a folder held.
  std::vector<std::size_t> arrived() const;
  // What became of one of them; an outcome that failed where its file says nothing that can be read.
  PointOutcome outcome(std::size_t point) const;
  void put_aside(std::size_t point) const;
  // A point is to be run again.
  void take_back(std::size_t point) const;

  // The last lines of what a task said; empty where there is nothing.
  std::vector<std::string> last_words(const SlurmJob& job, std::size_t task) const;

  void remove() const;

 private:
  std::filesystem::path file(const char* folder, std::size_t point) const;
  std::filesystem::path path_;
};

}  // namespace hubwatt
