#include "tools/report_tables.hpp"

#include <functional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tools/report_figures.hpp"
#include "tools/text_table.hpp"

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

// Hubs in the order of the platform, then sides that have hubs, then all.
void for_all_places(const Json& summary, const std::function<void(const std::string&, const Json&)>& each) {
  for (const auto& [id, kpis] : summary.at("hubs").items()) each(id, kpis);
  for (const auto& [side, kpis] : summary.at("sides").items())
    if (kpis.at("facility_energy_kwh").get<double>() > 0.0) each("[" + side + "]", kpis);
  each("[total]", summary.at("total"));
}

}  // namespace

std::string report_head(const Json& summary, const Json& manifest) {
  const Json& total = summary.at("total");
  const Json& period = summary.at("period");
  std::string out = fmt::format("{}: {} to {} ({:g} h), seed {}, engine {}\n", summary.at("name").get<std::string>(),
                                period.at("start").get<std::string>(), period.at("end").get<std::string>(),
                                period.at("hours").get<double>(), manifest.at("seed").get<std::uint64_t>(),
                                manifest.at("engine").get<std::string>());
  out += "policies:";
  for (const auto& [decision, policy] : manifest.at("policies").items())
    out += fmt::format(" {} = {},", decision, policy.at("name").get<std::string>());
  out.back() = '\n';
  out += fmt::format("facility {}, {} {}, green power {}, carbon-free by the hour {}, {} t CO2e, {} m3 water, {} CNY, "
                     "accelerators held {}\n",
                     energy_words(total.at("facility_energy_kwh").get<double>()),
                     total.at("pue_kind").get<std::string>(), number(total.at("pue")), percent(total.at("green_share")),
                     percent(total.at("cfe_score")), number(total.at("carbon_location_kg"), 1e-3),
                     number(total.at("water_l"), 1e-3), number(total.at("cost_cny")),
                     percent(total.at("gpu_allocation")));
  return out;
}

std::string hub_table(const Json& summary) {
  TextTable table({"hub", summary.at("total").at("pue_kind").get<std::string>(), "facility MWh", "green", "CFE",
                   "t CO2e", "CUE", "WUE", "cost kCNY", "peak kW", "load factor", "GPUs held", "GPUs active",
                   "racks used"});
  for_all_places(summary, [&](const std::string& id, const Json& k) {
    table.add({id, number(k.at("pue")), number(k.at("facility_energy_kwh"), 1e-3), percent(k.at("green_share")),
               percent(k.at("cfe_score")), number(k.at("carbon_location_kg"), 1e-3), number(k.at("cue")),
               number(k.at("wue")), number(k.at("cost_cny"), 1e-3), number(k.at("peak_power_kw")),
               number(k.at("load_factor")), percent(k.at("gpu_allocation")), percent(k.at("gpu_activity")),
               percent(k.at("rack_occupancy"))});
  });
  return table.text();
}

std::string energy_table(const Json& summary) {
  TextTable table({"hub", "grid", "on-site", "direct", "generators", "battery out", "= IT", "cooling", "power chain", "other",
                   "battery in", "curtailed"});
  for_all_places(summary, [&](const std::string& id, const Json& k) {
    const auto mwh = [&](const char* key) { return number(k.at(key), 1e-3); };
    table.add({id, mwh("grid_energy_kwh"), mwh("on_site_energy_kwh"), mwh("direct_energy_kwh"),
               mwh("generator_energy_kwh"), mwh("battery_discharge_kwh"), mwh("it_energy_kwh"),
               mwh("cooling_energy_kwh"), mwh("power_chain_loss_kwh"), mwh("other_energy_kwh"), mwh("battery_charge_kwh"),
               mwh("curtailed_energy_kwh")});
  });
  return table.text();
}

std::string plant_table(const Json& summary) {
  TextTable table({"hub", "free cooling h", "partly h", "water m3", "by stress m3", "failure rate", "ITEUsv",
                   "reused heat MWh", "ERF", "ERE", "generators MWh", "not served kWh", "demand charge kCNY",
                   "embodied t"});
  for_all_places(summary, [&](const std::string& id, const Json& k) {
    table.add({id, number(k.at("free_cooling_h")), number(k.at("partial_free_cooling_h")),
               number(k.at("water_l"), 1e-3), number(k.at("water_stressed_l"), 1e-3),
               number(k.at("failure_rate_factor")), percent(k.at("iteu_sv")),
               number(k.at("reused_heat_kwh"), 1e-3), number(k.at("erf")), number(k.at("ere")),
               number(k.at("generator_energy_kwh"), 1e-3), number(k.at("it_not_served_kwh")),
               number(k.at("demand_charge_cny"), 1e-3), number(k.at("embodied_carbon_kg"), 1e-3)});
  });
  return table.text();
}

std::string outage_table(const Json& summary) {
  TextTable table({"outage at", "of", "from", "hours", "IT not served kWh", "for h", "at most kW"});
  for (const Json& outage : summary.at("outages")) {
    const int count = outage.at("count").get<int>();
    const std::string what = outage.at("equipment").get<std::string>();
    table.add({outage.at("hub").get<std::string>(), count > 1 ? fmt::format("{} x {}", count, what) : what,
               outage.at("start").get<std::string>(), number(outage.at("hours")),
               number(outage.at("it_not_served_kwh")), number(outage.at("it_not_served_h")),
               number(outage.at("greatest_shed_kw"))});
  }
  return table.empty() ? "" : "\nOutages\n" + table.text();
}

std::string job_lines(const Json& summary) {
  const Json& jobs = summary.at("jobs");
  if (jobs.at("submitted").get<std::uint64_t>() == 0) return "";
  return fmt::format(
      "\nJobs\n  {} submitted, {} completed, {} running, {} waiting, {} failed\n"
      "  wait: mean {} s, 95 % within {} s; mean slowdown {}\n  {} GPU hours, {} kWh above idle per GPU hour\n",
      jobs.at("submitted").get<std::uint64_t>(), jobs.at("completed").get<std::uint64_t>(),
      jobs.at("running").get<std::uint64_t>(), jobs.at("waiting").get<std::uint64_t>(),
      jobs.at("failed").get<std::uint64_t>(), number(jobs.at("mean_wait_s")), number(jobs.at("p95_wait_s")),
      number(jobs.at("mean_slowdown")), number(jobs.at("gpu_hours")), number(jobs.at("energy_kwh_per_gpu_hour")));
}

std::string service_table(const Json& summary) {
  TextTable table({"service", "requests", "served", "in time", "mean first token ms", "p99 ms", "tokens out",
                   "J per token"});
  for (const auto& [name, s] : summary.at("inference").items())
    table.add({name, number(s.at("requests")), percent(s.at("served_share")), percent(s.at("slo_attainment")),
               number(s.at("mean_latency_ms")), number(s.at("p99_latency_ms")), number(s.at("tokens_out")),
               number(s.at("energy_j_per_token"))});
  return table.empty() ? "" : "\nInference\n" + table.text();
}

std::string network_table(const Json& summary) {
  TextTable table({"link", "transferred GB", "mean use", "peak use", "availability", "one-way ms", "round trip ms"});
  for (const auto& [id, link] : summary.at("network").items())
    if (link.at("transferred_gb").get<double>() > 0.0)
      table.add({id, number(link.at("transferred_gb")), percent(link.at("mean_utilization")),
                 percent(link.at("peak_utilization")), number(link.at("availability")),
                 number(link.at("latency_one_way_ms")), number(link.at("latency_round_trip_ms"))});
  return table.empty() ? "" : "\nLinks that carried data\n" + table.text();
}

}  // namespace hubwatt
