// What standards say of a run beside limits: the energy grade of each hub, and which of the figures that must be
// reported a run tells. As JSON, for summary.json; together with the checks of rules.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "scenarios/compliance.hpp"

namespace hubwatt {

// 1 is the best; empty beyond the last grade.
std::optional<int> grade_of(double value, std::span<const double> grades);

// [{"rule", "hub", "limit", "value", "margin", "pass", "source", ...}]; `hub` names a link or a service where `scope`
// says so, and is "total" for all hubs together.
nlohmann::ordered_json compliance_json(std::span<const RuleCheck> checks);

// {"pue": which category each figure is, "grades": [...], "reporting": [...]}
nlohmann::ordered_json standards_json(const RuleFigures& run, const RuleBook& book);

}  // namespace hubwatt
