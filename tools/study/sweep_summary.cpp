#include "tools/study/sweep_summary.hpp"

#include <algorithm>

#include "tools/shell_line.hpp"

namespace hubwatt {

namespace {

// The mean of a figure over these rows, where all have it.
std::optional<double> mean(std::span<const StudyRow> rows, std::size_t figure) {
  double sum = 0.0;
  for (const StudyRow& row : rows) {
    if (row.state != StudyRow::State::done || !row.values.at(figure)) return {};
    sum += *row.values[figure];
  }
  return sum / static_cast<double>(rows.size());
}

BestSetting best_by(const Objective& objective, const StudyResults& results, std::size_t seeds) {
  BestSetting best;
  best.objective = objective;
  const auto found = std::find(results.figures.begin(), results.figures.end(), objective.figure);
  if (found == results.figures.end()) return best;
  const auto figure = static_cast<std::size_t>(found - results.figures.begin());
  const std::span<const StudyRow> rows = results.rows;
  // Seeds go fastest, so those of a setting stand side by side.
  for (std::size_t first = 0; first + seeds <= rows.size(); first += seeds) {
    const std::optional<double> value = mean(rows.subspan(first, seeds), figure);
    if (!value) continue;
    const bool better = objective.best == Objective::Best::lowest ? *value < best.value : *value > best.value;
    if (best.first == 0 || better) best.first = first + 1, best.last = first + seeds, best.value = *value;
  }
  return best;
}

std::string run_line(const Study& study, const StudyPoint& point) {
  std::vector<std::string> words{"hubwatt", "run", study.scenario.string()};
  for (const std::string& override : point.set) {
    words.push_back("--set");
    words.push_back(override);
  }
  words.push_back("--seed");
  words.push_back(std::to_string(point.seed));
  return shell_line(words);
}

}  // namespace

SweepSummary summarize(const Study& study, const StudyResults& results, const std::filesystem::path& file) {
  SweepSummary out;
  out.name = results.name;
  out.file = file.string();
  out.seeds = study.seeds.size();
  out.points = results.rows.size();
  out.all = study_points(study);
  for (const Axis& axis : results.axes) out.axes.push_back(axis.name);
  for (const StudyRow& row : results.rows) {
    if (row.state == StudyRow::State::done) ++out.done;
    if (row.state == StudyRow::State::failed)
      out.failed.push_back(
          {row.number, row.exit_code, row.problem, run_line(study, out.all.at(row.number - 1))});
  }
  for (const Objective& objective : results.objectives)
    out.best.push_back(best_by(objective, results, out.seeds));
  return out;
}

int exit_code(const SweepSummary& summary) {
  if (summary.failed.empty()) return 0;
  const int first = summary.failed.front().exit_code;
  const bool agree = std::all_of(summary.failed.begin(), summary.failed.end(),
                                 [first](const FailedPoint& point) { return point.exit_code == first; });
  return agree && first != 0 ? first : 1;
}

}  // namespace hubwatt
