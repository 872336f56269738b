#include "models/psychrometrics.hpp"

#include <algorithm>
#include <cmath>

#include "models/contract.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

constexpr double magnus_pascal = 610.94;
constexpr double magnus_factor = 17.625;
constexpr double magnus_degc = 243.04;

double saturation_pascal(double degc) {
  return magnus_pascal * std::exp(magnus_factor * degc / (degc + magnus_degc));
}

}  // namespace

Pressure saturation_pressure(Temperature t) {
  return saturation_pascal(t.celsius()) * unit::Pa;
}

Temperature dew_point(Pressure vapour) {
  constexpr double driest_degc = -100.0;
  if (vapour <= saturation_pressure(Temperature::celsius(driest_degc)))
    return Temperature::celsius(driest_degc);
  const double logarithm = std::log(vapour / (magnus_pascal * unit::Pa));
  return Temperature::celsius(magnus_degc * logarithm / (magnus_factor - logarithm));
}

Pressure site_pressure(Length altitude) {
  return 101325.0 * std::pow(1.0 - 2.25577e-5 * (altitude / unit::metre), 5.25588) * unit::Pa;
}

// The excess e_s(w) - A p (t - w) - e is convex in w and not negative at w = t, so Newton's steps from there run
// down to the root without overshooting.
Temperature wet_bulb(Temperature dry_bulb, double relative_humidity, Pressure pressure) {
  HUBWATT_EXPECTS(relative_humidity >= 0.0 && relative_humidity <= 1.0);
  constexpr double per_kelvin = 6.6e-4, growth = 0.00115, tolerance = 1e-9;
  constexpr int most_steps = 60;
  const double t = dry_bulb.celsius();
  const double p = pressure / unit::Pa;
  const double vapour = relative_humidity * saturation_pascal(t);
  double w = t;
  for (int step = 0; step < most_steps; ++step) {
    const double saturation = saturation_pascal(w);
    const double excess = saturation - per_kelvin * (1.0 + growth * w) * p * (t - w) - vapour;
    const double slope = saturation * magnus_factor * magnus_degc / ((w + magnus_degc) * (w + magnus_degc)) +
                         per_kelvin * p * (1.0 + growth * w - growth * (t - w));
    const double move = excess / slope;
    w -= move;
    if (std::abs(move) < tolerance) break;
  }
  return Temperature::celsius(std::min(w, t));
}

double relative_humidity(Temperature dry_bulb, Temperature dew_point) {
  return std::min(1.0, saturation_pressure(dew_point) / saturation_pressure(dry_bulb));
}

Weather weather_at(Temperature dry_bulb, double relative_humidity, Pressure pressure) {
  const Temperature wet = wet_bulb(dry_bulb, relative_humidity, pressure);
  const Temperature dew = dew_point(relative_humidity * saturation_pressure(dry_bulb));
  return {dry_bulb, wet, std::min(dew, wet), relative_humidity, pressure};
}

}  // namespace hubwatt
