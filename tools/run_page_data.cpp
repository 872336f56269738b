#include "tools/run_page_data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>

#include "models/error.hpp"
#include "scenarios/csv.hpp"
#include "tools/run_page_jobs.hpp"
#include "tools/run_series_sums.hpp"
#include "tools/run_summary_shape.hpp"

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& problem) {
  throw InputError(Diagnostic{file.string(), 0, 0, "", problem, "run the scenario again"});
}

// As many intervals as a page has room for.
constexpr std::size_t most_intervals = 20000, most_intervals_of_hubs = 140000;

SeriesIntervals intervals_of(const Json& period, std::size_t hubs) {
  const double hours = period.at("hours").get<double>();
  SeriesIntervals out;
  out.hours = std::ceil(std::max(1.0, period.at("step_hours").get<double>()));
  while (hours / out.hours > static_cast<double>(most_intervals)) out.hours *= 2.0;
  out.count = static_cast<std::size_t>(std::ceil(hours / out.hours));
  out.keep_hubs = hubs > 1 && hubs * out.count <= most_intervals_of_hubs;
  return out;
}

Json rounded(double value, int digits) {
  const double kept = *read_number(fmt::format("{:.{}g}", value, digits));
  if (kept == std::floor(kept) && std::abs(kept) < 1e15) return static_cast<std::int64_t>(kept);
  return kept;
}

// Columns of sums; what is nought all along is left out.
template <typename Range>
Json columns(const Range& sums, int digits) {
  Json out = Json::object();
  for (std::size_t i = 0; i < series_sum_count; ++i) {
    const auto which = static_cast<SeriesSum>(i);
    Json column = Json::array();
    bool any = false;
    for (const SeriesSums& each : sums) {
      any = any || each[which] != 0.0;
      column.push_back(rounded(each[which], digits));
    }
    if (any) out[series_sum_name(which)] = std::move(column);
  }
  return out;
}

// Days one after the other, those without a row as nought.
std::vector<SeriesSums> dense_days(const SeriesOfHub& of, std::int64_t first, std::int64_t last) {
  std::vector<SeriesSums> out(static_cast<std::size_t>(last - first + 1));
  for (const auto& [day, sums] : of.days) out[static_cast<std::size_t>(day - first)] = sums;
  return out;
}

enum class Intervals { all_sums, supply_and_it };

Json intervals_json(const SeriesOfHub& of, Intervals which) {
  Json out = columns(of.intervals, 4);
  out.erase("hours");
  if (which == Intervals::all_sums) return out;
  for (const char* name :
       {"cooling", "power_chain_loss", "other", "carbon_kg", "cost_cny", "water_l", "facility",
        "gpus_held_by_hours", "waiting_by_hours", "price_by_facility", "stored_by_hours"})
    out.erase(name);
  return out;
}

Json sums_json(const SeriesSums& sums) {
  Json out = Json::object();
  for (std::size_t i = 0; i < series_sum_count; ++i)
    out[series_sum_name(static_cast<SeriesSum>(i))] = sums.values[i];
  return out;
}

Json details(const SeriesOfHub& of, std::int64_t first, std::int64_t last, Intervals which) {
  Json out;
  out["run"] = sums_json(of.run);
  out["days"] = columns(dense_days(of, first, last), 6);
  out["clock"] = columns(of.clock, 6);
  if (!of.intervals.empty()) out["intervals"] = intervals_json(of, which);
  return out;
}

// A table that was cut short, or comes from another run, does not hold the energy of the summary.
void expect_same_energy(const std::filesystem::path& file, double series, double summary) {
  if (std::abs(series - summary) > 1e-6 * std::abs(summary) + 1e-6)
    refuse(file,
           fmt::format("holds {:.10g} kWh of facility energy where summary.json says {:.10g}, so it is cut "
                       "short or from another run",
                       series, summary));
}

std::string date_text(std::int64_t day) {
  using namespace std::chrono;
  const year_month_day date{sys_days{days{day}}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

Json series_json(const std::filesystem::path& file, const Json& summary) {
  if (!std::filesystem::exists(file)) return nullptr;
  std::vector<std::string> hubs;
  for (const auto& [id, kpis] : summary.at("hubs").items()) hubs.push_back(id);
  const SeriesIntervals intervals = intervals_of(summary.at("period"), hubs.size());
  const RunSeries series = sum_series(file, hubs, intervals);
  const auto energy = [](const Json& kpis) { return kpis.at("facility_energy_kwh").get<double>(); };
  for (std::size_t i = 0; i < hubs.size(); ++i)
    expect_same_energy(file, series.hubs[i].run[SeriesSum::facility], energy(summary.at("hubs").at(hubs[i])));
  if (series.total.days.empty()) refuse(file, "holds no row");

  const std::int64_t first = series.total.days.begin()->first, last = series.total.days.rbegin()->first;
  // Of a long run a page has room for fewer sums of every hub.
  const Intervals of_hubs =
      hubs.size() * intervals.count <= most_intervals ? Intervals::all_sums : Intervals::supply_and_it;
  Json out;
  out["interval_hours"] = intervals.hours;
  out["first_day"] = date_text(first);
  out["total"] = details(series.total, first, last, Intervals::all_sums);
  out["hubs"] = Json::object();
  for (std::size_t i = 0; i < hubs.size(); ++i)
    out["hubs"][hubs[i]] = hubs.size() > 1 ? details(series.hubs[i], first, last, of_hubs)
                                           : Json{{"run", sums_json(series.hubs[i].run)}};
  return out;
}

}  // namespace

Json run_page_data(const FinishedRun& run) {
  const std::filesystem::path file = run.directory / "summary.json";
  Json out;
  try {
    const Json summary = Json::parse(run.summary);
    expect_summary_shape(file, summary);
    out["name"] = summary.at("name");
    out["summary"] = summary;
    out["manifest"] = Json::parse(run.manifest);
    out["series"] = series_json(run.directory / "series.csv", summary);
    out["jobs"] = run_page_jobs(run.directory);
  } catch (const Json::exception& problem) {
    refuse(file, std::string("is not what this version writes (") + problem.what() + ")");
  }
  return out;
}

}  // namespace hubwatt
