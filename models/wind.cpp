#include "models/wind.hpp"

#include <chrono>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "models/contract.hpp"
#include "models/hourly.hpp"

namespace hubwatt {
namespace {

double power_at(double speed, const WindShape& shape) {
  if (speed <= shape.cut_in || speed >= shape.stop) return 0.0;
  if (speed > shape.cut_out) return (shape.stop - speed) / (shape.stop - shape.cut_out);
  if (speed >= shape.rated) return 1.0;
  const auto cube = [](double v) { return v * v * v; };
  return (cube(speed) - cube(shape.cut_in)) / (cube(shape.rated) - cube(shape.cut_in));
}

// Speeds at scale 1.
std::vector<double> speeds(int year, Random& random, const WindShape& shape) {
  constexpr double turn = 2.0 * std::numbers::pi;
  constexpr double windiest_day = 73.0;  // 15 March
  constexpr double windiest_hour = 2.0;
  const std::size_t rows = std::chrono::year{year}.is_leap() ? hours_leap_year : hours_common_year;
  const double fresh = std::sqrt(1.0 - shape.memory * shape.memory);
  std::vector<double> out(rows);
  double state = random.normal();
  for (std::size_t hour = 0; hour < rows; ++hour) {
    // Weibull quantile of the normal's rank; erfc gives 1 - cdf itself, exact also in the tail of storms.
    const double survival = 0.5 * std::erfc(state / std::numbers::sqrt2);
    const double weibull = std::pow(-std::log(survival), 1.0 / shape.weibull_shape);
    const double season =
        1.0 + shape.season * std::cos(turn * (static_cast<double>(hour) / 24.0 - windiest_day) / 365.0);
    const double night =
        1.0 + shape.night * std::cos(turn * (static_cast<double>(hour % 24) - windiest_hour) / 24.0);
    out[hour] = weibull * season * night;
    state = shape.memory * state + fresh * random.normal();
  }
  return out;
}

double mean_power(const std::vector<double>& speed, double scale, const WindShape& shape) {
  double sum = 0.0;
  for (const double v : speed) sum += power_at(scale * v, shape);
  return sum / static_cast<double>(speed.size());
}

}  // namespace

std::vector<double> wind_year(double capacity_factor, int year, Random random, const WindShape& shape) {
  HUBWATT_EXPECTS(capacity_factor >= 0.0 && capacity_factor <= wind_capacity_factor_limit);
  std::vector<double> hours = speeds(year, random, shape);
  // Up to there more wind gives more power; at far higher scales storms take away what calms add.
  double low = 0.0;
  double high = 1.25 * shape.rated;
  HUBWATT_EXPECTS(mean_power(hours, high, shape) >= capacity_factor);
  for (int i = 0; i < 60; ++i) {
    const double middle = 0.5 * (low + high);
    (mean_power(hours, middle, shape) < capacity_factor ? low : high) = middle;
  }
  for (double& hour : hours) hour = power_at(high * hour, shape);
  return hours;
}

}  // namespace hubwatt
