#include "tools/study/study_json.hpp"

#include <nlohmann/json.hpp>
#include <numeric>

#include "tools/study/point_command.hpp"
#include "tools/study/study_figures.hpp"

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;
using Positions = std::vector<std::size_t>;

const char* code_of(StudyRow::State state) {
  if (state == StudyRow::State::done) return "done";
  return state == StudyRow::State::failed ? "failed" : "waiting";
}

Json optional_json(const std::optional<double>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json axis_json(const Axis& axis) {
  Json out{{"name", axis.name}};
  if (axis.range) {
    out["range"] = {{"key", axis.range->key},
                    {"low", axis.range->low},
                    {"high", axis.range->high},
                    {"unit", axis.range->unit}};
    return out;
  }
  out["levels"] = Json::array();
  for (const Level& level : axis.levels) out["levels"].push_back({{"name", level.name}, {"set", level.set}});
  return out;
}

// Text where a reader of JSON may count in doubles.
Json seed_json(std::uint64_t seed) {
  constexpr std::uint64_t most = std::uint64_t{1} << 53;
  return seed <= most ? Json(seed) : Json(std::to_string(seed));
}

Json row_json(const StudyResults& results, const StudyRow& row, const Positions& figures) {
  Json out{{"number", row.number},
           {"seed", seed_json(row.seed)},
           {"levels", row.levels},
           {"state", code_of(row.state)}};
  if (row.state == StudyRow::State::failed) {
    out["problem"] = row.problem;
    out["command"] = point_command(results, row);
  }
  if (row.state != StudyRow::State::done) return out;
  out["values"] = Json::array();
  for (const std::size_t figure : figures) out["values"].push_back(optional_json(figure_of(row, figure)));
  return out;
}

// Means by figure; the lowest and the highest where there are several seeds.
Json setting_json(const StudySetting& setting, const Positions& figures) {
  Json out{{"levels", setting.levels}, {"rows", setting.rows}, {"done", setting.done}};
  if (setting.done == 0) return out;
  out["means"] = Json::array();
  for (const std::size_t figure : figures)
    out["means"].push_back(setting.figures[figure] ? Json(setting.figures[figure]->mean) : Json(nullptr));
  if (setting.done == 1) return out;
  for (const char* end : {"lowest", "highest"}) {
    out[end] = Json::array();
    for (const std::size_t figure : figures) {
      const std::optional<SeedSpread>& value = setting.figures[figure];
      const bool low = std::string_view(end) == "lowest";
      out[end].push_back(value ? Json(low ? value->low : value->high) : Json(nullptr));
    }
  }
  return out;
}

Json effect_json(const StudyResults& results, const AxisEffect& effect) {
  Json levels = Json::array();
  for (const LevelMean& level : effect.levels)
    levels.push_back({{"level", results.axes[effect.axis].levels[level.level].name},
                      {"points", level.runs},
                      {"mean", level.mean},
                      {"change", level.change},
                      {"lowest", level.low},
                      {"highest", level.high}});
  return {{"figure", results.figures[effect.figure]},
          {"axis", results.axes[effect.axis].name},
          {"reference", effect.reference},
          {"span", effect.span},
          {"levels", levels}};
}

Json regression_json(const StudyResults& results, const FigureRegression& regression) {
  Json ranges = Json::array();
  for (const RangeEffect& range : regression.ranges)
    ranges.push_back({{"axis", results.axes[range.axis].name},
                      {"standardised_coefficient", optional_json(range.coefficient)},
                      {"rank_correlation", optional_json(range.rank_correlation)}});
  return {{"figure", results.figures[regression.figure]},
          {"points", regression.runs},
          {"r_squared", optional_json(regression.r_squared)},
          {"ranges", ranges}};
}

Json variance_json(const StudyResults& results, const VarianceParts& parts) {
  Json axes = Json::array();
  for (std::size_t axis = 0; axis < parts.axes.size(); ++axis)
    axes.push_back({{"axis", results.axes[axis].name}, {"sum_of_squares", parts.axes[axis]}});
  return {{"figure", results.figures[parts.figure]},
          {"total", parts.total},
          {"axes", axes},
          {"interactions", parts.interactions},
          {"seeds", parts.seeds}};
}

Json best_json(const StudyResults& results, const StudyAnalysis& analysis) {
  Json out = Json::array();
  for (const BestSettings& best : analysis.best)
    out.push_back({{"objective", best.objective},
                   {"figure", results.figures[best.figure]},
                   {"value", best.value},
                   {"worst", best.worst},
                   {"settings", best.settings}});
  return out;
}

Json trade_offs_json(const StudyAnalysis& analysis) {
  Json out = Json::array();
  for (const TradeOff& one : analysis.trade_offs)
    out.push_back({{"objective", one.objective},
                   {"other", one.other},
                   {"from", one.from},
                   {"to", one.to},
                   {"lost", one.lost},
                   {"gained", one.gained}});
  return out;
}

Json analysis_json(const StudyResults& results, const StudyAnalysis& analysis, const Positions& figures) {
  Json out{{"done", analysis.done}, {"failed", analysis.failed}, {"waiting", analysis.waiting}};
  out["headline"] = Json::array();
  for (const std::size_t figure : analysis.headline)
    out["headline"].push_back(
        {{"figure", results.figures[figure]}, {"kind", to_code(kind_of_figure(results.figures[figure]))}});
  out["settings"] = Json::array();
  for (const StudySetting& setting : analysis.settings)
    out["settings"].push_back(setting_json(setting, figures));
  out["best"] = best_json(results, analysis);
  out["judged"] = analysis.judged;
  out["front"] = analysis.front;
  out["trade_offs"] = trade_offs_json(analysis);
  for (const char* part : {"effects", "regressions", "variance", "deviations"}) out[part] = Json::array();
  for (const AxisEffect& one : analysis.effects) out["effects"].push_back(effect_json(results, one));
  for (const FigureRegression& one : analysis.regressions)
    out["regressions"].push_back(regression_json(results, one));
  for (const VarianceParts& one : analysis.variances) out["variance"].push_back(variance_json(results, one));
  for (const DeviationOverSeeds& one : analysis.deviations)
    out["deviations"].push_back(
        {{"figure", results.figures[one.figure]}, {"deviation", one.deviation}, {"mean", one.mean}});
  out["rules"] = nullptr;
  if (analysis.rules)
    out["rules"] = {{"settings", analysis.rules->settings}, {"keeping", analysis.rules->keeping}};
  return out;
}

}  // namespace

