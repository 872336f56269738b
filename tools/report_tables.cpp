#include "tools/report_tables.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "tools/report_figures.hpp"
#include "tools/text_table.hpp"

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

std::string titled(std::string_view title, const TextTable& table) {
  return fmt::format("\n{}\n{}", title, table.text());
}

}  // namespace

std::string report_head(const ReportedRun& run, const Json& manifest) {
  const Words& words = run.words();
  const Json& total = run.summary().at("total");
  const Json& period = run.summary().at("period");
  std::string out =
      words.with("{}: {} to {} ({} h), seed {}, engine {}", run.summary().at("name").get<std::string>(),
                 period.at("start").get<std::string>(), period.at("end").get<std::string>(),
                 fmt::format("{:g}", period.at("hours").get<double>()),
                 manifest.at("seed").get<std::uint64_t>(), manifest.at("engine").get<std::string>()) +
      "\n";
  std::string policies;
  for (const auto& [decision, policy] : manifest.at("policies").items())
    policies += fmt::format("{}{} = {}", policies.empty() ? "" : words(", "), words.of_result(decision),
                            policy.at("name").get<std::string>());
  out += words.with("policies: {}", policies) + "\n";
  out += words.with(
      "facility {}, {} {}, green power {}, carbon-free by the hour {}, {} t CO2e, {} m3 water, {}, "
      "accelerators held {}",
      energy_words(total.at("facility_energy_kwh").get<double>()), total.at("pue_kind").get<std::string>(),
      number(total.at("pue")), percent(total.at("green_share")), percent(total.at("cfe_score")),
      number(total.at("carbon_location_kg"), 1e-3), number(total.at("water_l"), 1e-3),
      money_words(words, total.at("cost_cny")), percent(total.at("gpu_allocation")));
  return out + "\n";
}

std::string hub_table(const ReportedRun& run) {
  const Words& words = run.words();
  std::vector<std::string> head =
      words.all({"hub", "facility MWh", "green", "CFE", "t CO2e", "CUE", "WUE", "cost kCNY", "peak kW",
                 "load factor", "GPUs held", "GPUs active", "racks used"});
  head.insert(head.begin() + 1, run.summary().at("total").at("pue_kind").get<std::string>());
  TextTable table(std::move(head));
  run.for_all_places([&](const std::string& id, const Json& k) {
    table.add({id, number(k.at("pue")), number(k.at("facility_energy_kwh"), 1e-3),
               percent(k.at("green_share")), percent(k.at("cfe_score")),
               number(k.at("carbon_location_kg"), 1e-3), number(k.at("cue")), number(k.at("wue")),
               money_of_table(words, k.at("cost_cny")), number(k.at("peak_power_kw")),
               number(k.at("load_factor")), percent(k.at("gpu_allocation")), percent(k.at("gpu_activity")),
               percent(k.at("rack_occupancy"))});
  });
  return titled(words("Hubs"), table);
}

std::string energy_table(const ReportedRun& run) {
  const Words& words = run.words();
  TextTable table(words.all({"hub", "grid", "on-site", "direct", "generators", "battery out", "= IT",
                             "cooling", "power chain", "other", "battery in", "curtailed"}));
  run.for_all_places([&](const std::string& id, const Json& k) {
    const auto mwh = [&](const char* key) { return number(k.at(key), 1e-3); };
    table.add({id, mwh("grid_energy_kwh"), mwh("on_site_energy_kwh"), mwh("direct_energy_kwh"),
               mwh("generator_energy_kwh"), mwh("battery_discharge_kwh"), mwh("it_energy_kwh"),
               mwh("cooling_energy_kwh"), mwh("power_chain_loss_kwh"), mwh("other_energy_kwh"),
               mwh("battery_charge_kwh"), mwh("curtailed_energy_kwh")});
  });
  return titled(words("Energy balance in MWh"), table);
}

