#include "tools/study/slurm_tasks.hpp"

#include <algorithm>
#include <charconv>

#include "models/contract.hpp"

namespace hubwatt {

SlurmTasks slurm_tasks(std::span<const std::size_t> points, std::size_t most) {
  HUBWATT_EXPECTS(most > 0);
  SlurmTasks tasks(std::min(points.size(), most));
  std::size_t begin = 0;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const std::size_t count = (points.size() - begin) / (tasks.size() - i);
    const auto first = points.begin() + static_cast<std::ptrdiff_t>(begin);
    tasks[i].assign(first, first + static_cast<std::ptrdiff_t>(count));
    begin += count;
  }
  return tasks;
}

std::string slurm_tasks_text(const SlurmTasks& tasks) {
  std::string text;
  for (const std::vector<std::size_t>& points : tasks) {
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (i > 0) text += ' ';
      text += std::to_string(points[i]);
    }
    text += '\n';
  }
  return text;
}

SlurmTasks slurm_tasks_of_text(std::string_view text) {
  SlurmTasks tasks;
  for (std::size_t end; (end = text.find('\n')) != std::string_view::npos; text.remove_prefix(end + 1)) {
    std::vector<std::size_t>& points = tasks.emplace_back();
    for (const char *at = text.data(), *stop = at + end; at < stop; ++at) {
      std::size_t point = 0;
      const auto [rest, problem] = std::from_chars(at, stop, point);
      if (problem != std::errc()) return {};
      points.push_back(point);
      at = rest;
    }
  }
  return tasks;
}

}  // namespace hubwatt
