#include "tools/study/point_command.hpp"

#include <algorithm>

#include "tools/shell_line.hpp"

namespace hubwatt {

namespace {

// A range's value is text where it has a unit, as in a file.
std::string override_of(const Range& range, const std::string& value) {
  return range.key + "=" + (range.unit.empty() ? value : '"' + value + '"');
}

std::vector<std::string> overrides(const Axis& axis, const std::string& level) {
  if (axis.range) return {override_of(*axis.range, level)};
  for (const Level& one : axis.levels)
    if (one.name == level) return one.set;
  return {};
}

}  // namespace

std::string point_command(const StudyResults& results, const StudyRow& row) {
  std::vector<std::string> words{"hubwatt", "run", results.scenario};
  const auto add = [&words](const std::string& set) { words.insert(words.end(), {"--set", set}); };
  for (const std::string& set : results.set) add(set);
  for (std::size_t axis = 0; axis < std::min(results.axes.size(), row.levels.size()); ++axis)
    for (const std::string& set : overrides(results.axes[axis], row.levels[axis])) add(set);
  words.insert(words.end(), {"--seed", std::to_string(row.seed)});
  return shell_line(words);
}

}  // namespace hubwatt