std::string plant_table(const ReportedRun& run) {
  const Words& words = run.words();
  TextTable table(words.all({"hub", "free cooling h", "partly h", "water m3", "by stress m3", "failure rate",
                             "ITEUsv", "reused heat MWh", "ERF", "ERE", "generators MWh", "not served kWh",
                             "demand charge kCNY", "embodied t"}));
  run.for_all_places([&](const std::string& id, const Json& k) {
    table.add({id, number(k.at("free_cooling_h")), number(k.at("partial_free_cooling_h")),
               number(k.at("water_l"), 1e-3), number(k.at("water_stressed_l"), 1e-3),
               number(k.at("failure_rate_factor")), percent(k.at("iteu_sv")),
               number(k.at("reused_heat_kwh"), 1e-3), number(k.at("erf")), number(k.at("ere")),
               number(k.at("generator_energy_kwh"), 1e-3), number(k.at("it_not_served_kwh")),
               money_of_table(words, k.at("demand_charge_cny")), number(k.at("embodied_carbon_kg"), 1e-3)});
  });
  return titled(words("Plant"), table);
}

std::string outage_table(const ReportedRun& run) {
  const Words& words = run.words();
  TextTable table(
      words.all({"outage at", "of", "from", "hours", "IT not served kWh", "for h", "at most kW"}));
  for (const Json& outage : run.summary().at("outages")) {
    const int count = outage.at("count").get<int>();
    const std::string what = words.of_result(outage.at("equipment").get<std::string>());
    table.add({run.hub(outage.at("hub").get<std::string>()),
               count > 1 ? words.with("{} x {}", count, what) : what, outage.at("start").get<std::string>(),
               number(outage.at("hours")), number(outage.at("it_not_served_kwh")),
               number(outage.at("it_not_served_h")), number(outage.at("greatest_shed_kw"))});
  }
  return table.empty() ? "" : titled(words("Outages"), table);
}

std::string job_lines(const ReportedRun& run) {
  const Words& words = run.words();
  const Json& jobs = run.summary().at("jobs");
  if (jobs.at("submitted").get<std::uint64_t>() == 0) return "";
  const auto count = [&jobs](const char* key) { return jobs.at(key).get<std::uint64_t>(); };
  const auto figure = [&jobs](const char* key) { return number(jobs.at(key)); };
  return fmt::format(
      "\n{}\n  {}\n  {}\n  {}\n", words("Jobs"),
      words.with("{} submitted, {} completed, {} running, {} waiting, {} failed", count("submitted"),
                 count("completed"), count("running"), count("waiting"), count("failed")),
      words.with("wait: mean {} s, 95 % within {} s; mean slowdown {}", figure("mean_wait_s"),
                 figure("p95_wait_s"), figure("mean_slowdown")),
      words.with("{} GPU hours, {} kWh above idle per GPU hour", figure("gpu_hours"),
                 figure("energy_kwh_per_gpu_hour")));
}

std::string service_table(const ReportedRun& run) {
  const Words& words = run.words();
  TextTable table(words.all({"service", "requests", "served", "in time", "mean first token ms", "p99 ms",
                             "tokens out", "J per token"}));
  for (const auto& [name, s] : run.summary().at("inference").items())
    table.add({name, number(s.at("requests")), percent(s.at("served_share")), percent(s.at("slo_attainment")),
               number(s.at("mean_latency_ms")), number(s.at("p99_latency_ms")), number(s.at("tokens_out")),
               number(s.at("energy_j_per_token"))});
  return table.empty() ? "" : titled(words("Inference"), table);
}

std::string network_table(const ReportedRun& run) {
  const Words& words = run.words();
  TextTable table(words.all(
      {"link", "transferred GB", "mean use", "peak use", "availability", "one-way ms", "round trip ms"}));
  for (const auto& [id, link] : run.summary().at("network").items())
    if (link.at("transferred_gb").get<double>() > 0.0)
      table.add({id, number(link.at("transferred_gb")), percent(link.at("mean_utilization")),
                 percent(link.at("peak_utilization")), number(link.at("availability")),
                 number(link.at("latency_one_way_ms")), number(link.at("latency_round_trip_ms"))});
  return table.empty() ? "" : titled(words("Links that carried data"), table);
}

}  // namespace hubwatt
