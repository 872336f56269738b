#include "tools/study/slurm_script.hpp"

#include <fmt/format.h>

#include "scenarios/result_directory.hpp"
#include "tools/shell_line.hpp"

namespace hubwatt {

namespace fs = std::filesystem;

std::string slurm_script(const SlurmScript& script) {
  const auto quoted = [](const fs::path& path) { return shell_word(path.string()); };
  return fmt::format(R"(#!/bin/sh
#SBATCH --job-name=hubwatt-sweep
# Runs the points in this task's line of the list, each in a process of its own, but for those that have an outcome.
cd {directory} || exit 1
outcomes={outcomes}
stored={stored}
code=0
for point in $(sed -n "${{SLURM_ARRAY_TASK_ID}}p" {tasks}); do
  if [ -e "$outcomes/$point.json" ] || [ -e "$stored/$point.json" ]; then continue; fi
  {program} sweep {study} --point "$point" -o "$outcomes/$point.json" --quiet || code=$?
done
exit "$code"
)",
                     fmt::arg("directory", quoted(script.directory)),
                     fmt::arg("outcomes", quoted(script.outcomes)), fmt::arg("stored", quoted(script.stored)),
                     fmt::arg("tasks", quoted(script.tasks)), fmt::arg("program", quoted(script.program)),
                     fmt::arg("study", quoted(script.study)));
}

std::vector<std::string> submission(const fs::path& script, const fs::path& logs, std::size_t tasks,
                                    int at_once) {
  // Slurm takes a backslash as "this is no pattern" and would write all logs to one file.
  std::string pattern;
  for (const char c : logs.string()) {
    if (c == '\\')
      throw UsageError(logs.string() +
                       ": Slurm writes nothing below a name with a backslash; choose another -o");
    pattern += c;
    if (c == '%') pattern += c;
  }
  pattern += "/%A_%a.txt";
  std::string array = fmt::format("--array=1-{}", tasks);
  if (at_once > 0) array += fmt::format("%{}", at_once);
  return {"sbatch", "--parsable", array, "--output=" + pattern, "--error=" + pattern, script.string()};
}

}  // namespace hubwatt
