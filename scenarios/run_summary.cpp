#include "scenarios/run_summary.hpp"

#include <nlohmann/json.hpp>

#include "models/calendar.hpp"
#include "models/units.hpp"
#include "platforms/simgrid_clock.hpp"
#include "scenarios/calendar_notes.hpp"
#include "scenarios/input_files.hpp"
#include "scenarios/kpi.hpp"
#include "scenarios/rule_fields.hpp"
#include "scenarios/standards.hpp"

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

constexpr Duration report_offset = 8.0 * unit::hour;  // scenario times are China's

Json or_null(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

Json ratio(double a, double b) { return b > 0.0 ? Json(a / b) : Json(nullptr); }

Json kpis(const KpiInput& input) {
  Json out = Json::object();
  for (const KpiField& field : kpi_fields()) {
    const KpiValue value = field.value(input);
    if (const auto* text = std::get_if<std::string>(&value)) out[field.key] = *text;
    else out[field.key] = or_null(std::get<std::optional<double>>(value));
  }
  return out;
}

Json jobs(const JobStatistics& s) {
  const auto started = static_cast<double>(s.started);
  Json out;
  out["submitted"] = s.submitted;
  out["completed"] = s.completed;
  out["failed"] = s.failed;
  out["running"] = s.running;
  out["waiting"] = s.waiting;
  out["mean_wait_s"] = ratio(s.wait_s, started);
  out["p95_wait_s"] = s.started > 0 ? Json(s.waits.quantile(0.95)) : Json(nullptr);
  out["mean_slowdown"] = ratio(s.slowdown, static_cast<double>(s.completed));
  out["gpu_hours"] = s.accelerator_time / unit::hour;
  out["energy_kwh"] = s.energy / unit::kWh;
  out["energy_kwh_per_gpu_hour"] = ratio(s.energy / unit::kWh, s.accelerator_time / unit::hour);
  return out;
}

Json services(const Scenario& scenario, const RunResult& result) {
  Json out = Json::object();
  for (std::size_t i = 0; i < result.services.size(); ++i) {
    const ServiceFigures& s = result.services[i].sums;
    Json& service = out[scenario.inference[i].name];
    service["requests"] = s.requests;
    service["served_share"] = ratio(s.served, s.requests);
    service["slo_attainment"] = ratio(s.met, s.requests);
    service["mean_latency_ms"] = ratio(1e3 * s.latency_s, s.served);
    service["p99_latency_ms"] = s.served > 0.0 ? Json(1e3 * result.services[i].p99_first_token_s) : Json(nullptr);
    service["tokens_out"] = s.tokens;
    service["energy_kwh"] = s.energy / unit::kWh;
    service["energy_j_per_token"] = ratio(s.energy / unit::J, s.tokens);
    service["response_target_ms"] = scenario.inference[i].response_target / unit::ms;
  }
  return out;
}

Json place(const Location& location) {
  return {{"latitude", location.latitude}, {"longitude", location.longitude}};
}

// An end of a link as a map draws it.
Json link_end(const Platform& platform, const EndPoint& end) {
  const auto i = static_cast<std::size_t>(end.index);
  if (end.kind == EndPoint::Kind::hub) return {{"kind", "hub"}, {"id", platform.hubs[i].id}};
  return {{"kind", "origin"}, {"id", platform.origins[i].id}};
}

Json network(const Scenario& scenario, const RunResult& result) {
  Json out = Json::object();
  for (std::size_t i = 0; i < scenario.platform.links.size(); ++i) {
    const Link& link = scenario.platform.links[i];
    const LinkUse& use = result.links[i];
    Json& entry = out[link.id];
    entry["ends"] = Json::array({link_end(scenario.platform, link.a), link_end(scenario.platform, link.b)});
    entry["bandwidth_gbit_per_s"] = 8.0 * link.bandwidth / (unit::GB / unit::second);
    entry["transferred_gb"] = use.transferred / unit::GB;
    entry["mean_utilization"] = use.mean_utilization;
    entry["peak_utilization"] = use.peak_utilization;
    entry["availability"] = link_availability(scenario, result, i);
    entry["latency_one_way_ms"] = link.latency / unit::ms;
    entry["latency_round_trip_ms"] = 2.0 * link.latency / unit::ms;
  }
  return out;
}

Json ledger(const HubResult& hub) {
  const Tally& t = hub.sums;
  const auto kwh = [](Energy e) { return e / unit::kWh; };
  Json out;
  out["sources"] = {{"grid", kwh(t.grid)},
                    {"on_site", kwh(t.on_site)},
                    {"direct", kwh(t.direct)},
                    {"generators", kwh(t.generated)},
                    {"battery_discharge", kwh(t.discharge)}};
  out["sinks"] = {{"it", kwh(t.it)},           {"cooling", kwh(t.cooling)},
                  {"power_chain_loss", kwh(t.chain_loss)}, {"other", kwh(t.other)},
                  {"battery_charge", kwh(t.charge)},       {"curtailed", kwh(t.curtailed)}};
  out["it"] = {{"idle", kwh(t.it_idle)}, {"jobs", kwh(t.it_jobs)}, {"services", kwh(t.it_services)},
               {"fans", kwh(t.it_fans)}, {"not_served", -kwh(t.it_not_served)}};
  // Heat, not electricity.
  out["heat"] = {{"cold_stored", kwh(t.cold_charge)},
                 {"cold_used", kwh(t.cold_discharge)},
                 {"cold_lost", kwh(t.cold_loss)},
                 {"reused", kwh(t.heat_reused)}};
  out["relative_error"] = hub.relative_error;
  return out;
}

Json outages(const Scenario& scenario, const RunResult& result) {
  Json out = Json::array();
  for (std::size_t i = 0; i < scenario.outages.size(); ++i) {
    const Outage& outage = scenario.outages[i];
    const OutageResult& cost = result.outages[i];
    out.push_back({{"hub", scenario.platform.hubs[outage.hub.index].id},
                   {"equipment", std::string(outage_name(outage.equipment))},
                   {"count", outage.count},
                   {"start", iso_text(outage.start, report_offset)},
                   {"hours", outage.length / unit::hour},
                   {"it_not_served_kwh", cost.not_served / unit::kWh},
                   {"it_not_served_h", cost.not_served_time / unit::hour},
                   {"greatest_shed_kw", cost.greatest_shed / unit::kW}});
  }
  return out;
}

std::vector<KpiInput> hub_inputs(const Scenario& scenario, const RunResult& result) {
  std::vector<KpiInput> inputs;
  for (std::size_t i = 0; i < result.hubs.size(); ++i)
    inputs.push_back(
        kpi_input(scenario.platform.hubs[i], scenario.platform, result.hubs[i], scenario.period.length));
  return inputs;
}

Json side(const Scenario& scenario, const std::vector<KpiInput>& hubs, Side which, Power peak) {
  std::vector<KpiInput> members;
  for (std::size_t i = 0; i < hubs.size(); ++i)
    if (scenario.platform.hubs[i].side == which) members.push_back(hubs[i]);
  KpiInput sum = joined(members, peak);
  sum.period = scenario.period.length;
  return kpis(sum);
}

}  // namespace

