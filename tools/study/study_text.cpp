#include "tools/study/study_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "tools/study/point_command.hpp"
#include "tools/study/study_figures.hpp"
#include "tools/study/study_tables.hpp"

namespace hubwatt {

namespace {

constexpr std::size_t most_failures = 10;

std::string line(const std::string& text) {
  return text + "\n";
}

std::string head(const ToldStudy& study) {
  const Words& words = study.words;
  const StudyResults& results = study.results;
  std::set<std::uint64_t> seeds;
  for (const StudyRow& row : results.rows) seeds.insert(row.seed);
  const std::size_t settings = study.analysis.settings.size();
  std::string out =
      line(seeds.size() == 1
               ? words.with("{}: scenario {}, {}, {} settings, one seed, hubwatt {}", results.name,
                            results.scenario, study.design(), settings, results.version)
               : words.with("{}: scenario {}, {}, {} settings, {} seeds, hubwatt {}", results.name,
                            results.scenario, study.design(), settings, seeds.size(), results.version));
  out += "  " + line(words.with("{} of {} points are done, {} failed, {} wait", study.analysis.done,
                                results.rows.size(), study.analysis.failed, study.analysis.waiting));
  for (const Axis& axis : results.axes) {
    if (axis.range) {
      out += "  " + line(words.with("axis {}: {}, a range", axis.name, axis.range->key));
      continue;
    }
    std::string levels;
    for (const Level& level : axis.levels) levels += (levels.empty() ? "" : " | ") + level.name;
    out += "  " + line(words.with("axis {}: {}", axis.name, levels));
  }
  return out;
}

// What each other objective costs by the first.
std::string trade_off_lines(const ToldStudy& study) {
  const Words& words = study.words;
  const StudyAnalysis& analysis = study.analysis;
  std::string out;
  for (const TradeOff& one : analysis.trade_offs) {
    const std::string first = study.objective(one.objective), other = study.objective(one.other);
    if (one.from == one.to || (one.lost == 0.0 && one.gained == 0.0)) {
      out += "  " + line(words.with("{} and {}: one setting is best by both", first, other));
      continue;
    }
    const auto at_from = [&](std::size_t objective) {
      const auto figure = figure_at(study.results, study.results.objectives[objective].figure);
      return analysis.settings[one.from].figures[*figure]->mean;
    };
    out += "  " + line(words.with("from {} to {}: {} {}, {} {}", first, other,
                                  figure_name(words, study.results.objectives[one.other].figure),
                                  figure_change(words, study.results.objectives[one.other].figure, one.gained,
                                                at_from(one.other)),
                                  figure_name(words, study.results.objectives[one.objective].figure),
                                  figure_change(words, study.results.objectives[one.objective].figure,
                                                one.lost, at_from(one.objective))));
  }
  return out.empty() ? out : "\n" + out;
}

std::string rules_line(const ToldStudy& study) {
  const auto& rules = study.analysis.rules;
  if (!rules) return {};
  return "\n" + line(study.words.with("{} of {} settings keep every limit that is checked",
                                      rules->keeping.size(), rules->settings));
}

std::string settings_of(const ToldStudy& study, const StudyRow& row) {
  std::string out;
  for (std::size_t axis = 0; axis < study.results.axes.size(); ++axis)
    out += fmt::format("{}={}, ", study.results.axes[axis].name, row.levels[axis]);
  return out + study.words.with("seed {}", row.seed);
}

std::string failure(const ToldStudy& study, const StudyRow& row) {
  std::string out = "  " + line(study.words.with("point {} ({})", row.number, settings_of(study, row)));
  for (std::size_t at = 0; at < row.problem.size();) {
    const std::size_t end = std::min(row.problem.find('\n', at), row.problem.size());
    out += "    " + line(row.problem.substr(at, end - at));
    at = end + 1;
  }
  return out + "    " + line(point_command(study.results, row));
}

std::string failures(const ToldStudy& study) {
  if (study.analysis.failed == 0) return {};
  std::string out = "\n" + line(std::string(study.words("failed points, and how to run each by itself")));
  std::size_t told = 0;
  for (const StudyRow& row : study.results.rows)
    if (row.state == StudyRow::State::failed && told++ < most_failures) out += failure(study, row);
  if (told > most_failures)
    out += "  " + line(study.words.with("{} more stand in the JSON and on the page", told - most_failures));
  return out;
}

// What the study does not tell.
std::vector<std::string> notes(const ToldStudy& study) {
  const Words& words = study.words;
  const StudyAnalysis& analysis = study.analysis;
  std::size_t unfinished = 0, whole = 0;
  for (const StudySetting& setting : analysis.settings)
    ++(setting.done < setting.rows.size() ? unfinished : whole);
  std::vector<std::string> out;
  if (analysis.waiting > 0)
    out.push_back(words.with("{} of {} points are done; go on with hubwatt sweep STUDY.toml --resume",
                             analysis.done, study.results.rows.size()));
  if (analysis.done == 0) return out;
  if (unfinished > 0)
    out.push_back(words.with("{} settings have points that failed or wait, and are not judged", unfinished));
  if (whole > analysis.judged.size())
    out.push_back(words.with("{} settings lack a figure that an objective names, and are not judged",
                             whole - analysis.judged.size()));
  if (analysis.deviations.empty())
    out.emplace_back(
        words("every setting ran with one seed, so nothing tells what chance does to its figures"));
  if (study.results.design == "one-at-a-time")
    out.emplace_back(words("axes were changed one at a time, so nothing tells what they do together"));
  if (study.results.design == "full-factorial" && analysis.variances.empty() &&
      analysis.done < study.results.rows.size())
    out.emplace_back(words("shares of the variance need every point done"));
  return out;
}

std::string note_lines(const ToldStudy& study) {
  std::string out;
  for (const std::string& note : notes(study)) out += "  " + line(note);
  return out.empty() ? out : "\n" + line(std::string(study.words("not known"))) + out;
}

}  // namespace

std::string study_text(const StudyResults& results, Language language) {
  const StudyAnalysis analysis = analysed(results);
  const ToldStudy study{results, analysis, Words(language)};
  return head(study) + best_table(study) + trade_off_lines(study) + front_table(study) + rules_line(study) +
         level_tables(study) + span_table(study) + range_tables(study) + variance_table(study) +
         deviation_table(study) + failures(study) + note_lines(study);
}

}  // namespace hubwatt