Json study_json(const StudyResults& results, const StudyAnalysis& analysis, const Positions& figures) {
  Json out{{"name", results.name},     {"scenario", results.scenario}, {"version", results.version},
           {"digest", results.digest}, {"design", results.design},     {"set", results.set}};
  for (const char* part : {"axes", "objectives", "figures", "rows"}) out[part] = Json::array();
  for (const Axis& axis : results.axes) out["axes"].push_back(axis_json(axis));
  for (const Objective& objective : results.objectives)
    out["objectives"].push_back({{"figure", objective.figure},
                                 {"best", objective.best == Objective::Best::lowest ? "lowest" : "highest"}});
  for (const std::size_t figure : figures) out["figures"].push_back(results.figures[figure]);
  for (const StudyRow& row : results.rows) out["rows"].push_back(row_json(results, row, figures));
  out["analysis"] = analysis_json(results, analysis, figures);
  return out;
}

Json study_json(const StudyResults& results) {
  Positions all(results.figures.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return study_json(results, analysed(results), all);
}

std::string studies_json(const std::vector<FinishedStudy>& studies) {
  Json out{{"schema", 1}, {"studies", Json::array()}};
  for (const FinishedStudy& study : studies) {
    Json one{{"file", study.file.string()}};
    one.update(study_json(study.results));
    out["studies"].push_back(std::move(one));
  }
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hubwatt
