#include "tools/study/point_command.hpp"

#include <algorithm>

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

std::string shell_word(std::string_view text) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./=:,+-@%";
  if (!text.empty() && text.find_first_not_of(plain) == std::string_view::npos) return std::string(text);
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'')
      out += "'\\''";
    else
      out += c;
  }
  return out + "'";
}

std::string point_command(const StudyResults& results, const StudyRow& row) {
  std::string out = "hubwatt run " + shell_word(results.scenario);
  for (std::size_t axis = 0; axis < std::min(results.axes.size(), row.levels.size()); ++axis)
    for (const std::string& set : overrides(results.axes[axis], row.levels[axis]))
      out += " --set " + shell_word(set);
  return out + " --seed " + std::to_string(row.seed);
}

}  // namespace hubwatt
