// Moist air: from what a weather station writes (dry bulb, relative humidity) to what a cooling plant feels
// (wet bulb, dew point), at the pressure of the site. Clusters lie between sea level and 1400 m, where the
// sea-level closed forms are off by 0.7 K. Not here: where weather comes from (climate.hpp).
#pragma once

#include "models/quantity.hpp"

namespace hubwatt {

// State of the outside air. Build it with weather_at, which keeps the members consistent.
struct Weather {
  Temperature dry_bulb, wet_bulb, dew_point;
  double relative_humidity = 0.0;  // 0..1
  Pressure pressure{};
};

// Over water, also below freezing, as weather stations report humidity.
//   Equation   e_s = 610.94 Pa exp(17.625 t / (t + 243.04)), t in degC
//   Validity   -40..50 degC within 0.4 %
//   Source     Alduchov and Eskridge, J. Appl. Meteorology 35 (1996), eq. 21. Confidence: paper.
Pressure saturation_pressure(Temperature t);

// The inverse of saturation_pressure: dew point of air with this vapour pressure. Air drier than a dew point
// of -100 degC counts as -100 degC, so that the limit of dry air is defined.
Temperature dew_point(Pressure vapour);

//   Equation   p = 101325 Pa (1 - 2.25577e-5 h)^5.25588, h in metres
//   Validity   the standard atmosphere, -500..11000 m
//   Source     ISO 2533 / ASHRAE Fundamentals, Psychrometrics, eq. 3. Confidence: official.
Pressure site_pressure(Length altitude);

// Temperature of a ventilated wet thermometer.
//   Equation   e_s(w) - A p (t - w) = e,  A = 6.6e-4 (1 + 0.00115 w) per K, w and t in degC
//   Validity   -40..60 degC; above a wet surface (no ice), so about 0.5 K high in dry frost
//   Source     psychrometer equation of Ferrel as in WMO No. 8, annex 4.B. Confidence: official.
Temperature wet_bulb(Temperature dry_bulb, double relative_humidity, Pressure pressure);

// 0..1; 1 where the dew point lies above the dry bulb.
double relative_humidity(Temperature dry_bulb, Temperature dew_point);

Weather weather_at(Temperature dry_bulb, double relative_humidity, Pressure pressure);

}  // namespace hubwatt
