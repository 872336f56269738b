// What data centers are held to, as values: limits on figures of a run, and lists of figures that must be reported.
// Read from the catalogue by rule_fields.hpp, checked by compliance.hpp. Says nothing of how a figure is found.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/confidence.hpp"
#include "models/quantity.hpp"
#include "platforms/hub.hpp"

namespace hubwatt {

enum class RuleScope { hub, total, link, service };
enum class RuleDirection { at_most, at_least };

// The key of a hub in the platform file that takes a rule's place.
enum class HubsOwnLimit { none, pue_limit, green_share_target };

struct Rule {
  std::string id;
  std::string text, text_zh;
  RuleScope scope = RuleScope::hub;
  std::string indicator;  // of summary.json
  double limit = 0.0;
  RuleDirection direction = RuleDirection::at_most;
  std::vector<Side> sides;  // only hubs in start-up areas of these; empty: any
  bool new_hubs = false;    // only those
  HubsOwnLimit yields_to = HubsOwnLimit::none;
  std::vector<double> grades;             // limits from the best grade on; empty: no grades
  Duration promise_above{};               // of services
  std::optional<Duration> promise_up_to;  // of services
  std::string source, date;
  Confidence confidence = Confidence::estimate;
};

struct ReportedIndicator {
  std::string symbol;
  std::string about, about_zh;
  std::string key;  // of summary.json's total; empty: not known here
};

struct ReportingSet {
  std::string id;
  std::string text, text_zh;
  std::vector<ReportedIndicator> indicators;
  std::string source, date;
  Confidence confidence = Confidence::estimate;
};

struct RuleBook {
  std::vector<Rule> rules;
  std::vector<ReportingSet> reporting;
};

// At the limit is within it. Figures are sums of many steps: what a limit is missed by in the tenth digit is their
// rounding.
inline bool meets(double value, double limit, RuleDirection direction) {
  const double slack = 1e-9 * (limit < 0.0 ? -limit : limit);
  return direction == RuleDirection::at_most ? value <= limit + slack : value >= limit - slack;
}

}  // namespace hubwatt
