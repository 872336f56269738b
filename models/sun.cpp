#include "models/sun.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "models/contract.hpp"
#include "models/sun_of_day.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

constexpr double degree = std::numbers::pi / 180.0;
constexpr double lowest_beam = 0.08715574274765817;  // sin(5 degrees)

}  // namespace

Plane towards_equator(double latitude) {
  return {std::abs(latitude), latitude < 0.0 ? 0.0 : 180.0};
}

Sun sun_at(const SunPlace& place, int day, double clock) {
  return SunOfDay(place, day).at(clock);
}

double cos_incidence(const Sun& sun, const Plane& plane) {
  return PlaneNormal(plane).cos_incidence(sun);
}

Irradiance clear_sky(const Sun& sun) {
  if (sun.up <= 0.0) return {};
  return 1098.0 * sun.up * std::exp(-0.057 / sun.up) * unit::W_per_m2;
}

double diffuse_share(Irradiance level, const Sun& sun, int day) {
  HUBWATT_EXPECTS(level >= Irradiance{});
  if (sun.up <= lowest_beam) return 1.0;
  const double outside = 1367.0 * (1.0 + 0.033 * std::cos(2.0 * std::numbers::pi * day / 365.0)) * sun.up;
  const double k = level / unit::W_per_m2 / outside;
  if (k <= 0.22) return 1.0 - 0.09 * k;
  if (k > 0.80) return 0.165;
  return 0.9511 + k * (-0.1604 + k * (4.388 + k * (-16.638 + k * 12.336)));
}

Irradiance on_plane(Irradiance level, double diffuse_share, const Sun& sun, const Plane& plane,
                    double albedo) {
  HUBWATT_EXPECTS(diffuse_share >= 0.0 && diffuse_share <= 1.0 && albedo >= 0.0 && albedo <= 1.0);
  const double cos_tilt = std::cos(plane.tilt * degree);
  const double beam = sun.up > lowest_beam ? (1.0 - diffuse_share) * cos_incidence(sun, plane) / sun.up : 0.0;
  const double sky = (sun.up > lowest_beam ? diffuse_share : 1.0) * 0.5 * (1.0 + cos_tilt);
  const double ground = albedo * 0.5 * (1.0 - cos_tilt);
  return level * (beam + sky + ground);
}

}  // namespace hubwatt
