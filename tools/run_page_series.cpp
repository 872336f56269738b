#include "tools/run_page_series.hpp"

#include <fmt/compile.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "models/error.hpp"
#include "scenarios/csv.hpp"
#include "tools/run_page_queue.hpp"
#include "tools/run_series_sums.hpp"

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

// To so many significant digits. A whole number and a power of ten up to the 22nd are exact, so that their product or
// quotient is what the digits read as; a text in between would cost more than all else of the page.
double cut(double value, int digits) {
  static constexpr std::array<double, 23> powers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                 1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  if (value == 0.0) return 0.0;
  const int shift = digits - 1 - static_cast<int>(std::floor(std::log10(std::abs(value))));
  const auto by = static_cast<std::size_t>(std::abs(shift));
  if (by >= powers.size()) return *read_number(fmt::format("{:.{}g}", value, digits));
  return shift >= 0 ? std::nearbyint(value * powers[by]) / powers[by]
                    : std::nearbyint(value / powers[by]) * powers[by];
}

class Text {
 public:
  void raw(std::string_view text) { out_ += text; }
  // What follows is a member of this name, the first of its object or not.
  void key(std::string_view name) {
    if (out_.back() != '{') out_ += ',';
    out_ += Json(name).dump() + ":";
  }
  void number(double value) {
    const bool whole = value == std::floor(value) && std::abs(value) < 1e15;
    if (whole)
      fmt::format_to(std::back_inserter(out_), FMT_COMPILE("{}"), static_cast<std::int64_t>(value));
    else
      fmt::format_to(std::back_inserter(out_), FMT_COMPILE("{}"), value);
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

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
void columns(Text& to, const Range& sums, std::span<const SeriesSum> which, int digits) {
  to.raw("{");
  for (const SeriesSum sum : which) {
    if (std::all_of(sums.begin(), sums.end(), [&](const SeriesSums& each) { return each[sum] == 0.0; }))
      continue;
    to.key(series_sum_name(sum));
    char before = '[';
    for (const SeriesSums& each : sums) {
      to.raw({&before, 1});
      to.number(cut(each[sum], digits));
      before = ',';
    }
    to.raw("]");
  }
  to.raw("}");
}

// Days one after the other, those without a row as nought.
std::vector<SeriesSums> dense_days(const SeriesOfHub& of, std::int64_t first, std::int64_t last) {
  std::vector<SeriesSums> out(static_cast<std::size_t>(last - first + 1));
  for (const auto& [day, sums] : of.days) out[static_cast<std::size_t>(day - first)] = sums;
  return out;
}

void run_sums(Text& to, const SeriesSums& sums) {
  to.key("run");
  to.raw("{");
  for (const SeriesSum sum : every_sum) {
    to.key(series_sum_name(sum));
    to.number(sums[sum]);
  }
  to.raw("}");
}

struct Days {
  std::int64_t first = 0, last = 0;
};

void details(Text& to, const SeriesOfHub& of, const Days& days, std::span<const SeriesSum> of_intervals) {
  run_sums(to, of.run);
  to.key("days");
  columns(to, dense_days(of, days.first, days.last), every_sum, 6);
  to.key("clock");
  columns(to, of.clock, every_sum, 6);
  if (of.intervals.empty()) return;
  to.key("intervals");
  columns(to, of.intervals, of_intervals, 4);
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
  const SeriesIntervals intervals = intervals_of(summary.at("period"), hubs.size());
  CsvRows rows(file);
  const Json& period = summary.at("period");
  QueueCourse queue(rows, Spans(period.at("hours").get<double>(), period.at("step_hours").get<double>()));
  RunSeries series = sum_series(rows, hubs, intervals, [&] { queue.add(rows); });
  const auto energy = [](const Json& kpis) { return kpis.at("facility_energy_kwh").get<double>(); };
  for (std::size_t i = 0; i < hubs.size(); ++i)
    expect_same_energy(file, series.hubs[i].run[SeriesSum::facility], energy(summary.at("hubs").at(hubs[i])));
  if (series.total.days.empty()) refuse(file, "holds no row");

  const Days days{series.total.days.begin()->first, series.total.days.rbegin()->first};
  // Hours of intervals tell nothing; of a long run a page has room for fewer sums of every hub.
  const auto all = std::span(every_sum).subspan(1);
  const std::span<const SeriesSum> of_hubs =
      hubs.size() * intervals.count <= most_intervals ? all : std::span<const SeriesSum>(supply_and_it);
  Text out;
  out.raw("{");
  out.key("interval_hours");
  out.number(intervals.hours);
  out.key("first_day");
  out.raw("\"" + date_text(days.first) + "\"");
  out.key("total");
  out.raw("{");
  details(out, series.total, days, all);
  out.raw("}");
  out.key("hubs");
  out.raw("{");
  for (std::size_t i = 0; i < hubs.size(); ++i) {
    out.key(hubs[i]);
    out.raw("{");
    if (hubs.size() > 1)
      details(out, series.hubs[i], days, of_hubs);
    else
      run_sums(out, series.hubs[i].run);
    out.raw("}");
    series.hubs[i].intervals = {};  // as much memory as their text
  }
  out.raw("}}");
  return {out.take(), queue.json()};
}

}  // namespace hubwatt
