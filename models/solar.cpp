#include "models/solar.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <numeric>

#include "models/contract.hpp"
#include "models/hourly.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

constexpr double degree = std::numbers::pi / 180.0;
constexpr int samples_per_hour = 4;  // of the sun's position: the hours of sunrise and sunset come out smooth

struct Place {
  double latitude;   // radians
  double longitude;  // degrees
  double utc_hours;
};

// Irradiance on the plane under a clear sky, W/m2, at `clock` hours of local time on day 1..366.
double clear_plane(const Place& place, const PvShape& shape, int day, double clock) {
  const double declination = 23.45 * degree * std::sin(2.0 * std::numbers::pi * (284 + day) / 365.0);
  const double b = 2.0 * std::numbers::pi * (day - 81) / 364.0;
  const double equation_of_time = 9.87 * std::sin(2.0 * b) - 7.53 * std::cos(b) - 1.5 * std::sin(b);  // min
  const double solar_time = clock - place.utc_hours + place.longitude / 15.0 + equation_of_time / 60.0;
  const double hour_angle = 15.0 * degree * (solar_time - 12.0);

  const double cos_zenith = std::sin(place.latitude) * std::sin(declination) +
                            std::cos(place.latitude) * std::cos(declination) * std::cos(hour_angle);
  if (cos_zenith <= 0.0) return 0.0;
  // A plane tilted by the latitude sees the sun as a horizontal one at the equator does.
  const double cos_incidence = std::max(std::cos(declination) * std::cos(hour_angle), 0.0);
  const double normal = 1098.0 * std::exp(-0.057 / cos_zenith);  // global over cos(zenith): finite at sunrise
  const double horizontal = normal * cos_zenith;
  const double cos_tilt = std::cos(place.latitude);
  return shape.beam_share * normal * cos_incidence +
         (1.0 - shape.beam_share) * horizontal * 0.5 * (1.0 + cos_tilt) +
         shape.albedo * horizontal * 0.5 * (1.0 - cos_tilt);
}

int days_in(int year) {
  return std::chrono::year{year}.is_leap() ? 366 : 365;
}

// Output under a clear sky as share of capacity, hour by hour, not yet capped at 1.
std::vector<double> clear_year(double latitude, double longitude, Duration utc_offset, int year,
                               const PvShape& shape) {
  const Place place{latitude * degree, longitude, utc_offset / unit::hour};
  std::vector<double> hours;
  hours.reserve(hours_leap_year);
  for (int day = 1; day <= days_in(year); ++day) {
    for (int hour = 0; hour < 24; ++hour) {
      double sum = 0.0;
      for (int i = 0; i < samples_per_hour; ++i)
        sum += clear_plane(place, shape, day, hour + (i + 0.5) / samples_per_hour);
      hours.push_back(shape.derate * sum / samples_per_hour / 1000.0);
    }
  }
  return hours;
}

double capped_mean(const std::vector<double>& hours, double scale) {
  double sum = 0.0;
  for (const double h : hours) sum += std::min(1.0, scale * h);
  return sum / static_cast<double>(hours.size());
}

// The scale at which the capped hours have that mean. The mean rises with the scale, piecewise linearly.
double scale_for(const std::vector<double>& hours, double wanted) {
  double low = 0.0;
  double high = 1.0;
  while (capped_mean(hours, high) < wanted) {
    high *= 2.0;
    HUBWATT_EXPECTS(high < 1e6);  // more than the daylight hours: the caller passed the limit by far
  }
  for (int i = 0; i < 100 && low < high; ++i) {
    const double middle = 0.5 * (low + high);
    (capped_mean(hours, middle) < wanted ? low : high) = middle;
  }
  return high;
}

double normal_cdf(double x) {
  return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

}  // namespace

std::vector<double> pv_year(double latitude, double longitude, Duration utc_offset, double capacity_factor,
                            int year, Random random, const PvShape& shape) {
  HUBWATT_EXPECTS(capacity_factor >= 0.0);
  std::vector<double> hours = clear_year(latitude, longitude, utc_offset, year, shape);
  const double fresh = std::sqrt(1.0 - shape.clearness_memory * shape.clearness_memory);
  double state = random.normal();
  for (std::size_t first = 0; first < hours.size(); first += 24) {
    const double clearness =
        shape.clearness_floor +
        (1.0 - shape.clearness_floor) * std::pow(normal_cdf(state), shape.clearness_exponent);
    for (std::size_t hour = first; hour < first + 24; ++hour) hours[hour] *= clearness;
    state = shape.clearness_memory * state + fresh * random.normal();
  }
  const double scale = scale_for(hours, capacity_factor);
  for (double& hour : hours) hour = std::min(1.0, scale * hour);
  return hours;
}

double pv_capacity_factor_limit(double latitude, double longitude, Duration utc_offset,
                                const PvShape& shape) {
  constexpr int common_year = 2025;
  return capped_mean(clear_year(latitude, longitude, utc_offset, common_year, shape), 1.0);
}

}  // namespace hubwatt
