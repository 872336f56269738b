#include "tools/study/study_variance.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace hubwatt {

namespace {

double square(double x) {
  return x * x;
}

// Sum over runs of the squared distance from the mean of their setting.
double within_settings(const StudyResults& results, const std::vector<StudySetting>& settings,
                       std::size_t figure) {
  double out = 0.0;
  for (const StudySetting& setting : settings)
    for (const std::size_t row : setting.rows)
      if (const std::optional<double> value = figure_of(results.rows[row], figure))
        out += square(*value - setting.figures[figure]->mean);
  return out;
}

bool is_balanced(const StudyResults& results, const std::vector<StudySetting>& settings, std::size_t figure) {
  if (results.design != "full-factorial" || settings.empty()) return false;
  std::size_t combinations = 1;
  for (const Axis& axis : results.axes) combinations *= axis.range ? 0 : axis.levels.size();
  if (settings.size() != combinations) return false;
  return std::all_of(settings.begin(), settings.end(), [&](const StudySetting& setting) {
    const std::optional<SeedSpread>& value = setting.figures[figure];
    return value && value->runs == settings.front().rows.size() && value->runs == setting.rows.size();
  });
}

// From means of settings, each of which stands for the same number of runs.
double between_levels(const std::vector<StudySetting>& settings, std::size_t axis, std::size_t figure,
                      double mean) {
  std::map<std::string, std::pair<double, double>> sums;  // of a level: of means, and their number
  for (const StudySetting& setting : settings) {
    auto& [sum, count] = sums[setting.levels[axis]];
    sum += setting.figures[figure]->mean;
    count += 1.0;
  }
  double out = 0.0;
  for (const auto& [level, sum] : sums) out += sum.second * square(sum.first / sum.second - mean);
  return out;
}

}  // namespace

std::optional<VarianceParts> variance_parts(const StudyResults& results,
                                            const std::vector<StudySetting>& settings, std::size_t figure) {
  if (!is_balanced(results, settings, figure)) return std::nullopt;
  double sum = 0.0, low = 0.0, high = 0.0;
  for (const StudySetting& setting : settings) {
    const SeedSpread& value = *setting.figures[figure];
    low = &setting == &settings.front() ? value.low : std::min(low, value.low);
    high = &setting == &settings.front() ? value.high : std::max(high, value.high);
    sum += value.mean;
  }
  if (high - low <= 1e-12 * std::max(std::abs(low), std::abs(high))) return std::nullopt;

  const double mean = sum / static_cast<double>(settings.size());
  const auto runs = static_cast<double>(settings.front().rows.size());
  VarianceParts out{figure, 0.0, {}, 0.0, within_settings(results, settings, figure)};
  double between = 0.0, of_axes = 0.0;
  for (const StudySetting& setting : settings) between += runs * square(setting.figures[figure]->mean - mean);
  for (std::size_t axis = 0; axis < results.axes.size(); ++axis) {
    out.axes.push_back(runs * between_levels(settings, axis, figure, mean));
    of_axes += out.axes.back();
  }
  out.total = between + out.seeds;
  out.interactions = std::max(0.0, between - of_axes);
  return out;
}

std::optional<double> deviation_over_seeds(const StudyResults& results,
                                           const std::vector<StudySetting>& settings, std::size_t figure) {
  std::size_t runs = 0, of = 0;
  for (const StudySetting& setting : settings)
    if (const std::optional<SeedSpread>& value = setting.figures[figure]) {
      runs += value->runs;
      ++of;
    }
  if (runs == of) return std::nullopt;
  return std::sqrt(within_settings(results, settings, figure) / static_cast<double>(runs - of));
}

}  // namespace hubwatt
