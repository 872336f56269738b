#include "models/solar.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "models/contract.hpp"
#include "models/hourly.hpp"
#include "models/sun_of_day.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

constexpr int samples_per_hour = 4;  // of the sun's position: the hours of sunrise and sunset come out smooth

int days_in(int year) {
  return std::chrono::year{year}.is_leap() ? 366 : 365;
}

// Irradiance on the plane under a clear sky.
Irradiance clear_plane(const Sun& sun, const PlaneNormal& plane, double cos_tilt, const PvSky& sky) {
  if (sun.up <= 0.0) return {};
  const Irradiance level = clear_sky(sun);
  const Irradiance normal = level / sun.up;  // finite at sunrise: the exponential wins
  return sky.beam_share * normal * plane.cos_incidence(sun) +
         (1.0 - sky.beam_share) * level * 0.5 * (1.0 + cos_tilt) +
         sky.albedo * level * 0.5 * (1.0 - cos_tilt);
}

// Hour by hour, of every `step`th day.
std::vector<Irradiance> clear_year(const PvSite& site, int year, int step = 1) {
  const Plane plane = site.plant.plane(site.place.latitude);
  const PlaneNormal normal(plane);
  const double cos_tilt = std::cos(plane.tilt * std::numbers::pi / 180.0);
  std::vector<Irradiance> hours;
  hours.reserve(hours_leap_year);
  for (int day = 1 + step / 2; day <= days_in(year); day += step) {
    const SunOfDay sun(site.place, day);
    for (int hour = 0; hour < 24; ++hour) {
      Irradiance sum{};
      for (int i = 0; i < samples_per_hour; ++i)
        sum += clear_plane(sun.at(hour + (i + 0.5) / samples_per_hour), normal, cos_tilt, site.sky);
      hours.push_back(sum / samples_per_hour);
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
    if (middle == low || middle == high) break;  // no number lies between
    (capped_mean(hours, middle) < wanted ? low : high) = middle;
  }
  return high;
}

double normal_cdf(double x) {
  return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

}  // namespace

std::vector<double> pv_year(const PvSite& site, double capacity_factor, int year, Random random,
                            std::span<const Temperature> air) {
  HUBWATT_EXPECTS(capacity_factor >= 0.0);
  const std::vector<Irradiance> clear = clear_year(site, year);
  HUBWATT_EXPECTS(air.empty() || air.size() == clear.size());
  PvPlant plant = site.plant;
  if (air.empty()) plant.temperature_coefficient = 0.0;
  const double fresh = std::sqrt(1.0 - site.sky.clearness_memory * site.sky.clearness_memory);
  double state = random.normal();
  std::vector<double> hours(clear.size());
  for (std::size_t first = 0; first < hours.size(); first += 24) {
    const double clearness =
        site.sky.clearness_floor +
        (1.0 - site.sky.clearness_floor) * std::pow(normal_cdf(state), site.sky.clearness_exponent);
    for (std::size_t hour = first; hour < first + 24; ++hour) {
      const Temperature around = air.empty() ? Temperature::celsius(25.0) : air[hour];
      hours[hour] = pv_uncapped_share(clearness * clear[hour], around, plant);
    }
    state = site.sky.clearness_memory * state + fresh * random.normal();
  }
  const double scale = scale_for(hours, capacity_factor);
  for (double& hour : hours) hour = std::min(1.0, scale * hour);
  return hours;
}

namespace {

double clear_capacity_factor(const PvSite& site, int step) {
  constexpr int common_year = 2025;
  PvPlant plant = site.plant;
  plant.temperature_coefficient = 0.0;
  plant.inverter_efficiency = 1.0;
  const std::vector<Irradiance> clear = clear_year(site, common_year, step);
  double sum = 0.0;
  for (const Irradiance light : clear) sum += pv_power_share(light, Temperature::celsius(25.0), plant);
  return sum / static_cast<double>(clear.size());
}

}  // namespace

double pv_capacity_factor_limit(const PvSite& site) { return clear_capacity_factor(site, 1); }

// A day of each month settles what is not close.
bool pv_can_reach(const PvSite& site, double capacity_factor) {
  constexpr int days_of_month = 30;
  constexpr double error_of_twelve_days = 0.05;
  if (capacity_factor <= (1.0 - error_of_twelve_days) * clear_capacity_factor(site, days_of_month)) return true;
  return capacity_factor <= pv_capacity_factor_limit(site);
}

double pv_share_of_measured(const PvSite& site, Irradiance measured, IrradiancePlane plane, Temperature air,
                            int hour_of_year) {
  if (plane == IrradiancePlane::modules) return pv_power_share(measured, air, site.plant);
  const int day = hour_of_year / 24 + 1;
  // The mean direction of the sun while it is up stands for the hour.
  Sun mean{0.0, 0.0, 0.0};
  int samples = 0;
  const SunOfDay of_day(site.place, day);
  for (int i = 0; i < samples_per_hour; ++i) {
    const Sun sun = of_day.at(hour_of_year % 24 + (i + 0.5) / samples_per_hour);
    if (sun.up <= 0.0) continue;
    mean.east += sun.east, mean.north += sun.north, mean.up += sun.up;
    ++samples;
  }
  if (samples > 0) mean.east /= samples, mean.north /= samples, mean.up /= samples;
  const Irradiance light = on_plane(measured, diffuse_share(measured, mean, day), mean,
                                    site.plant.plane(site.place.latitude), site.sky.albedo);
  return pv_power_share(light, air, site.plant);
}

}  // namespace hubwatt
