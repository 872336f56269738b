#include "tools/study/study_effects.hpp"

#include <algorithm>

#include "tools/study/study_settings.hpp"

namespace hubwatt {

namespace {

struct Sum {
  double sum = 0.0, low = 0.0, high = 0.0;
  std::size_t runs = 0;

  void add(double value) {
    low = runs == 0 ? value : std::min(low, value);
    high = runs == 0 ? value : std::max(high, value);
    sum += value;
    ++runs;
  }
  double mean() const { return std::clamp(sum / static_cast<double>(runs), low, high); }
};

}  // namespace

bool is_base_but_for(const StudyResults& results, const StudyRow& row, std::size_t axis) {
  for (std::size_t other = 0; other < results.axes.size(); ++other)
    if (other != axis &&
        (results.axes[other].range || row.levels[other] != results.axes[other].levels[0].name))
      return false;
  return true;
}

std::optional<AxisEffect> axis_effect(const StudyResults& results, std::size_t axis, std::size_t figure) {
  const std::vector<Level>& levels = results.axes[axis].levels;
  if (results.axes[axis].range || levels.empty()) return std::nullopt;
  const bool from_base = results.design == "one-at-a-time";
  std::vector<Sum> at(levels.size());
  Sum all;
  for (const StudyRow& row : results.rows) {
    const std::optional<double> value = figure_of(row, figure);
    if (!value || (from_base && !is_base_but_for(results, row, axis))) continue;
    const auto level = std::find_if(levels.begin(), levels.end(),
                                    [&](const Level& one) { return one.name == row.levels[axis]; });
    if (level == levels.end()) continue;
    at[static_cast<std::size_t>(level - levels.begin())].add(*value);
    all.add(*value);
  }
  const Sum& reference = from_base ? at.front() : all;
  if (reference.runs == 0) return std::nullopt;
  AxisEffect out{axis, figure, reference.mean(), 0.0, {}};
  double lowest = 0.0, highest = 0.0;
  for (std::size_t level = 0; level < at.size(); ++level) {
    if (at[level].runs == 0) continue;
    const double mean = at[level].mean();
    lowest = out.levels.empty() ? mean : std::min(lowest, mean);
    highest = out.levels.empty() ? mean : std::max(highest, mean);
    out.levels.push_back({level, at[level].runs, mean, at[level].low, at[level].high, mean - out.reference});
  }
  out.span = highest - lowest;
  return out;
}

}  // namespace hubwatt
