// Which rules hold for a run, and whether it keeps them: those of the rule book (rule.hpp), and limits that a platform
// file sets its hubs itself. A figure that has no value is not checked.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scenarios/kpi.hpp"
#include "scenarios/remedy.hpp"
#include "scenarios/rule.hpp"

namespace hubwatt {

struct RuleCheck {
  std::string rule;
  RuleScope scope = RuleScope::hub;
  std::string place;  // id of the hub or link, name of the service, "total"
  std::string indicator;
  double limit = 0.0, value = 0.0;
  double margin = 0.0;  // positive: room left
  bool pass = false;
  std::string text, text_zh;
  std::string source, date;              // the date is empty where the platform file is the source
  std::optional<Confidence> confidence;  // likewise
  std::vector<Change> to_pass;           // all of these together; empty where it passes
};

// The figures of a run that rules are about. `hubs` in the order of the platform.
struct RuleFigures {
  const Scenario& scenario;
  const RunResult& result;
  std::span<const KpiInput> hubs;
  const KpiInput& total;
};

// Hubs in the order of the platform, each with its own limits first; then all of them, links, services, and what must
// be reported.
std::vector<RuleCheck> check_rules(const RuleFigures& run, const RuleBook& book);

// Of the run where links fail in it, else what the platform file promises.
double link_availability(const Scenario& scenario, const RunResult& result, std::size_t link);

// The value of a key of summary.json; empty where it has none or is no number.
std::optional<double> kpi_value(std::string_view key, const KpiInput& figures);

// Indicators of the set that have a value.
std::vector<bool> told(const ReportingSet& set, const KpiInput& total);

}  // namespace hubwatt
