#include "models/wind.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "models/contract.hpp"
#include "models/hourly.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

// Speeds at scale 1.
std::vector<double> speeds(int year, Random& random, const WindFarm& farm) {
  constexpr double turn = 2.0 * std::numbers::pi;
  constexpr double windiest_day = 73.0;  // 15 March
  constexpr double windiest_hour = 2.0;
  const std::size_t rows = std::chrono::year{year}.is_leap() ? hours_leap_year : hours_common_year;
  const double fresh = std::sqrt(1.0 - farm.memory * farm.memory);
  std::vector<double> out(rows);
  double state = random.normal();
  for (std::size_t hour = 0; hour < rows; ++hour) {
    // Weibull quantile of the normal's rank; erfc gives 1 - cdf itself, exact also in the tail of storms.
    const double survival = 0.5 * std::erfc(state / std::numbers::sqrt2);
    const double weibull = std::pow(-std::log(survival), 1.0 / farm.weibull_shape);
    const double season =
        1.0 + farm.season * std::cos(turn * (static_cast<double>(hour) / 24.0 - windiest_day) / 365.0);
    const double night =
        1.0 + farm.night * std::cos(turn * (static_cast<double>(hour % 24) - windiest_hour) / 24.0);
    out[hour] = weibull * season * night;
    state = farm.memory * state + fresh * random.normal();
  }
  return out;
}

double cube(Speed v) {
  return (v / unit::m_per_s) * (v / unit::m_per_s) * (v / unit::m_per_s);
}

// wind_power_share of many speeds.
class PowerCurve {
 public:
  explicit PowerCurve(const WindFarm& farm)
      : farm_(farm), at_cut_in_(cube(farm.cut_in)), rise_(cube(farm.rated) - at_cut_in_) {}

  double operator()(Speed speed) const {
    if (speed <= farm_.cut_in || speed >= farm_.stop) return 0.0;
    if (speed > farm_.cut_out) return (farm_.stop - speed) / (farm_.stop - farm_.cut_out);
    if (speed >= farm_.rated) return 1.0;
    return std::min((cube(speed) - at_cut_in_) / rise_, 1.0);
  }

 private:
  const WindFarm& farm_;
  double at_cut_in_, rise_;
};

double mean_power(const std::vector<double>& speeds_at_one, Speed scale, const PowerCurve& curve) {
  double sum = 0.0;
  for (const double v : speeds_at_one) sum += curve(v * scale);
  return sum / static_cast<double>(speeds_at_one.size());
}

constexpr double strongest = 1.25;  // scale of the speeds, in rated speeds

}  // namespace

double wind_power_share(Speed speed, const WindFarm& farm) {
  return PowerCurve(farm)(speed);
}

std::vector<double> wind_year(double capacity_factor, int year, Random random, const WindFarm& farm) {
  HUBWATT_EXPECTS(capacity_factor >= 0.0 && capacity_factor <= wind_capacity_factor_limit(farm));
  std::vector<double> hours = speeds(year, random, farm);
  const PowerCurve curve(farm);
  // Up to there more wind gives more power; at far higher scales storms take away what calms add.
  Speed low{};
  Speed high = strongest * farm.rated;
  HUBWATT_EXPECTS(mean_power(hours, high, curve) >= capacity_factor);
  for (int i = 0; i < 60; ++i) {
    const Speed middle = 0.5 * (low + high);
    if (middle == low || middle == high) break;  // no number lies between
    (mean_power(hours, middle, curve) < capacity_factor ? low : high) = middle;
  }
  for (double& hour : hours) hour = curve(hour * high);
  return hours;
}

double wind_capacity_factor_limit(const WindFarm& farm) {
  constexpr int ranks = 2000;
  const PowerCurve curve(farm);
  double mean = 0.0;
  double square = 0.0;
  for (int i = 0; i < ranks; ++i) {
    const double survival = (i + 0.5) / ranks;
    const double speed = std::pow(-std::log(survival), 1.0 / farm.weibull_shape);
    const double power = curve(speed * strongest * farm.rated);
    mean += power / ranks;
    square += power * power / ranks;
  }
  // Hours that follow each other tell little new: a year is worth that many independent ones.
  const double independent =
      static_cast<double>(hours_common_year) * (1.0 - farm.memory) / (1.0 + farm.memory);
  const double deviation = std::sqrt(std::max(square - mean * mean, 0.0) / independent);
  return std::clamp(mean - 4.0 * deviation, 0.0, 0.5);
}

}  // namespace hubwatt
