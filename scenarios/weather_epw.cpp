#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "models/units.hpp"
#include "scenarios/csv.hpp"
#include "scenarios/hour_stamps.hpp"
#include "scenarios/weather_file.hpp"

namespace hubwatt {
namespace {

// Field of an EPW row, from 0, with the value that stands for "missing" and the dictionary's limits.
struct EpwField {
  std::size_t place;
  std::string_view name;
  std::string_view unit;
  double low, high;
  double missing;  // this and above
};

constexpr EpwField dry_bulb{6, "dry bulb", "degC", -70.0, 70.0, 99.9};
constexpr EpwField humidity{8, "relative humidity", "%", 0.0, 110.0, 999.0};
constexpr EpwField pressure{9, "pressure", "Pa", 31000.0, 120000.0, 999999.0};
constexpr EpwField irradiance{13, "global irradiance", "Wh/m2", 0.0, 1500.0, 9999.0};
constexpr EpwField wind_speed{21, "wind speed", "m/s", 0.0, 40.0, 999.0};

constexpr std::size_t month_place = 1;
constexpr std::size_t day_place = 2;
constexpr std::size_t hour_place = 3;
constexpr std::size_t fewest_fields = 22;
constexpr int header_lines = 8;

// Splits a text into its lines and those at commas; EPW knows no quotes.
std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(at, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

class EpwReader {
 public:
  explicit EpwReader(const InputFile& file) : file_(file), lines_(split(file.text, '\n')) {
    for (std::string_view& line : lines_) {
      if (line.ends_with('\r')) line.remove_suffix(1);
    }
    while (!lines_.empty() && lines_.back().empty()) lines_.pop_back();
  }

  bool check_header(std::vector<Diagnostic>& mistakes) const {
    const std::size_t before = mistakes.size();
    if (lines_.empty() || !lines_[0].starts_with("LOCATION,")) {
      mistakes.push_back({file_.path, 1, 1, "", "is not an EPW file (its first line starts with LOCATION)",
                          "use kind = \"csv\" with columns"});
      return false;
    }
    const auto periods = lines_.size() >= header_lines ? split(lines_[header_lines - 1], ',')
                                                       : std::vector<std::string_view>{};
    if (periods.size() < 3 || periods[0] != "DATA PERIODS") {
      mistakes.push_back(
          {file_.path, header_lines, 1, "", "has no DATA PERIODS line (line 8 of an EPW file)", ""});
    } else if (read_number(periods[2]) != 1.0) {
      mistakes.push_back({file_.path, header_lines, 1, "",
                          fmt::format("has {} rows per hour (1 is read)", periods[2]),
                          "average the rows to hours"});
    }
    if (periods.size() >= 2 && periods[0] == "DATA PERIODS" && read_number(periods[1]) != 1.0) {
      mistakes.push_back({file_.path, header_lines, 1, "",
                          fmt::format("has {} data periods (1 is read)", periods[1]),
                          "cut one calendar year from it"});
    }
    const std::size_t rows = lines_.size() - std::min<std::size_t>(lines_.size(), header_lines);
    if (rows != hours_common_year && rows != hours_leap_year) {
      mistakes.push_back({file_.path, 0, 0, "", fmt::format("has {} hours (a year has 8760 or 8784)", rows),
                          advice_on_row_count(rows)});
    }
    return mistakes.size() == before;
  }

  // Splits the rows and checks that they are the hours of a year in order.
  bool split_rows(std::vector<Diagnostic>& mistakes) {
    std::vector<Diagnostic> found;
    for (std::size_t i = header_lines; i < lines_.size(); ++i) {
      rows_.push_back(split(lines_[i], ','));
      const auto& row = rows_.back();
      const std::size_t hour = (i - header_lines) % 24 + 1;
      if (row.size() < fewest_fields) {
        found.push_back(at(rows_.size() - 1, 0, fmt::format("has {} fields (35 are usual)", row.size())));
      } else if (read_number(row[hour_place]) != static_cast<double>(hour)) {
        found.push_back(at(rows_.size() - 1, hour_place,
                           fmt::format("is of hour {} (hour {} is due)", row[hour_place], hour),
                           "EPW files are in standard time, 24 hours each day"));
      } else if (const MonthDay due = date_due(i - header_lines);
                 read_number(row[month_place]) != due.month || read_number(row[day_place]) != due.day) {
        found.push_back(at(rows_.size() - 1, month_place,
                           fmt::format("is of {}/{} (month/day; {}/{} is due)", row[month_place],
                                       row[day_place], due.month, due.day)));
      }
    }
    const bool fine = found.empty();
    report_first(std::move(found), mistakes);
    return fine;
  }

  bool missing(const EpwField& field, std::size_t row) const {
    const auto value = read_number(rows_[row][field.place]);
    return !value || *value >= field.missing;
  }
  bool any_missing(const EpwField& field) const { return missing_rows(field) > 0; }
  bool all_missing(const EpwField& field) const { return missing_rows(field) == rows_.size(); }

  // All hours of a field; each that is missing or outside the limits is a mistake.
  std::vector<double> values(const EpwField& field, std::vector<Diagnostic>& mistakes) const {
    std::vector<Diagnostic> found;
    std::vector<double> out(rows_.size());
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      const std::string_view text = rows_[row][field.place];
      const auto value = read_number(text);
      if (missing(field, row)) {
        found.push_back(at(row, field.place, fmt::format("{} is missing ({})", field.name, text)));
      } else if (*value < field.low || *value > field.high) {
        found.push_back(
            at(row, field.place,
               fmt::format("{} is {} ({} to {} {})", field.name, text, field.low, field.high, field.unit)));
      } else {
        out[row] = *value;
      }
    }
    report_first(std::move(found), mistakes);
    return out;
  }

 private:
  std::size_t missing_rows(const EpwField& field) const {
    std::size_t count = 0;
    for (std::size_t row = 0; row < rows_.size(); ++row) count += missing(field, row) ? 1 : 0;
    return count;
  }

  struct MonthDay {
    unsigned month, day;
  };
  // Of that hour of a year as long as the file.
  MonthDay date_due(std::size_t hour) const {
    using namespace std::chrono;
    const bool leap_year = lines_.size() - header_lines == hours_leap_year;
    const sys_days new_year{(leap_year ? year{2024} : year{2025}) / January / 1};
    const year_month_day date{new_year + days{hour / 24}};
    return {static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())};
  }

