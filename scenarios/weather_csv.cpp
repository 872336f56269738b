#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "models/psychrometrics.hpp"
#include "models/units.hpp"
#include "scenarios/csv.hpp"
#include "scenarios/hour_stamps.hpp"
#include "scenarios/hourly_column.hpp"
#include "scenarios/weather_file.hpp"

namespace hubwatt {
namespace {

// What a column may hold, in the unit of the message.
struct Limits {
  std::string_view what;
  std::string_view unit;
  double low, high;
};

constexpr Limits dry_bulb_limits{"dry bulb", "degC", -70.0, 60.0};
constexpr Limits dew_point_limits{"dew point", "degC", -90.0, 45.0};
constexpr Limits humidity_limits{"relative humidity", "of saturation", 0.0, 1.0};
constexpr Limits pressure_limits{"pressure", "Pa", 30000.0, 110000.0};

// Of values that are missing.
constexpr const char* decide_on_it = "decide on a value and write it into a copy of the file";

constexpr double celsius_zero = 273.15;

// Values that tell the unit and the level of a column: those near its middle, which neither gaps nor slips move.
std::vector<double> near_the_middle(std::vector<double> values) {
  constexpr double weather = 0.2;  // of a pressure
  std::erase_if(values, [](double value) { return std::isnan(value); });
  if (values.empty()) return values;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  const double usual = *middle;
  std::erase_if(values, [&](double value) { return std::abs(value - usual) > weather * std::abs(usual); });
  return values;
}

class WeatherCsv {
 public:
  WeatherCsv(const CsvTable& table, std::vector<Diagnostic>& mistakes) : table_(table), mistakes_(mistakes) {}

  // The numbers of a column as they stand; the row of each that is missing or no number is a mistake, and NaN here.
  std::vector<double> raw(std::string_view name, std::string_view what) {
    const auto place = table_.require_column(name, mistakes_);
    if (!place) return {};
    std::vector<Diagnostic> found;
    std::vector<double> out;
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      const auto value = table_.number(row, *place);
      const std::string_view cell = table_.cell(row, *place);
      out.push_back(value.value_or(std::numeric_limits<double>::quiet_NaN()));
      if (value) continue;
      found.push_back(table_.mistake_at(row, *place,
                                        cell.empty() ? fmt::format("{} is missing", what)
                                                     : fmt::format("{} is {} (not a number)", what, cell),
                                        cell.empty() ? decide_on_it : ""));
    }
    report_first(std::move(found), mistakes_);
    return out;
  }

  // scale x value + offset, each within the limits.
  std::vector<double> converted(std::vector<double> values, std::string_view name, double scale,
                                double offset, const Limits& limits) {
    std::vector<Diagnostic> found;
    for (std::size_t row = 0; row < values.size(); ++row) {
      const double written = values[row];
      values[row] = scale * written + offset;
      const bool outside = values[row] < limits.low || values[row] > limits.high;  // never true of NaN
      if (!outside) continue;
      const std::size_t place = *table_.column(name);
      const bool stand_in = is_usual_stand_in(written);
      found.push_back(table_.mistake_at(
          row, place,
          stand_in ? fmt::format("{} is missing ({})", limits.what, table_.cell(row, place))
                   : fmt::format("{} is {} ({} to {} {})", limits.what, table_.cell(row, place), limits.low,
                                 limits.high, limits.unit),
          stand_in ? decide_on_it : ""));
    }
    report_first(std::move(found), mistakes_);
    return values;
  }

  std::vector<double> temperature(const std::string& name, const Limits& limits) {
    for (const std::string_view ending : {"_f", "_F", "_degf", "_degF", "fahrenheit"}) {
      if (!name.ends_with(ending)) continue;
      mistakes_.push_back({table_.file(), 1, 1, "", "column \"" + name + "\" is in degrees Fahrenheit",
                           "convert it to degC, or to K with an ending _k"});
      return {};
    }
    const bool kelvin = name.ends_with("_k") || name.ends_with("_K");
    return converted(raw(name, limits.what), name, 1.0, kelvin ? -celsius_zero : 0.0, limits);
  }

  std::vector<double> humidity(const std::string& name) {
    std::vector<double> values = raw(name, humidity_limits.what);
    if (values.empty()) return {};
    static constexpr double above_any_ratio = 2.0;
    const bool percent = std::any_of(values.begin(), values.end(),
                                     [](double value) { return value > above_any_ratio && value <= 100.0; });
    const double by_size = percent ? 0.01 : 1.0;
    const double unit = unit_of_column(name, Dimension{}).value_or(by_size);
    return converted(std::move(values), name, unit, 0.0, humidity_limits);
  }

