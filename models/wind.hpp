// A year of wind power, as share of capacity by local hour. A synthetic year with the annual capacity factor
// asked for, the persistence of wind, and its usual seasons. Not a forecast and not a measured year.
//
// Equation: x(h) = phi x(h-1) + sqrt(1 - phi^2) N(0,1); speed = scale x Weibull quantile(normal cdf(x)) x
// season x hour of day; power = (v^3 - v_in^3) / (v_rated^3 - v_in^3) between cut-in and rated, 1 up to
// cut-out, then down to 0 at `stop` (a farm's turbines do not stop together); scale solved for the capacity
// factor. Validity: a farm, hourly means; temperate monsoon climates (winter and spring windy, nights windy).
// Source: Weibull shape 2 and the cubic part: Burton et al., Wind Energy Handbook (2011); persistence,
// seasons and nights: estimates. Confidence: estimate.
#pragma once

#include <vector>

#include "models/random.hpp"

namespace hubwatt {

struct WindShape {
  double weibull_shape = 2.0;
  double memory = 0.95;   // correlation of an hour's speed with the next, on the Gaussian scale
  double cut_in = 3.0;    // m/s
  double rated = 11.5;    // m/s
  double cut_out = 25.0;  // m/s
  double stop = 28.0;     // m/s
  double season = 0.08;   // amplitude on the speed, highest on 15 March: about a fifth of the power
  double night = 0.04;    // amplitude on the speed, highest at 02:00: about a tenth of the power
};

// Rows: the hours of that local year (8760 or 8784), each 0..1; their mean is capacity_factor within 1e-6.
// capacity_factor: 0..wind_capacity_factor_limit.
std::vector<double> wind_year(double capacity_factor, int year, Random random, const WindShape& shape = {});

// What every seed can reach with the shape as it stands above.
inline constexpr double wind_capacity_factor_limit = 0.5;

}  // namespace hubwatt
