#include "models/sun_of_day.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "models/units.hpp"

namespace hubwatt {

namespace {
constexpr double degree = std::numbers::pi / 180.0;
}

SunOfDay::SunOfDay(const SunPlace& place, int day) {
  const double latitude = place.latitude * degree;
  const double declination = 23.45 * degree * std::sin(2.0 * std::numbers::pi * (284 + day) / 365.0);
  sin_latitude_ = std::sin(latitude), cos_latitude_ = std::cos(latitude);
  sin_declination_ = std::sin(declination), cos_declination_ = std::cos(declination);
  const double b = 2.0 * std::numbers::pi * (day - 81) / 364.0;
  const double minutes = 9.87 * std::sin(2.0 * b) - 7.53 * std::cos(b) - 1.5 * std::sin(b);
  utc_offset_h_ = place.utc_offset / unit::hour;
  longitude_h_ = place.longitude / 15.0;
  equation_of_time_h_ = minutes / 60.0;
}

Sun SunOfDay::at(double clock) const {
  const double solar_time = clock - utc_offset_h_ + longitude_h_ + equation_of_time_h_;
  const double hour_angle = 15.0 * degree * (solar_time - 12.0);
  const double towards_noon = cos_declination_ * std::cos(hour_angle);
  return {-cos_declination_ * std::sin(hour_angle),
          cos_latitude_ * sin_declination_ - sin_latitude_ * towards_noon,
          sin_latitude_ * sin_declination_ + cos_latitude_ * towards_noon};
}

PlaneNormal::PlaneNormal(const Plane& plane) {
  const double level = std::sin(plane.tilt * degree);
  east_ = level * std::sin(plane.azimuth * degree);
  north_ = level * std::cos(plane.azimuth * degree);
  up_ = std::cos(plane.tilt * degree);
}

double PlaneNormal::cos_incidence(const Sun& sun) const {
  if (sun.up <= 0.0) return 0.0;
  return std::max(sun.east * east_ + sun.north * north_ + sun.up * up_, 0.0);
}

}  // namespace hubwatt
