#include "scenarios/standards.hpp"

#include <nlohmann/json.hpp>

#include "scenarios/rule_fields.hpp"
#include "scenarios/server_fields.hpp"

namespace hubwatt {
namespace {

using Json = nlohmann::ordered_json;

template <class E>
std::string name_of(E value) {
  return std::string(names_of<E>[static_cast<std::size_t>(value)]);
}

Json changes_json(std::span<const Change> changes) {
  if (changes.empty()) return nullptr;
  Json out = Json::array();
  for (const Change& change : changes) {
    out.push_back({{"what", change.what},
                   {"what_zh", change.what_zh},
                   {"amount", change.amount},
                   {"unit", change.unit}});
  }
  return out;
}

// The grade a hub has, and what leads to the next better one (or to the last, where it has none).
Json grade_json(const Rule& rule, const Hub& hub, const KpiInput& figures, double value) {
  const auto grade = grade_of(value, rule.grades);
  Json out;
  out["rule"] = rule.id;
  out["hub"] = hub.id;
  out["value"] = value;
  out["grade"] = grade ? Json(*grade) : Json(nullptr);
  const std::size_t better = grade ? static_cast<std::size_t>(*grade) - 1 : rule.grades.size();
  out["better_limit"] = better > 0 ? Json(rule.grades[better - 1]) : Json(nullptr);
  out["to_better"] =
      better > 0 ? changes_json(changes_to_meet(rule.indicator, rule.grades[better - 1], value, figures))
                 : Json(nullptr);
  return out;
}

Json grades_json(const RuleFigures& run, const RuleBook& book) {
  Json out = Json::array();
  for (const Rule& rule : book.rules) {
    if (rule.grades.empty()) continue;
    for (std::size_t i = 0; i < run.hubs.size(); ++i) {
      if (const auto value = kpi_value(rule.indicator, run.hubs[i]))
        out.push_back(grade_json(rule, run.scenario.platform.hubs[i], run.hubs[i], *value));
    }
  }
  return out;
}

Json reporting_json(const RuleFigures& run, const RuleBook& book) {
  Json out = Json::array();
  for (const ReportingSet& set : book.reporting) {
    for (const ReportedIndicator& indicator : set.indicators) {
      const auto value = indicator.key.empty() ? std::nullopt : kpi_value(indicator.key, run.total);
      out.push_back({{"set", set.id},
                     {"symbol", indicator.symbol},
                     {"about", indicator.about},
                     {"about_zh", indicator.about_zh},
                     {"key", indicator.key.empty() ? Json(nullptr) : Json(indicator.key)},
                     {"value", value ? Json(*value) : Json(nullptr)},
                     {"told", value.has_value()}});
    }
  }
  return out;
}

}  // namespace

std::optional<int> grade_of(double value, std::span<const double> grades) {
  for (std::size_t i = 0; i < grades.size(); ++i)
    if (meets(value, grades[i], RuleDirection::at_most)) return static_cast<int>(i) + 1;
  return std::nullopt;
}

Json compliance_json(std::span<const RuleCheck> checks) {
  Json out = Json::array();
  for (const RuleCheck& check : checks) {
    out.push_back({{"rule", check.rule},
                   {"hub", check.place},
                   {"limit", check.limit},
                   {"value", check.value},
                   {"margin", check.margin},
                   {"pass", check.pass},
                   {"source", check.source},
                   {"date", check.date.empty() ? Json(nullptr) : Json(check.date)},
                   {"confidence", check.confidence ? Json(name_of(*check.confidence)) : Json(nullptr)},
                   {"scope", name_of(check.scope)},
                   {"indicator", check.indicator},
                   {"text", check.text},
                   {"text_zh", check.text_zh},
                   {"to_pass", changes_json(check.to_pass)}});
  }
  return out;
}

Json standards_json(const RuleFigures& run, const RuleBook& book) {
  Json out;
  out["pue"] = {{"standard", "ISO/IEC 30134-2"},
                {"category", 3},
                {"categories",
                 {{"pue1", "category 1: IT energy at the UPS output"},
                  {"pue2", "category 2: IT energy at the distribution output"},
                  {"pue3", "category 3: IT energy at the IT equipment's input"}}}};
  out["grades"] = grades_json(run, book);
  out["reporting"] = reporting_json(run, book);
  return out;
}

}  // namespace hubwatt
