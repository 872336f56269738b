// A year of wind power, as share of capacity by local hour. A synthetic year with the annual capacity factor
// asked for, the persistence of wind, and its usual seasons. Not a forecast and not a measured year.
//
// Equation: x(h) = phi x(h-1) + sqrt(1 - phi^2) N(0,1); speed = scale x Weibull quantile(normal cdf(x)) x
// season x hour of day; power = (v^3 - v_in^3) / (v_rated^3 - v_in^3) between cut-in and rated, 1 up to
// cut-out, then down to 0 at `stop` (a farm's turbines do not stop together); scale solved for the capacity
// factor. Validity: a farm, hourly means; temperate monsoon climates (winter and spring windy, nights windy).
// Source: Weibull shape and the cubic part: Burton et al., Wind Energy Handbook (2011); figures:
// catalogue/renewables.toml. Confidence: estimate.
#pragma once

#include <string>
#include <vector>

#include "models/confidence.hpp"
#include "models/quantity.hpp"
#include "models/random.hpp"

namespace hubwatt {

struct WindFarm {
  double weibull_shape = 2.0;  // by itself the law of Rayleigh
  double memory = 0.0;         // correlation of an hour's speed with the next, on the Gaussian scale
  Speed cut_in{};
  Speed rated{};        // above cut_in
  Speed cut_out{};      // above rated
  Speed stop{};         // above cut_out
  double season = 0.0;  // amplitude on the speed, highest on 15 March
  double night = 0.0;   // amplitude on the speed, highest at 02:00
  std::string source;
  Confidence confidence = Confidence::estimate;
};

// Share of capacity at that wind speed at hub height.
double wind_power_share(Speed speed, const WindFarm& farm);

// Rows: the hours of that local year (8760 or 8784), each 0..1; their mean is capacity_factor within 1e-6.
// capacity_factor: 0..wind_capacity_factor_limit.
std::vector<double> wind_year(double capacity_factor, int year, Random random, const WindFarm& farm);

// What every seed can reach: the mean at the strongest wind the scale is sought in, less four standard
// deviations of a year's mean; at most 0.5, beyond which the seasons would be cut off.
double wind_capacity_factor_limit(const WindFarm& farm);

}  // namespace hubwatt