  std::vector<double> pressure(const std::string& name, Length altitude) {
    std::vector<double> values = raw(name, pressure_limits.what);
    if (values.empty()) return {};
    const auto measured = near_the_middle(values);
    if (measured.empty()) return {};
    const double mean =
        std::accumulate(measured.begin(), measured.end(), 0.0) / static_cast<double>(measured.size());
    const double by_size = mean > 20000.0 ? 1.0 : mean > 200.0 ? 100.0 : 1000.0;  // Pa, hPa, kPa
    const double unit = unit_of_column(name, Pressure::dimension).value_or(by_size);
    const double site = site_pressure(altitude) / unit::Pa;
    constexpr double weather_does_not_explain = 0.03;  // of a mean over a year
    if (std::abs(mean * unit - site) > weather_does_not_explain * site) {
      mistakes_.push_back({table_.file(), 1, 1, "",
                           fmt::format("mean of {} is {:.0f} Pa, but {:.0f} Pa is due at {:.0f} m", name,
                                       mean * unit, site, altitude / unit::metre),
                           "leave pressure out where the column is reduced to sea level"});
      return {};
    }
    return converted(std::move(values), name, unit, 0.0, pressure_limits);
  }

  // Relative humidity of each row from its dew point; rounding may put that half a kelvin above the dry bulb.
  std::vector<double> humidity_from_dew_point(const std::string& name, const std::vector<double>& dry_bulb) {
    constexpr double rounding = 0.5;
    std::vector<double> dew = temperature(name, dew_point_limits);
    if (dew.size() != dry_bulb.size()) return {};
    std::vector<Diagnostic> found;
    for (std::size_t row = 0; row < dew.size(); ++row) {
      if (dew[row] > dry_bulb[row] + rounding) {
        found.push_back(
            table_.mistake_at(row, *table_.column(name),
                              fmt::format("dew point is {:.1f} degC (above the dry bulb, {:.1f} degC)",
                                          dew[row], dry_bulb[row])));
      }
      dew[row] = relative_humidity(Temperature::celsius(dry_bulb[row]),
                                   Temperature::celsius(std::min(dew[row], dry_bulb[row])));
    }
    report_first(std::move(found), mistakes_);
    return dew;
  }

 private:
  const CsvTable& table_;
  std::vector<Diagnostic>& mistakes_;
};

bool check_shape(const CsvTable& table, const WeatherColumns& columns, std::vector<Diagnostic>& mistakes) {
  const std::size_t before = mistakes.size();
  if (columns.dry_bulb.empty()) {
    mistakes.push_back(
        {table.file(), 0, 0, "", "no column is named for the dry bulb", "columns = { dry_bulb = ... }"});
  }
  if (columns.relative_humidity.empty() == columns.dew_point.empty()) {
    mistakes.push_back({table.file(), 0, 0, "",
                        "needs a column for relative_humidity or for dew_point, and not both",
                        "columns = { relative_humidity = ... }"});
  }
  if (check_row_count(table, "hourly weather", mistakes)) check_hour_stamps(table, mistakes);
  return mistakes.size() == before;
}

}  // namespace

std::optional<WeatherTable> read_weather_csv(const InputFile& file, const WeatherColumns& columns,
                                             Length altitude, std::vector<Diagnostic>& mistakes) {
  const std::size_t before = mistakes.size();
  const CsvTable table(file.text, file.path, mistakes);
  if (mistakes.size() != before || !check_shape(table, columns, mistakes)) return std::nullopt;

  WeatherCsv csv(table, mistakes);
  const std::vector<double> dry_bulb = csv.temperature(columns.dry_bulb, dry_bulb_limits);
  const std::vector<double> humidity = columns.dew_point.empty()
                                           ? csv.humidity(columns.relative_humidity)
                                           : csv.humidity_from_dew_point(columns.dew_point, dry_bulb);
  std::vector<Pressure> pressure;
  if (!columns.pressure.empty()) {
    for (const double pa : csv.pressure(columns.pressure, altitude)) pressure.push_back(pa * unit::Pa);
  }
  if (mistakes.size() != before) return std::nullopt;

  std::vector<Temperature> temperatures;
  for (const double degrees : dry_bulb) temperatures.push_back(Temperature::celsius(degrees));
  WeatherTable out;
  out.dry_bulb = Hourly<Temperature>(std::move(temperatures));
  out.relative_humidity = Hourly<double>(humidity);
  if (!pressure.empty()) out.pressure = Hourly<Pressure>(std::move(pressure));
  return out;
}

}  // namespace hubwatt
