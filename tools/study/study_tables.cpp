#include "tools/study/study_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "tools/report_figures.hpp"
#include "tools/study/study_figures.hpp"
#include "tools/text_table.hpp"

namespace hubwatt {

namespace {

constexpr std::size_t most_rows = 20;

// A figure in the unit of its column.
struct Column {
  FigureUnit unit;
  std::string head;

  std::string operator()(const std::optional<double>& value) const {
    return value ? number(*value, unit.per_unit) : "-";
  }
  std::string operator()(const std::optional<SeedSpread>& value) const {
    return value ? number(value->mean, unit.per_unit) : "-";
  }
};

Column column_of(const ToldStudy& study, std::size_t figure) {
  double largest = 0.0;
  for (const StudySetting& setting : study.analysis.settings)
    if (const auto& value = setting.figures[figure])
      largest = std::max({largest, std::abs(value->low), std::abs(value->high)});
  const std::string& path = study.results.figures[figure];
  const FigureUnit unit = figure_unit(study.words, kind_of_figure(path), largest);
  return {unit, figure_head(study.words, path, unit)};
}

std::string share_of(double part, double whole) {
  return fmt::format("{:.1f} %", 100.0 * part / whole);
}

// A draw of a range to the digits that a table has room for.
std::string shown_level(const Axis& axis, const std::string& level) {
  const std::optional<double> number = axis.range ? number_in(level) : std::nullopt;
  if (!number) return level;
  const std::size_t unit = level.find(' ');
  return fmt::format("{:.5g}{}", *number, unit == std::string::npos ? "" : level.substr(unit));
}

void add_levels(std::vector<std::string>& row, const StudyResults& results, const StudySetting& setting) {
  for (std::size_t axis = 0; axis < results.axes.size(); ++axis)
    row.push_back(shown_level(results.axes[axis], setting.levels[axis]));
}

void add_axes(std::vector<std::string>& row, const StudyResults& results) {
  for (const Axis& axis : results.axes) row.push_back(axis.name);
}

std::string captioned(const std::string& caption, const TextTable& table) {
  return table.empty() ? "" : fmt::format("\n{}\n{}", caption, table.text());
}

std::string level_table(const ToldStudy& study, std::size_t figure) {
  const Words& words = study.words;
  const Column column = column_of(study, figure);
  TextTable table(words.all({"axis", "level", "points", "mean", "change", "lowest point", "highest point"}));
  for (const AxisEffect& effect : study.analysis.effects) {
    if (effect.figure != figure) continue;
    const Axis& axis = study.results.axes[effect.axis];
    for (const LevelMean& level : effect.levels)
      table.add({axis.name, axis.levels[level.level].name, std::to_string(level.runs), column(level.mean),
                 figure_change(words, study.results.figures[figure], level.change, effect.reference),
                 column(level.low), column(level.high)});
  }
  return captioned(column.head, table);
}

}  // namespace

std::string ToldStudy::design() const {
  if (results.design == "full-factorial") return std::string(words("full factorial"));
  if (results.design == "one-at-a-time") return std::string(words("one axis at a time"));
  if (results.design == "latin-hypercube") return std::string(words("latin hypercube"));
  return results.design;
}

std::string ToldStudy::objective(std::size_t at) const {
  const Objective& one = results.objectives[at];
  const std::string name = figure_name(words, one.figure);
  return one.best == Objective::Best::lowest ? words.with("lowest {}", name) : words.with("highest {}", name);
}

std::string best_table(const ToldStudy& study) {
  if (study.analysis.best.empty()) return {};
  const Words& words = study.words;
  std::vector<std::string> head{std::string(words("best settings")), std::string(words("unit")),
                                std::string(words("best")), std::string(words("worst"))};
  add_axes(head, study.results);
  TextTable table(head);
  for (const BestSettings& best : study.analysis.best) {
    const Column column = column_of(study, best.figure);
    std::vector<std::string> row{study.objective(best.objective), column.unit.name, column(best.value),
                                 column(best.worst)};
    add_levels(row, study.results, study.analysis.settings[best.settings.front()]);
    if (best.settings.size() > 1) row.push_back(words.with("and {} as good", best.settings.size() - 1));
    table.add(row);
  }
  return "\n" + table.text();
}

std::string front_table(const ToldStudy& study) {
  const StudyAnalysis& analysis = study.analysis;
  if (analysis.front.empty() || study.results.objectives.size() < 2) return {};
  const Words& words = study.words;
  std::vector<Column> columns;
  std::vector<std::string> head{"#"};
  add_axes(head, study.results);
  for (const BestSettings& best : analysis.best) {
    columns.push_back(column_of(study, best.figure));
    head.push_back(columns.back().head);
  }
  std::vector<std::size_t> order = analysis.front;
  const BestSettings& first = analysis.best.front();
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const double x = analysis.settings[a].figures[first.figure]->mean,
                 y = analysis.settings[b].figures[first.figure]->mean;
    return study.results.objectives[first.objective].best == Objective::Best::lowest ? x < y : x > y;
  });
  TextTable table(head);
  for (std::size_t i = 0; i < std::min(order.size(), most_rows); ++i) {
    const StudySetting& setting = analysis.settings[order[i]];
    std::vector<std::string> row{std::to_string(i + 1)};
    add_levels(row, study.results, setting);
    for (std::size_t c = 0; c < columns.size(); ++c)
      row.push_back(columns[c](setting.figures[analysis.best[c].figure]));
    table.add(row);
  }
  std::string out = captioned(
      words.with("worth a choice: {} of {} settings", analysis.front.size(), analysis.judged.size()), table);
  if (order.size() > most_rows)
    out += "  " + words.with("{} more stand in the JSON and on the page", order.size() - most_rows) + "\n";
  return out;
}

