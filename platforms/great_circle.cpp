#include "platforms/great_circle.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hubwatt {

Length great_circle_distance(const Location& a, const Location& b) {
  const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180.0; };
  const double north = std::sin(0.5 * radians(b.latitude - a.latitude));
  const double east = std::sin(0.5 * radians(b.longitude - a.longitude));
  const double parallels = std::cos(radians(a.latitude)) * std::cos(radians(b.latitude));
  // Rounding may leave antipodes slightly beyond 1, where asin has no value.
  const double haversine = std::min(1.0, north * north + parallels * east * east);
  return 2.0 * std::asin(std::sqrt(haversine)) * earth_mean_radius;
}

}  // namespace hubwatt
