#include "models/air_class.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace hubwatt {
namespace {

constexpr double first = 15.0, step = 2.5;  // degC
constexpr std::array factors = {0.72, 0.87, 1.00, 1.13, 1.24, 1.34, 1.42, 1.48, 1.55, 1.61, 1.66, 1.71, 1.77};

}  // namespace

TemperatureRange allowable_air(AirClass of) {
  constexpr auto range = [](double low, double high) {
    return TemperatureRange{Temperature::celsius(low), Temperature::celsius(high)};
  };
  constexpr std::array ranges = {range(15.0, 32.0), range(10.0, 35.0), range(5.0, 40.0), range(5.0, 45.0)};
  return ranges[static_cast<std::size_t>(of)];
}

Temperature warmest_water(LiquidClass of) {
  constexpr std::array warmest = {17.0, 27.0, 32.0, 40.0, 45.0, 100.0};
  return Temperature::celsius(warmest[static_cast<std::size_t>(of)]);
}

double failure_factor(Temperature inlet) {
  const double last = static_cast<double>(factors.size() - 1);
  const double at = std::clamp((inlet.celsius() - first) / step, 0.0, last);
  const auto below = std::min(static_cast<std::size_t>(at), factors.size() - 2);
  return factors[below] + (factors[below + 1] - factors[below]) * (at - static_cast<double>(below));
}

}  // namespace hubwatt
