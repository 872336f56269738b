#include "tools/run_page_jobs.hpp"

#include <array>
#include <string>
#include <string_view>

#include "models/error.hpp"
#include "tools/csv_rows.hpp"
#include "tools/finished_file.hpp"
#include "tools/run_page_bins.hpp"
#include "tools/run_page_services.hpp"

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 6> states{"completed", "running", "waiting",
                                                 "staging",   "held",    "failed"};

// About two edges a decade, where people know the spans: 1 s to a month; then widths and slowdowns.
constexpr std::array<double, 15> time_edges{1,    3,     10,    30,    60,     180,    600,    1800,
                                            3600, 10800, 43200, 86400, 259200, 604800, 2592000};
constexpr std::array<double, 11> slowdown_edges{1.001, 1.1, 1.3, 2, 3, 10, 30, 100, 300, 1000, 10000};
constexpr std::array<double, 12> width_edges{1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 4096};

struct Group {
  std::array<std::uint64_t, states.size()> by_state{};
  std::uint64_t started = 0;
  double wait_s = 0.0, longest_wait_s = 0.0, slowdown = 0.0;
  EdgeCounts waits{time_edges}, runs{time_edges}, slowdowns{slowdown_edges}, widths{width_edges};
};

struct Columns {
  explicit Columns(const CsvRows& rows)
      : workload(rows.column("workload")),
        hub(rows.column("hub")),
        state(rows.column("state")),
        gpus(rows.column("gpus")),
        wait_s(rows.column("wait_s")),
        start_s(rows.column("start_s")),
        end_s(rows.column("end_s")) {}
  std::size_t workload, hub, state, gpus, wait_s, start_s, end_s;
};

void add(Group& group, const Columns& at, const CsvRows& row) {
  const auto state = std::find(states.begin(), states.end(), row.text(at.state));
  if (state == states.end())
    row.refuse(fmt::format("tells of a job that is \"{}\", which none can be", row.text(at.state)));
  ++group.by_state[static_cast<std::size_t>(state - states.begin())];
  group.widths.add(row.number(at.gpus));
  const auto wait = row.number_if_any(at.wait_s);
  if (!wait) return;
  ++group.started;
  group.wait_s += *wait;
  group.longest_wait_s = std::max(group.longest_wait_s, *wait);
  group.waits.add(*wait);
  const auto end = row.number_if_any(at.end_s);
  if (!end) return;
  const double run = *end - row.number(at.start_s);
  group.runs.add(run);
  if (run <= 0.0) return;
  group.slowdown += (*wait + run) / run;
  group.slowdowns.add((*wait + run) / run);
}

Json group_json(const std::string& workload, const std::string& hub, const Group& group) {
  Json out{{"workload", workload}, {"hub", hub.empty() ? Json(nullptr) : Json(hub)}};
  for (std::size_t i = 0; i < states.size(); ++i) out["states"][std::string(states[i])] = group.by_state[i];
  const auto mean = [](double sum, std::uint64_t count) {
    return count > 0 ? Json(sum / static_cast<double>(count)) : Json(nullptr);
  };
  out["started"] = group.started;
  out["mean_wait_s"] = mean(group.wait_s, group.started);
  out["longest_wait_s"] = group.started > 0 ? short_number(group.longest_wait_s) : Json(nullptr);
  out["mean_slowdown"] = mean(group.slowdown, group.by_state[0]);
  out["wait_s"] = group.waits.counts();
  out["run_s"] = group.runs.counts();
  out["slowdown"] = group.slowdowns.counts();
  out["gpus"] = group.widths.counts();
  return out;
}

Json jobs(const std::filesystem::path& path, std::uint64_t submitted) {
  CsvRows row(path);
  const Columns at(row);
  Named<Named<Group>> groups;
  std::uint64_t rows = 0;
  for (; row.next(); ++rows) add(groups[row.text(at.workload)][row.text(at.hub)], at, row);
  if (rows != submitted)
    row.refuse(fmt::format("holds {} jobs where summary.json tells of {}", rows, submitted));
  Json out;
  out["edges"] = {
      {"wait_s", time_edges}, {"run_s", time_edges}, {"slowdown", slowdown_edges}, {"gpus", width_edges}};
  out["groups"] = Json::array();
  for (const auto& [workload, hubs] : groups)
    for (const auto& [hub, group] : hubs) out["groups"].push_back(group_json(workload, hub, group));
  return out;
}

// What the page reads of summary.json about jobs, services and links: numbers, or null where nothing was
// counted. Throws Json::exception where a figure is missing or another thing.
void expect_figures(const Json& summary) {
  const auto figures = [](const Json& of, std::initializer_list<const char*> keys) {
    for (const char* key : keys)
      if (const Json& value = of.at(key); !value.is_null()) (void)value.get<double>();
  };
  const Json& jobs = summary.at("jobs");
  for (const char* key : {"submitted", "completed", "failed", "running", "waiting"})
    (void)jobs.at(key).get<std::uint64_t>();
  figures(jobs, {"mean_wait_s", "p95_wait_s", "mean_slowdown"});
  for (const auto& [name, service] : summary.at("inference").items())
    figures(service, {"requests", "served_share", "slo_attainment", "mean_latency_ms", "p99_latency_ms",
                      "tokens_out", "energy_kwh", "energy_j_per_token"});
  for (const auto& [id, link] : summary.at("network").items())
    figures(link, {"transferred_gb", "mean_utilization", "peak_utilization", "availability",
                   "latency_one_way_ms", "latency_round_trip_ms"});
}

}  // namespace

Json run_page_jobs(const std::filesystem::path& directory) {
  const std::filesystem::path summary_path = directory / "summary.json";
  const Json summary = Json::parse(finished_json(summary_path, "run", "run"));
  const auto written = [&](const char* table) { return std::filesystem::exists(directory / table); };
  try {
    expect_figures(summary);
    const Json& period = summary.at("period");
    const Spans spans(period.at("hours").get<double>(), period.at("step_hours").get<double>());
    Json out{{"span_hours", spans.hours()}, {"jobs", nullptr}, {"services", nullptr}};
    if (written("jobs.csv"))
      out["jobs"] = jobs(directory / "jobs.csv", summary.at("jobs").at("submitted").get<std::uint64_t>());
    if (written("inference.csv")) out["services"] = run_page_services(directory / "inference.csv", spans);
    return out;
  } catch (const Json::exception& problem) {
    throw InputError(Diagnostic{summary_path.string(), 0, 0, "",
                                std::string("is not what this version writes (") + problem.what() + ")",
                                "run the scenario again"});
  }
}

}  // namespace hubwatt
