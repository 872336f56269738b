// sun_at and cos_incidence of sun.hpp for many moments of a day and one plane: what does not move with the
// clock is worked out once. Same equations, same figures to the last digit.
#pragma once

#include "models/sun.hpp"

namespace hubwatt {

class SunOfDay {
 public:
  SunOfDay(const SunPlace& place, int day);
  Sun at(double clock) const;

 private:
  double sin_latitude_, cos_latitude_, sin_declination_, cos_declination_;
  double utc_offset_h_, longitude_h_, equation_of_time_h_;
};

// Which way a plane looks, as a unit vector.
class PlaneNormal {
 public:
  explicit PlaneNormal(const Plane& plane);

  double cos_incidence(const Sun& sun) const;

 private:
  double east_, north_, up_;
};

}  // namespace hubwatt