  Diagnostic at(std::size_t row, std::size_t field, std::string_view problem, std::string advice = "") const {
    const auto column = rows_[row][field].data() - lines_[header_lines + row].data() + 1;
    return {file_.path, static_cast<int>(row) + header_lines + 1,    static_cast<int>(column),
            "",         fmt::format("row {}: {}", row + 1, problem), std::move(advice)};
  }

  const InputFile& file_;
  std::vector<std::string_view> lines_;
  std::vector<std::vector<std::string_view>> rows_;
};

template <class T, class Make>
Hourly<T> hourly(const std::vector<double>& values, Make make) {
  std::vector<T> rows;
  rows.reserve(values.size());
  for (const double value : values) rows.push_back(make(value));
  return Hourly<T>(std::move(rows));
}

}  // namespace

std::optional<WeatherTable> read_epw(const InputFile& file, std::vector<Diagnostic>& mistakes) {
  const std::size_t before = mistakes.size();
  EpwReader reader(file);
  if (!reader.check_header(mistakes) || !reader.split_rows(mistakes)) return std::nullopt;

  WeatherTable out;
  out.dry_bulb = hourly<Temperature>(reader.values(dry_bulb, mistakes),
                                     [](double c) { return Temperature::celsius(c); });
  // The dictionary allows 110 %; above saturation there is only fog.
  out.relative_humidity = hourly<double>(reader.values(humidity, mistakes),
                                         [](double percent) { return std::min(percent / 100.0, 1.0); });
  if (!reader.all_missing(pressure)) {
    out.pressure =
        hourly<Pressure>(reader.values(pressure, mistakes), [](double pa) { return pa * unit::Pa; });
  }
  if (!reader.any_missing(irradiance)) {
    out.global_irradiance =
        hourly<Irradiance>(reader.values(irradiance, mistakes), [](double w) { return w * unit::W_per_m2; });
  }
  if (!reader.any_missing(wind_speed)) {
    out.wind_speed =
        hourly<Speed>(reader.values(wind_speed, mistakes), [](double v) { return v * unit::m_per_s; });
  }
  if (mistakes.size() != before) return std::nullopt;
  return out;
}

}  // namespace hubwatt
