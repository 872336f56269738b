// What air and what water servers are made for, as ASHRAE TC 9.9 sorts them, and how warmer air moves the
// rate of failures. Not here: what a plant delivers (cooling.hpp), what warm air makes the servers' fans
// draw.
//
//   Source     ASHRAE TC 9.9, Thermal Guidelines for Data Processing Environments, 4th ed. 2015 (A1 to A4)
//              and 5th ed. 2021 (W17 to W45, W+; before W1 to W5); dry bulb at sea level. Confidence:
//              recalled. Failures: ASHRAE TC 9.9, 2011 Thermal Guidelines white paper, table of the x-factor
//              of volume servers in continuous operation, mean bound, over 20 degC. Confidence: recalled.
//   Validity   air classes fall by 1 K per 300 m (A3 175 m, A4 125 m) above 900 m, which is not in here;
//              failures between 15 and 45 degC, the ends hold beyond
#pragma once

#include "models/quantity.hpp"

namespace hubwatt {

enum class AirClass { a1, a2, a3, a4 };
enum class LiquidClass { w17, w27, w32, w40, w45, w_plus };

struct TemperatureRange {
  Temperature low, high;
  bool holds(Temperature t) const { return t >= low && t <= high; }
};

inline constexpr TemperatureRange recommended_air{Temperature::celsius(18.0), Temperature::celsius(27.0)};

TemperatureRange allowable_air(AirClass of);
Temperature warmest_water(LiquidClass of);  // W+: as warm as the maker says; 100 degC here

// Rate of hardware failures at this inlet over that at 20 degC.
double failure_factor(Temperature inlet);

}  // namespace hubwatt
