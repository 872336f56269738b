#include "scenarios/rule_fields.hpp"

#include <algorithm>

#include "models/units.hpp"
#include "scenarios/field_entry.hpp"
#include "scenarios/hub_fields.hpp"
#include "scenarios/kpi.hpp"
#include "scenarios/platform_reader.hpp"
#include "scenarios/server_fields.hpp"

namespace hubwatt {
namespace {

// Figures of summary.json that are numbers.
std::vector<std::string> kpi_names() {
  std::vector<std::string> names;
  for (const KpiField& field : kpi_fields())
    if (std::holds_alternative<std::optional<double>>(field.value(KpiInput{}))) names.emplace_back(field.key);
  return names;
}

std::vector<std::string> indicators_of(RuleScope scope) {
  if (scope == RuleScope::link) return {"latency_one_way_ms", "availability"};
  if (scope == RuleScope::service) return {"nearest_hub_ms"};
  return kpi_names();
}

void check_known(const std::string& name, const std::vector<std::string>& known, std::string_view key,
                 const Node& node, Reading& reading) {
  if (std::find(known.begin(), known.end(), name) != known.end()) return;
  reading.mistake_at_key(node, key, "no figure of a run is called " + in_quotes(name),
                         suggestion_for(name, known));
}

void check_grades(const Rule& rule, const Node& node, Reading& reading) {
  if (rule.grades.empty()) return;
  const bool rising = std::is_sorted(rule.grades.begin(), rule.grades.end(), std::less_equal<>{});
  if (rule.direction != RuleDirection::at_most || !rising || rule.grades.back() != rule.limit) {
    reading.mistake_at_key(node, "grades", "must rise from the best grade to the limit of the rule",
                           "write grades = [1.2, 1.3, 1.5] with limit = 1.5, say");
  }
}

template <class T>
void check_told(const T& entry, const Node& node, Reading& reading) {
  for (const auto& [key, text] : {std::pair("text", &entry.text), std::pair("text_zh", &entry.text_zh),
                                  std::pair("source", &entry.source), std::pair("date", &entry.date)}) {
    if (text->empty()) reading.mistake_at_key(node, key, "is empty", "say what is known");
  }
}

void check_rule(const Rule& rule, const Node& node, Reading& reading) {
  check_told(rule, node, reading);
  check_known(rule.indicator, indicators_of(rule.scope), "indicator", node, reading);
  check_grades(rule, node, reading);
  const auto only_of = [&](RuleScope scope, std::string_view key, std::string_view noun) {
    if (rule.scope == scope || node.find(key) == nullptr) return;
    reading.mistake_at_key(node, key, "is of rules about " + std::string(noun), "leave it out");
  };
  for (const std::string_view key : {"sides", "new_hubs", "yields_to", "grades"})
    only_of(RuleScope::hub, key, "hubs");
  for (const std::string_view key : {"promise_above", "promise_up_to"})
    only_of(RuleScope::service, key, "services");
  if (rule.promise_up_to && *rule.promise_up_to <= rule.promise_above) {
    reading.mistake_at_key(node, "promise_up_to", "must be above promise_above");
  }
}

void check_indicator(const ReportedIndicator& indicator, const Node& node, Reading& reading) {
  if (!indicator.key.empty()) check_known(indicator.key, kpi_names(), "key", node, reading);
}

void check_set(const ReportingSet& set, const Node& node, Reading& reading) {
  check_told(set, node, reading);
  if (set.indicators.empty())
    reading.mistake_at_key(node, "indicators", "is empty", "name what must be reported");
}

template <class T>
std::vector<T> entries(std::string_view section, Reading& reading) {
  std::vector<T> out;
  const Node* all = reading.catalogue.find(section);
  if (all == nullptr || all->table() == nullptr) return out;
  for (const Member& member : *all->table()) {
    Node name{member.key_place, std::string(section), member.key};
    if (auto entry = read_entry<T>(name, section, reading)) out.push_back(std::move(*entry));
  }
  return out;
}

}  // namespace

template <>
Form<Rule> form_of() {
  return {
      "a rule",
      {field("text", &Rule::text, "what it says"), field("text_zh", &Rule::text_zh, "the same in Chinese"),
       field("scope", &Rule::scope, "what it is about"),
       field("indicator", &Rule::indicator, "the figure it limits"),
       field("limit", &Rule::limit, "of that figure").within(at_least_zero),
       field("direction", &Rule::direction, "on which side of the limit to stay"),
       field("sides", &Rule::sides, "only hubs in start-up areas of these").else_means("any"),
       field("new_hubs", &Rule::new_hubs, "only hubs with new_build = true").else_means("any"),
       field("yields_to", &Rule::yields_to, "a hub's own limit that takes its place").else_means("none"),
       field("grades", &Rule::grades, "limits of grades from the best; the last is `limit`")
           .else_means("none"),
       field("promise_above", &Rule::promise_above, "only services whose latency_limit is above")
           .within(positive)
           .else_means("any"),
       field("promise_up_to", &Rule::promise_up_to, "only services whose latency_limit is at most")
           .within(positive)
           .else_means("any, and services without one"),
       field("source", &Rule::source, "who says so"), field("date", &Rule::date, "of the source"),
       field("confidence", &Rule::confidence, "how well it is founded")},
      check_rule};
}

template <>
Form<ReportedIndicator> form_of() {
  return {"an indicator to report",
          {field("symbol", &ReportedIndicator::symbol, "in the source"),
           field("about", &ReportedIndicator::about, "what it is"),
           field("about_zh", &ReportedIndicator::about_zh, "the same in Chinese"),
           field("key", &ReportedIndicator::key, "of summary.json's total").else_means("not known here")},
          check_indicator};
}

template <>
Form<ReportingSet> form_of() {
  return {"a reporting set",
          {field("text", &ReportingSet::text, "what it is"),
           field("text_zh", &ReportingSet::text_zh, "the same in Chinese"),
           field("source", &ReportingSet::source, "who asks for it"),
           field("date", &ReportingSet::date, "of the source"),
           field("confidence", &ReportingSet::confidence, "how well it is founded"),
           field("indicators", &ReportingSet::indicators, "what must be told")},
          check_set};
}

RuleBook read_rules(Reading& reading) {
  return {entries<Rule>("rule", reading), entries<ReportingSet>("reporting", reading)};
}

RuleBook catalogue_rules() {
  InputFiles files;
  Reading reading{.files = files, .folder = {}, .catalogue = read_catalogue()};
  RuleBook book = read_rules(reading);
  if (!reading.mistakes.empty()) throw InputError(std::move(reading.mistakes));
  return book;
}

}  // namespace hubwatt
