#include "models/climate.hpp"

#include <chrono>
#include <cmath>

#include "models/climate_normals.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

struct YearBuilder {
  Pressure site;
  double latitude;
  bool leap_year;
  Random random;

  std::size_t hours() const { return leap_year ? hours_leap_year : hours_common_year; }

  std::vector<Weather> operator()(const ConstantClimate& climate) const {
    return std::vector<Weather>(hours(), weather_at(climate.dry_bulb, climate.relative_humidity, site));
  }

  std::vector<Weather> operator()(const ClimateNormals& normals) {
    const SyntheticYear made = synthetic_year(this_year(normals), latitude < 0.0, leap_year, random);
    std::vector<Weather> year;
    year.reserve(hours());
    for (std::size_t h = 0; h < hours(); ++h) {
      year.push_back(
          weather_at(Temperature::celsius(made.dry_bulb_degc[h]), made.relative_humidity[h], site));
    }
    return year;
  }

  // Draws only where years differ, so that spells stay those of a climate without.
  ClimateNormals this_year(ClimateNormals normals) {
    if (normals.year_to_year == TemperatureDifference{}) return normals;
    const double anomaly = random.normal() * (normals.year_to_year / unit::K);
    for (double& mean : normals.dry_bulb_degc) mean += anomaly;
    return normals;
  }

  std::vector<Weather> operator()(const WeatherTable& table) const {
    std::vector<Weather> year;
    year.reserve(hours());
    for (std::size_t h = 0; h < hours(); ++h) {
      const HourOfYear at{static_cast<int>(h), leap_year};
      const Pressure pressure = table.pressure ? table.pressure->at(at) : site;
      year.push_back(weather_at(table.dry_bulb.at(at), table.relative_humidity.at(at), pressure));
    }
    return year;
  }
};

}  // namespace

std::vector<Weather> weather_year(const Climate& climate, Length altitude, double latitude, int year,
                                  Random random) {
  const bool leap_year = std::chrono::year{year}.is_leap();
  return std::visit(YearBuilder{site_pressure(altitude), latitude, leap_year, random}, climate);
}

}  // namespace hubwatt
