#include "tools/study/study_settings.hpp"

#include <algorithm>
#include <map>

namespace hubwatt {

namespace {

std::optional<SeedSpread> spread_of(const StudyResults& results, const StudySetting& setting,
                                    std::size_t figure) {
  SeedSpread out;
  double sum = 0.0;
  for (const std::size_t row : setting.rows) {
    const std::optional<double> value = figure_of(results.rows[row], figure);
    if (!value) continue;
    out.low = out.runs == 0 ? *value : std::min(out.low, *value);
    out.high = out.runs == 0 ? *value : std::max(out.high, *value);
    sum += *value;
    ++out.runs;
  }
  if (out.runs == 0) return std::nullopt;
  // Rounding must not lead out of what the mean is of.
  out.mean = std::clamp(sum / static_cast<double>(out.runs), out.low, out.high);
  return out;
}

}  // namespace

std::optional<double> figure_of(const StudyRow& row, std::size_t figure) {
  if (row.state != StudyRow::State::done || figure >= row.values.size()) return std::nullopt;
  return row.values[figure];
}

std::optional<std::size_t> figure_at(const StudyResults& results, std::string_view path) {
  const auto found = std::find(results.figures.begin(), results.figures.end(), path);
  if (found == results.figures.end()) return std::nullopt;
  return static_cast<std::size_t>(found - results.figures.begin());
}

std::vector<StudySetting> study_settings(const StudyResults& results) {
  std::vector<StudySetting> out;
  std::map<std::vector<std::string>, std::size_t> known;
  for (std::size_t row = 0; row < results.rows.size(); ++row) {
    const auto [found, is_new] = known.emplace(results.rows[row].levels, out.size());
    if (is_new) out.push_back({results.rows[row].levels, {}, 0, {}});
    StudySetting& setting = out[found->second];
    setting.rows.push_back(row);
    if (results.rows[row].state == StudyRow::State::done) ++setting.done;
  }
  for (StudySetting& setting : out)
    for (std::size_t figure = 0; figure < results.figures.size(); ++figure)
      setting.figures.push_back(spread_of(results, setting, figure));
  return out;
}

}  // namespace hubwatt
