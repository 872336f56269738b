#include "tools/study/study_analysis.hpp"

#include <algorithm>

#include "tools/study/pareto_front.hpp"
#include "tools/study/study_figures.hpp"

namespace hubwatt {

namespace {

using Best = Objective::Best;

bool is_better(Best best, double a, double b) {
  return best == Best::lowest ? a < b : a > b;
}

// Of a setting all of whose runs are done and have the figure; else a lucky seed could win.
std::optional<double> judged_value(const StudySetting& setting, std::size_t figure) {
  const std::optional<SeedSpread>& value = setting.figures[figure];
  return value && value->runs == setting.rows.size() ? std::optional(value->mean) : std::nullopt;
}

std::optional<BestSettings> best_by(const StudyResults& results, const StudyAnalysis& analysis,
                                    std::size_t objective) {
  const auto figure = figure_at(results, results.objectives[objective].figure);
  if (!figure) return std::nullopt;
  const Best best = results.objectives[objective].best;
  BestSettings out{objective, *figure, 0.0, 0.0, {}};
  for (std::size_t s = 0; s < analysis.settings.size(); ++s) {
    const std::optional<double> value = judged_value(analysis.settings[s], *figure);
    if (!value) continue;
    const bool first = out.settings.empty();
    if (first || is_better(best, *value, out.value))
      out = {objective, *figure, *value, first ? *value : out.worst, {}};
    if (*value == out.value) out.settings.push_back(s);
    if (is_better(best, out.worst, *value)) out.worst = *value;
  }
  if (out.settings.empty()) return std::nullopt;
  return out;
}

void find_front(const StudyResults& results, StudyAnalysis& analysis) {
  std::vector<std::size_t> figures;
  std::vector<Best> best;
  for (const Objective& objective : results.objectives) {
    const auto figure = figure_at(results, objective.figure);
    if (!figure) return;
    figures.push_back(*figure);
    best.push_back(objective.best);
  }
  std::vector<std::vector<double>> points;
  for (std::size_t s = 0; s < analysis.settings.size(); ++s) {
    std::vector<double> point;
    for (const std::size_t figure : figures)
      if (const auto value = judged_value(analysis.settings[s], figure)) point.push_back(*value);
    if (point.size() != figures.size()) continue;
    analysis.judged.push_back(s);
    points.push_back(std::move(point));
  }
  for (const std::size_t at : pareto_front(points, best)) analysis.front.push_back(analysis.judged[at]);
  const auto on_front = [&analysis](std::size_t s) {
    return std::binary_search(analysis.front.begin(), analysis.front.end(), s);
  };
  for (BestSettings& one : analysis.best)
    std::stable_partition(one.settings.begin(), one.settings.end(), on_front);
}

// Of the settings that are best by `by` that which is best by `then`; none where the other has no value there.
std::optional<std::size_t> best_of_ties(const StudyResults& results, const StudyAnalysis& analysis,
                                        const BestSettings& by, const BestSettings& then) {
  std::optional<std::size_t> out;
  const auto value = [&](std::size_t s) { return analysis.settings[s].figures[then.figure]; };
  for (const std::size_t s : by.settings)
    if (value(s) &&
        (!out || is_better(results.objectives[then.objective].best, value(s)->mean, value(*out)->mean)))
      out = s;
  return out;
}

void weigh_objectives(const StudyResults& results, StudyAnalysis& analysis) {
  for (std::size_t k = 1; k < analysis.best.size(); ++k) {
    const BestSettings &first = analysis.best.front(), &other = analysis.best[k];
    const auto from = best_of_ties(results, analysis, first, other);
    const auto to = best_of_ties(results, analysis, other, first);
    if (!from || !to) continue;
    const auto change = [&](std::size_t figure) {
      return analysis.settings[*to].figures[figure]->mean - analysis.settings[*from].figures[figure]->mean;
    };
    analysis.trade_offs.push_back(
        {first.objective, other.objective, *from, *to, change(first.figure), change(other.figure)});
  }
}

double mean_over_settings(const StudyAnalysis& analysis, std::size_t figure) {
  double sum = 0.0, count = 0.0;
  for (const StudySetting& setting : analysis.settings)
    if (setting.figures[figure]) {
      sum += setting.figures[figure]->mean;
      count += 1.0;
    }
  return sum / count;
}

void explain_figures(const StudyResults& results, StudyAnalysis& analysis) {
  for (const std::size_t figure : analysis.headline) {
    for (std::size_t axis = 0; axis < results.axes.size(); ++axis)
      if (auto effect = axis_effect(results, axis, figure)) analysis.effects.push_back(std::move(*effect));
    if (auto regression = figure_regression(results, figure))
      analysis.regressions.push_back(std::move(*regression));
    if (auto parts = variance_parts(results, analysis.settings, figure))
      analysis.variances.push_back(std::move(*parts));
    if (const auto deviation = deviation_over_seeds(results, analysis.settings, figure))
      analysis.deviations.push_back({figure, *deviation, mean_over_settings(analysis, figure)});
  }
}

std::optional<RulesKept> rules_kept(const StudyResults& results, const std::vector<StudySetting>& settings) {
  const auto kept = figure_at(results, "compliance.kept"), missed = figure_at(results, "compliance.missed");
  if (!kept || !missed) return std::nullopt;
  RulesKept out;
  for (std::size_t s = 0; s < settings.size(); ++s) {
    const auto good = judged_value(settings[s], *kept), bad = judged_value(settings[s], *missed);
    if (!good || !bad || *good + *bad == 0.0) continue;
    ++out.settings;
    if (*bad == 0.0) out.keeping.push_back(s);
  }
  if (out.settings == 0) return std::nullopt;
  return out;
}

}  // namespace

StudyAnalysis analysed(const StudyResults& results) {
  StudyAnalysis out;
  for (const StudyRow& row : results.rows)
    ++(row.state == StudyRow::State::done     ? out.done
       : row.state == StudyRow::State::failed ? out.failed
                                              : out.waiting);
  out.settings = study_settings(results);
  out.headline = headline_figures(results);
  for (std::size_t objective = 0; objective < results.objectives.size(); ++objective)
    if (auto best = best_by(results, out, objective)) out.best.push_back(std::move(*best));
  find_front(results, out);
  weigh_objectives(results, out);
  explain_figures(results, out);
  out.rules = rules_kept(results, out.settings);
  return out;
}

}  // namespace hubwatt
