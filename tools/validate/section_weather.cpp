// Moist air against weather stations, and synthetic years against measured ones.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "models/climate_normals.hpp"
#include "models/psychrometrics.hpp"
#include "models/units.hpp"
#include "scenarios/climate_fields.hpp"
#include "scenarios/csv.hpp"
#include "tools/validate/data_columns.hpp"
#include "tools/validate/sections.hpp"
#include "tools/validate/site_years.hpp"

namespace hubwatt::validation {

namespace {

constexpr std::size_t days_of_year = 365;
constexpr std::uint64_t seeds = 6;

// Errors below what rounding leaves are none.
double rounded_off(double error) {
  return error < 1e-9 ? 0.0 : error;
}

void humidity_from_dew_point(std::vector<Case>& cases) {
  const DataColumns data("tests/data/measured/tmy3-sample.csv");
  const std::vector<std::string> place = data.texts("place");
  const std::vector<double> dry = data.numbers("dry_bulb_degc"), dew = data.numbers("dew_point_degc"),
                            told = data.numbers("humidity_pct");
  for (const char* name : {"Chicago", "Tucson"}) {
    double sum = 0.0, count = 0.0;
    for (std::size_t row = 0; row < data.rows(); ++row) {
      if (place[row] != name) continue;
      const double got =
          100.0 * relative_humidity(Temperature::celsius(dry[row]), Temperature::celsius(dew[row]));
      sum += std::fabs(got - told[row]), count += 1.0;
    }
    cases.push_back(at_most(
        {"D5",
         fmt::format("{}: humidity from dry bulb and dew point, mean error over {:.0f} hours", name, count),
         Evidence::measured, "TMY3, NREL; told to 0.1 K and 1 point"},
        1.0, sum / count, "points", 2));
  }
}

struct City {
  const char* name;
  const char* table;
  double latitude = 0.0;
  Length altitude{};
};

std::vector<Weather> measured_year(const City& city) {
  const DataColumns data(city.table);
  const std::vector<double> degc = data.numbers("temp_c"), humidity = data.numbers("rel_humidity_pct");
  std::vector<Weather> hours;
  for (std::size_t h = 0; h < degc.size(); ++h)
    hours.push_back(weather_at(Temperature::celsius(degc[h]), std::clamp(humidity[h] / 100.0, 0.0, 1.0),
                               site_pressure(city.altitude)));
  return hours;
}

// That year's own monthly means and daily swing.
ClimateNormals normals_of(const std::vector<Weather>& hours, double latitude) {
  std::vector<double> degc, humidity;
  double swing = 0.0;
  for (const Weather& hour : hours)
    degc.push_back(hour.dry_bulb.celsius()), humidity.push_back(hour.relative_humidity);
  for (std::size_t day = 0; day < days_of_year; ++day) {
    const auto begin = degc.begin() + static_cast<std::ptrdiff_t>(24 * day);
    const auto [least, most] = std::minmax_element(begin, begin + 24);
    swing += (*most - *least) / static_cast<double>(days_of_year);
  }
  ClimateNormals out;
  out.dry_bulb_degc = monthly_means(degc, false);
  out.relative_humidity = monthly_means(humidity, false);
  out.diurnal_range = swing * unit::K;
  out.day_to_day = catalogue_spells(latitude);
  return out;
}

void synthetic_against_measured(Section& section) {
  const City cities[] = {{"Beijing", "scenarios/library/data/beijing-2014.csv", 39.9, 54.0 * unit::metre},
                         {"Shanghai", "tests/data/measured/shanghai-2014.csv", 31.23, 4.0 * unit::metre},
                         {"Chengdu", "tests/data/measured/chengdu-2014.csv", 30.57, 506.0 * unit::metre}};
  const std::vector<std::string> kinds = cooling_kinds_of_catalogue();
  Table table{
      "Cooling energy per IT energy at a load of 0.6: measured hours of 2014, synthetic years of that year's "
      "monthly normals (mean of six), error",
      {"city"},
      {}};
  table.header.insert(table.header.end(), kinds.begin(), kinds.end());
  for (const City& city : cities) table.rows.push_back({city.name});
  for (const std::string& kind : kinds) {
    const Hub hub = national_platform(kind, "modern").hubs.front();
    double largest = 0.0;
    for (std::size_t c = 0; c < std::size(cities); ++c) {
      const City& city = cities[c];
      const std::vector<Weather> measured = measured_year(city);
      const double expected = solved_year(hub, 0.6, measured).cooling;
      double got = 0.0;
      for (std::uint64_t seed = 1; seed <= seeds; ++seed)
        got += solved_year(hub, 0.6,
                           weather_year(normals_of(measured, city.latitude), city.altitude, city.latitude, 2014,
                                        Random(seed, city.name)))
                   .cooling /
               static_cast<double>(seeds);
      table.rows[c].push_back(fmt::format("{:.4f} {:.4f} {}", expected, got, relative_error(expected, got)));
      largest = std::max(largest, std::fabs(got / expected - 1.0));
    }
    section.cases.push_back(
        at_most({"D6", kind + ": cooling energy of a synthetic year, largest error of three cities",
                 Evidence::measured, "hourly weather of 2014, UCI 394 (Liang et al. 2016), CC BY 4.0"},
                kind == "direct-air" ? 12.0 : 3.0, rounded_off(100.0 * largest), "%", 2));
  }
  section.tables.push_back(std::move(table));
}

}  // namespace

Section weather() {
  Section section{
      "Weather",
      "Synthetic years keep monthly means, daily swing and spells of a climate; what that is worth for "
      "cooling "
      "is seen by making them from the monthly means of measured years. Direct air depends on how humid and "
      "dry days alternate, which monthly normals do not tell.",
      {},
      {}};
  humidity_from_dew_point(section.cases);
  synthetic_against_measured(section);
  return section;
}

}  // namespace hubwatt::validation
