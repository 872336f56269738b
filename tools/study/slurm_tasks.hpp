// Which points of a study each task of a Slurm job array runs. A cluster allows only so many tasks in an array; a study
// of more points gives several to each.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hubwatt {

// Numbers of points, by task; the first task is that of index 1.
using SlurmTasks = std::vector<std::vector<std::size_t>>;

// Every point in one task, in order, none more than one longer than another; at most `most` tasks.
SlurmTasks slurm_tasks(std::span<const std::size_t> points, std::size_t most);

// A line of numbers for each task, which its shell script reads by index, and back.
std::string slurm_tasks_text(const SlurmTasks& tasks);
SlurmTasks slurm_tasks_of_text(std::string_view text);

}  // namespace hubwatt