std::string level_tables(const ToldStudy& study) {
  std::string out;
  std::vector<std::size_t> told;
  for (const BestSettings& best : study.analysis.best) {
    if (std::find(told.begin(), told.end(), best.figure) != told.end()) continue;
    told.push_back(best.figure);
    out += level_table(study, best.figure);
  }
  return out;
}

std::string span_table(const ToldStudy& study) {
  if (study.analysis.effects.empty()) return {};
  std::vector<std::string> head{std::string(study.words("figure"))};
  std::vector<std::size_t> axes;
  for (std::size_t axis = 0; axis < study.results.axes.size(); ++axis)
    if (!study.results.axes[axis].range) {
      axes.push_back(axis);
      head.push_back(study.results.axes[axis].name);
    }
  TextTable table(head);
  for (const std::size_t figure : study.analysis.headline) {
    std::vector<std::string> row{figure_name(study.words, study.results.figures[figure])};
    for (const std::size_t axis : axes) {
      const auto effect =
          std::find_if(study.analysis.effects.begin(), study.analysis.effects.end(),
                       [&](const AxisEffect& one) { return one.figure == figure && one.axis == axis; });
      row.push_back(effect == study.analysis.effects.end() || effect->reference == 0.0
                        ? "-"
                        : share_of(effect->span, std::abs(effect->reference)));
    }
    table.add(row);
  }
  return captioned(
      std::string(study.words("from the lowest to the highest mean of a level, in percent of the mean")),
      table);
}

std::string range_tables(const ToldStudy& study) {
  const Words& words = study.words;
  std::vector<std::string> head =
      words.all({"figure", "axis", "points", "standardised coefficient", "rank correlation"});
  head.emplace_back("R2");
  TextTable table(head);
  for (const FigureRegression& one : study.analysis.regressions)
    for (const RangeEffect& range : one.ranges) {
      const auto shown = [](const std::optional<double>& value) {
        return value ? fmt::format("{:+.3f}", *value) : "-";
      };
      table.add({figure_name(words, study.results.figures[one.figure]), study.results.axes[range.axis].name,
                 std::to_string(one.runs), shown(range.coefficient), shown(range.rank_correlation),
                 one.r_squared ? fmt::format("{:.3f}", *one.r_squared) : "-"});
    }
  return captioned(std::string(words("by range")), table);
}

std::string variance_table(const ToldStudy& study) {
  const Words& words = study.words;
  std::vector<std::string> head{std::string(words("figure"))};
  add_axes(head, study.results);
  head.emplace_back(words("axes together"));
  const bool several_seeds = !study.analysis.deviations.empty();
  if (several_seeds) head.emplace_back(words("seeds"));
  TextTable table(head);
  for (const VarianceParts& parts : study.analysis.variances) {
    std::vector<std::string> row{figure_name(words, study.results.figures[parts.figure])};
    for (const double axis : parts.axes) row.push_back(share_of(axis, parts.total));
    row.push_back(share_of(parts.interactions, parts.total));
    if (several_seeds) row.push_back(share_of(parts.seeds, parts.total));
    table.add(row);
  }
  return captioned(std::string(words("share of the variance")), table);
}

std::string deviation_table(const ToldStudy& study) {
  const Words& words = study.words;
  TextTable table(words.all({"figure", "unit", "deviation", "of the mean"}));
  for (const DeviationOverSeeds& one : study.analysis.deviations) {
    const std::string& path = study.results.figures[one.figure];
    const FigureUnit unit = figure_unit(words, kind_of_figure(path), one.deviation);
    table.add({figure_name(words, path), unit.name, number(one.deviation, unit.per_unit),
               one.mean == 0.0 ? "-" : fmt::format("{:.3f} %", 100.0 * one.deviation / std::abs(one.mean))});
  }
  return captioned(std::string(words("standard deviation over seeds")), table);
}

}  // namespace hubwatt
