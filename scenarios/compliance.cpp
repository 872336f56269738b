#include "scenarios/compliance.hpp"

#include <algorithm>

#include "models/units.hpp"
#include "platforms/wan.hpp"

namespace hubwatt {
namespace {

RuleCheck check_of(const Rule& rule, std::string place, double value) {
  RuleCheck check;
  check.rule = rule.id;
  check.scope = rule.scope;
  check.place = std::move(place);
  check.indicator = rule.indicator;
  check.limit = rule.limit;
  check.value = value;
  check.margin = rule.direction == RuleDirection::at_most ? rule.limit - value : value - rule.limit;
  check.pass = meets(value, rule.limit, rule.direction);
  check.text = rule.text;
  check.text_zh = rule.text_zh;
  check.source = rule.source;
  check.date = rule.date;
  check.confidence = rule.confidence;
  return check;
}

void check_figures(const Rule& rule, const std::string& place, const KpiInput& figures,
                   std::vector<RuleCheck>& checks) {
  const auto value = kpi_value(rule.indicator, figures);
  if (!value) return;
  checks.push_back(check_of(rule, place, *value));
  if (!checks.back().pass)
    checks.back().to_pass = changes_to_meet(rule.indicator, rule.limit, *value, figures);
}

// A limit that the platform file sets a hub, as a rule.
void check_own_limit(const Hub& hub, Rule rule, const std::optional<double>& limit, const KpiInput& figures,
                     std::vector<RuleCheck>& checks) {
  if (!limit) return;
  rule.limit = *limit;
  rule.source = "platform file, hub." + hub.id + "." + rule.id;
  const std::size_t before = checks.size();
  check_figures(rule, hub.id, figures, checks);
  if (checks.size() > before) checks.back().confidence.reset();
}

bool holds_for(const Rule& rule, const Hub& hub) {
  if (rule.scope != RuleScope::hub || (rule.new_hubs && !hub.new_build)) return false;
  if (rule.yields_to == HubsOwnLimit::pue_limit && hub.pue_limit) return false;
  if (rule.yields_to == HubsOwnLimit::green_share_target && hub.green_share_target) return false;
  if (rule.sides.empty()) return true;
  return hub.start_up_area && std::find(rule.sides.begin(), rule.sides.end(), hub.side) != rule.sides.end();
}

void check_hub(const Hub& hub, const KpiInput& figures, const RuleBook& book,
               std::vector<RuleCheck>& checks) {
  Rule pue_limit;
  pue_limit.id = "pue_limit";
  pue_limit.text = "PUE that the hub was approved with";
  pue_limit.text_zh = "枢纽批复的电能利用效率（PUE）上限";
  pue_limit.indicator = "pue";
  check_own_limit(hub, pue_limit, hub.pue_limit, figures, checks);
  Rule green;
  green.id = "green_share_target";
  green.text = "green power that the hub has to reach";
  green.text_zh = "枢纽绿色电力消费比例目标";
  green.indicator = "green_share";
  green.direction = RuleDirection::at_least;
  check_own_limit(hub, green, hub.green_share_target, figures, checks);
  for (const Rule& rule : book.rules)
    if (holds_for(rule, hub)) check_figures(rule, hub.id, figures, checks);
}

bool between_hubs(const Link& link) {
  return link.a.kind == EndPoint::Kind::hub && link.b.kind == EndPoint::Kind::hub;
}

void check_link(const RuleFigures& run, const Rule& rule, std::size_t index, std::vector<RuleCheck>& checks) {
  const Link& link = run.scenario.platform.links[index];
  const bool latency = rule.indicator == "latency_one_way_ms";
  const double value = latency ? link.latency / unit::ms : link_availability(run.scenario, run.result, index);
  RuleCheck check = check_of(rule, link.id, value);
  if (!check.pass && latency)
    check.to_pass = {{"one-way latency to take off", "需降低的单向时延", -check.margin, "ms"}};
  if (!check.pass && !latency)
    check.to_pass = {{"outage to avoid in a year", "每年需减少的中断时间", -check.margin * 8760.0, "h"}};
  checks.push_back(std::move(check));
}

bool promises(const Rule& rule, const InferenceService& service) {
  if (service.origins.empty()) return false;
  if (!rule.promise_up_to && rule.promise_above <= Duration{}) return true;
  if (!service.latency_limit) return false;
  return *service.latency_limit > rule.promise_above &&
         (!rule.promise_up_to || *service.latency_limit <= *rule.promise_up_to);
}

void check_service(const Wan& wan, const Rule& rule, const InferenceService& service,
                   std::vector<RuleCheck>& checks) {
  if (!promises(rule, service)) return;
  Duration worst{};
  for (const auto& [origin, share] : service.origins)
    worst = std::max(worst, wan.latency(origin, wan.nearest_hub(origin)));
  RuleCheck check = check_of(rule, service.name, worst / unit::ms);
  if (!check.pass)
    check.to_pass = {{"one-way latency to the nearest hub to take off", "到最近枢纽需降低的单向时延",
                      -check.margin, "ms"}};
  checks.push_back(std::move(check));
}

void check_reporting(const ReportingSet& set, const KpiInput& total, std::vector<RuleCheck>& checks) {
  const std::vector<bool> known = told(set, total);
  Rule rule;
  rule.id = set.id;
  rule.text = set.text;
  rule.text_zh = set.text_zh;
  rule.scope = RuleScope::total;
  rule.indicator = "indicators_told";
  rule.limit = static_cast<double>(known.size());
  rule.direction = RuleDirection::at_least;
  rule.source = set.source;
  rule.date = set.date;
  rule.confidence = set.confidence;
  const auto count = static_cast<double>(std::count(known.begin(), known.end(), true));
  RuleCheck check = check_of(rule, "total", count);
  if (!check.pass) check.to_pass = {{"indicators to learn elsewhere", "需另行获取的指标", -check.margin, ""}};
  checks.push_back(std::move(check));
}

}  // namespace

std::vector<RuleCheck> check_rules(const RuleFigures& run, const RuleBook& book) {
  const Platform& platform = run.scenario.platform;
  std::vector<RuleCheck> checks;
  for (std::size_t i = 0; i < platform.hubs.size(); ++i)
    check_hub(platform.hubs[i], run.hubs[i], book, checks);
  for (const Rule& rule : book.rules)
    if (rule.scope == RuleScope::total) check_figures(rule, "total", run.total, checks);
  for (const Rule& rule : book.rules) {
    if (rule.scope != RuleScope::link) continue;
    for (std::size_t i = 0; i < platform.links.size(); ++i)
      if (between_hubs(platform.links[i])) check_link(run, rule, i, checks);
  }
  const Wan wan(platform);
  for (const Rule& rule : book.rules) {
    if (rule.scope != RuleScope::service) continue;
    for (const InferenceService& service : run.scenario.inference) check_service(wan, rule, service, checks);
  }
  for (const ReportingSet& set : book.reporting) check_reporting(set, run.total, checks);
  return checks;
}

double link_availability(const Scenario& scenario, const RunResult& result, std::size_t link) {
  if (!scenario.platform.mean_time_to_repair) return scenario.platform.links[link].availability;
  return 1.0 - result.links[link].down / scenario.period.length;
}

std::optional<double> kpi_value(std::string_view key, const KpiInput& figures) {
  for (const KpiField& field : kpi_fields()) {
    if (field.key != key) continue;
    const KpiValue value = field.value(figures);
    const auto* number = std::get_if<std::optional<double>>(&value);
    return number ? *number : std::nullopt;
  }
  return std::nullopt;
}

std::vector<bool> told(const ReportingSet& set, const KpiInput& total) {
  std::vector<bool> out;
  for (const ReportedIndicator& indicator : set.indicators)
    out.push_back(!indicator.key.empty() && kpi_value(indicator.key, total).has_value());
  return out;
}

}  // namespace hubwatt