std::string summary_json(const Scenario& scenario, const RunResult& result) {
  const std::vector<KpiInput> hubs = hub_inputs(scenario, result);
  const auto end = scenario.period.start + static_cast<std::int64_t>(scenario.period.length / unit::second);
  Json out;
  out["schema"] = 1;
  out["name"] = scenario.name;
  out["period"] = {{"start", iso_text(scenario.period.start, report_offset)},
                   {"end", iso_text(end, report_offset)},
                   {"hours", scenario.period.length / unit::hour},
                   {"step_hours", scenario.period.step / unit::hour}};
  out["conventions"] = {{"latency", "one-way; a round trip is twice as long"},
                        {"inference_latency", "time to the first token: network there and back, wait, prefill"}};
  const KpiInput total = joined(hubs, result.peaks.total);
  out["total"] = kpis(total);
  Json by_hub = Json::object();
  for (std::size_t i = 0; i < hubs.size(); ++i) {
    Json& hub = by_hub[scenario.platform.hubs[i].id];
    hub = kpis(hubs[i]);
    hub["name"] = scenario.platform.hubs[i].name;
    hub["location"] = place(scenario.platform.hubs[i].location);
    if (const auto& wear = result.hubs[i].battery_wear)
      hub["battery"] = {{"health", wear->health()},
                        {"equivalent_cycles", wear->equivalent_cycles()},
                        {"life_used", wear->life_used()}};
  }
  out["hubs"] = std::move(by_hub);
  out["origins"] = Json::object();
  for (const Origin& origin : scenario.platform.origins) out["origins"][origin.id] = place(origin.location);
  out["sides"]["east"] = side(scenario, hubs, Side::east, result.peaks.east);
  out["sides"]["west"] = side(scenario, hubs, Side::west, result.peaks.west);
  out["jobs"] = jobs(result.jobs);
  out["inference"] = services(scenario, result);
  out["network"] = network(scenario, result);
  out["outages"] = outages(scenario, result);
  const RuleBook book = catalogue_rules();
  const RuleFigures figures{scenario, result, hubs, total};
  out["compliance"] = compliance_json(check_rules(figures, book));
  out["standards"] = standards_json(figures, book);
  Json books = Json::object();
  for (std::size_t i = 0; i < hubs.size(); ++i) books[scenario.platform.hubs[i].id] = ledger(result.hubs[i]);
  out["ledger"] = std::move(books);
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string manifest_json(const Scenario& scenario, const RunResult& result,
                          std::span<const std::string> command_line) {
  Json out;
  out["schema"] = 1;
  out["name"] = scenario.name;
  out["hubwatt"] = HUBWATT_VERSION;
  out["simgrid"] = simgrid_version();
  out["engine"] = scenario.engine == EngineKind::event ? "event" : "exec";
  out["seed"] = scenario.seed;
  out["scenario_digest"] = scenario_digest(scenario.files);
  out["command_line"] = command_line;
  out["overrides"] = scenario.overrides;
  Json policies = Json::object();
  for (const PolicyUse& use : result.policies)
    policies[std::string(to_text(use.decision))] = {{"name", use.name}, {"version", use.version}};
  out["policies"] = std::move(policies);
  out["notes"] = calendar_notes(scenario);
  out["files"] = Json::array();
  for (const FileDigest& file : scenario.files) out["files"].push_back({{"path", file.path}, {"sha256", file.sha256}});
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hubwatt
