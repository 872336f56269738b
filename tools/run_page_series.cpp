#include "tools/run_page_series.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "models/error.hpp"
#include "tools/packed_numbers.hpp"
#include "tools/run_page_queue.hpp"
#include "tools/run_series_sums.hpp"

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& problem) {
  throw InputError(Diagnostic{file.string(), 0, 0, "", problem, "run the scenario again"});
}

// As many intervals as a page has room for, those of all sums of hubs, and those of hubs.
constexpr std::size_t most_intervals = 20000, most_intervals_of_hubs = 140000;
constexpr double longest_calendar_h =
    36.0 * 24.0;  // of hours, not of days: run_calendar.js, on any hub's clock
constexpr int digits_of_days = 6, digits_of_intervals = 4;

SeriesIntervals intervals_of(const Json& period, std::size_t hubs) {
  const double hours = period.at("hours").get<double>();
  SeriesIntervals out;
  out.hours = std::ceil(std::max(1.0, period.at("step_hours").get<double>()));
  while (hours / out.hours > static_cast<double>(most_intervals)) out.hours *= 2.0;
  out.count = static_cast<std::size_t>(std::ceil(hours / out.hours));
  out.keep_hubs = hubs > 1 && hubs * out.count <= most_intervals_of_hubs;
  return out;
}

constexpr std::array every_sum = [] {
  std::array<SeriesSum, series_sum_count> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<SeriesSum>(i);
  return all;
}();
constexpr std::array supply_and_it{
    SeriesSum::it,         SeriesSum::grid,           SeriesSum::on_site,           SeriesSum::direct,
    SeriesSum::generators, SeriesSum::battery_charge, SeriesSum::battery_discharge, SeriesSum::curtailed};

// Columns of sums; what is nought all along is left out.
template <typename Range>
Json columns(const Range& sums, std::span<const SeriesSum> which, int digits) {
  Json out = Json::object();
  std::vector<double> numbers(sums.size());
  for (const SeriesSum sum : which) {
    std::transform(sums.begin(), sums.end(), numbers.begin(),
                   [&](const SeriesSums& each) { return each[sum]; });
    if (std::any_of(numbers.begin(), numbers.end(), [](double number) { return number != 0.0; }))
      out[series_sum_name(sum)] = packed_numbers(numbers, digits);
  }
  return out;
}

struct Days {
  std::int64_t first = 0, last = 0;
};

// Days one after the other, those without a row as nought.
std::vector<SeriesSums> dense_days(const SeriesOfHub& of, const Days& days) {
  std::vector<SeriesSums> out(static_cast<std::size_t>(days.last - days.first + 1));
  for (const auto& [day, sums] : of.days) out[static_cast<std::size_t>(day - days.first)] = sums;
  return out;
}

Json details(const SeriesOfHub& of, const Days& days, std::span<const SeriesSum> of_intervals) {
  Json out{{"days", columns(dense_days(of, days), every_sum, digits_of_days)},
           {"clock", columns(of.clock, every_sum, digits_of_days)}};
  if (!of.intervals.empty()) out["intervals"] = columns(of.intervals, of_intervals, digits_of_intervals);
  return out;
}

double facility_energy(const SeriesOfHub& of) {
  double sum = 0.0;
  for (const auto& [day, sums] : of.days) sum += sums[SeriesSum::facility];
  return sum;
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

}  // namespace

RunPageSeries run_page_series(const std::filesystem::path& file, const Json& summary) {
  if (!std::filesystem::exists(file)) return {};
  std::vector<std::string> hubs;
  for (const auto& [id, kpis] : summary.at("hubs").items()) hubs.push_back(id);
  const Json& period = summary.at("period");
  const double hours = period.at("hours").get<double>();
  const SeriesIntervals intervals = intervals_of(period, hubs.size());
  CsvRows rows(file);
  QueueCourse queue(rows, Spans(hours, period.at("step_hours").get<double>()));
  const RunSeries series = sum_series(rows, hubs, intervals, [&] { queue.add(rows); });
  for (std::size_t i = 0; i < hubs.size(); ++i)
    expect_same_energy(file, facility_energy(series.hubs[i]),
                       summary.at("hubs").at(hubs[i]).at("facility_energy_kwh").get<double>());
  if (series.total.days.empty()) refuse(file, "holds no row");

  const Days days{series.total.days.begin()->first, series.total.days.rbegin()->first};
  // Long runs show intervals as supply and demand of a week, short ones as a calendar, too.
  const bool calendar = hours <= longest_calendar_h;
  const auto shown = [&](bool all) -> std::span<const SeriesSum> {
    if (!all) return supply_and_it;
    return std::span(every_sum).subspan(1);  // hours of intervals tell nothing
  };
  Json out{{"interval_hours", intervals.hours},
           {"interval_count", intervals.count},
           {"first_day", date_text(days.first)},
           {"total", details(series.total, days, shown(calendar))},
           {"hubs", Json::object()}};
  for (const SeriesSum sum : every_sum) out["sums"].push_back(series_sum_name(sum));
  const bool room = hubs.size() * intervals.count <= most_intervals;
  for (std::size_t i = 0; i < hubs.size(); ++i)
    out["hubs"][hubs[i]] =
        hubs.size() > 1 ? details(series.hubs[i], days, shown(calendar && room)) : Json::object();
  return {std::move(out), queue.json()};
}

}  // namespace hubwatt
