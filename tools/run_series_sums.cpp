#include "tools/run_series_sums.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "scenarios/csv.hpp"

namespace hubwatt {

namespace {

// Columns of mean power, and the sums their energy goes to.
struct PowerColumn {
  const char* name;
  SeriesSum sum;
};
constexpr PowerColumn power_columns[] = {
    {"it_kw", SeriesSum::it},
    {"facility_kw", SeriesSum::facility},
    {"grid_kw", SeriesSum::grid},
    {"on_site_kw", SeriesSum::on_site},
    {"direct_kw", SeriesSum::direct},
    {"generators_kw", SeriesSum::generators},
    {"battery_charge_kw", SeriesSum::battery_charge},
    {"battery_discharge_kw", SeriesSum::battery_discharge},
    {"curtailed_kw", SeriesSum::curtailed},
};

struct LocalTime {
  std::int64_t day = 0;
  std::size_t hour = 0;
};

// Of "2025-07-07T00:00:00+08:00".
LocalTime local_time(const CsvRows& rows, std::string_view text) {
  const auto part = [&](std::size_t at, std::size_t length) {
    const auto value = text.size() >= at + length ? read_number(text.substr(at, length)) : std::nullopt;
    if (!value) rows.refuse(fmt::format("holds \"{}\" for local_time, which is no date", text));
    return static_cast<int>(*value);
  };
  using namespace std::chrono;
  const year_month_day date{year{part(0, 4)}, month{static_cast<unsigned>(part(5, 2))},
                            day{static_cast<unsigned>(part(8, 2))}};
  const int hour = part(11, 2);
  if (!date.ok() || hour < 0 || hour > 23)
    rows.refuse(fmt::format("holds \"{}\" for local_time, which is no date", text));
  return {sys_days{date}.time_since_epoch().count(), static_cast<std::size_t>(hour)};
}

// Rows of a step mostly have one local time.
class LocalTimes {
 public:
  LocalTime of(const CsvRows& rows, std::string_view text) {
    if (text != text_) {
      time_ = local_time(rows, text);
      text_ = text;
    }
    return time_;
  }

 private:
  std::string text_;
  LocalTime time_;
};

// The sums of a hub's day, of which many rows come one after the other.
class Today {
 public:
  SeriesSums& of(SeriesOfHub& hub, std::int64_t day) {
    if (sums_ == nullptr || day != day_) sums_ = &hub.days[day_ = day];
    return *sums_;
  }

 private:
  std::int64_t day_ = 0;
  SeriesSums* sums_ = nullptr;
};

SeriesOfHub together(const std::vector<SeriesOfHub>& hubs, std::size_t intervals) {
  SeriesOfHub out;
  out.intervals.resize(intervals);
  for (const SeriesOfHub& hub : hubs) {
    for (const auto& [day, sums] : hub.days) out.days[day] += sums;
    for (std::size_t i = 0; i < out.clock.size(); ++i) out.clock[i] += hub.clock[i];
    for (std::size_t i = 0; i < hub.intervals.size(); ++i) out.intervals[i] += hub.intervals[i];
  }
  return out;
}

}  // namespace

SeriesSums& SeriesSums::operator+=(const SeriesSums& other) {
  for (std::size_t i = 0; i < values.size(); ++i) values[i] += other.values[i];
  return *this;
}

const char* series_sum_name(SeriesSum which) {
  constexpr std::array<const char*, series_sum_count> names{"hours",
                                                            "it",
                                                            "facility",
                                                            "grid",
                                                            "on_site",
                                                            "direct",
                                                            "generators",
                                                            "battery_charge",
                                                            "battery_discharge",
                                                            "curtailed",
                                                            "water_l",
                                                            "price_by_facility"};
  return names[static_cast<std::size_t>(which)];
}

RunSeries sum_series(CsvRows& rows, std::span<const std::string> hubs, const SeriesIntervals& intervals,
                     const std::function<void()>& beside) {
  const std::size_t start = rows.column("start_s"), local = rows.column("local_time"),
                    hub = rows.column("hub"), hours = rows.column("hours"), water = rows.column("water_l"),
                    price = rows.column("price_cny_per_kwh");
  std::vector<std::size_t> powers;
  for (const PowerColumn& column : power_columns) powers.push_back(rows.column(column.name));

  RunSeries out;
  out.hubs.resize(hubs.size());
  if (intervals.keep_hubs)
    for (SeriesOfHub& each : out.hubs) each.intervals.resize(intervals.count);
  std::vector<SeriesSums> of_all(intervals.keep_hubs ? 0 : intervals.count);

  LocalTimes times;
  std::vector<Today> today(hubs.size());
  std::size_t at = 0;  // rows of a step come in the order of the hubs
  while (rows.next()) {
    if (++at >= hubs.size()) at = 0;
    if (rows.text(hub) != hubs[at])
      at = static_cast<std::size_t>(std::find(hubs.begin(), hubs.end(), rows.text(hub)) - hubs.begin());
    if (at == hubs.size())
      rows.refuse(fmt::format("tells of hub \"{}\", which summary.json does not know", rows.text(hub)));
    SeriesSums row;
    const double length = rows.number(hours);
    row[SeriesSum::hours] = length;
    for (std::size_t i = 0; i < powers.size(); ++i)
      row[power_columns[i].sum] = length * rows.number(powers[i]);
    row[SeriesSum::water_l] = rows.number(water);
    row[SeriesSum::price_by_facility] = rows.number(price) * row[SeriesSum::facility];

    const double place = std::floor(rows.number(start) / 3600.0 / intervals.hours);
    if (!(place >= 0.0 && place < static_cast<double>(intervals.count)))
      rows.refuse("begins outside the period of summary.json");
    const auto interval = static_cast<std::size_t>(place);
    const LocalTime time = times.of(rows, rows.text(local));
    today[at].of(out.hubs[at], time.day) += row;
    out.hubs[at].clock[time.hour] += row;
    (intervals.keep_hubs ? out.hubs[at].intervals : of_all)[interval] += row;
    beside();
  }
  out.total = together(out.hubs, intervals.count);
  if (!intervals.keep_hubs) out.total.intervals = std::move(of_all);
  return out;
}

}  // namespace hubwatt
