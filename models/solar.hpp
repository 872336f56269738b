// A year of photovoltaic output at a place, as share of capacity by local hour. A synthetic year: the sun is
// exact enough, the clouds are drawn, and the annual capacity factor is the one asked for. Not a forecast and
// not a measured year; a scenario that has one gives it as a file.
//
// Equation: clear sky G = 1098 cos(z) exp(-0.057 / cos(z)) W/m2; a fixed plane, tilted by the latitude
// towards the equator, gets beam_share G cos(i)/cos(z) + (1 - beam_share) G (1 + cos b)/2 + albedo G (1 - cos
// b)/2; output = min(1, scale x clearness(day) x plane / 1000 W/m2), scale solved for the capacity factor.
// Validity: latitudes -66 to 66; hourly means. Cell temperature is not followed: the scale absorbs its mean.
// Source: clear sky Haurwitz 1945 as in Reno, Hansen, Stein, SAND2012-2389; declination Cooper, Solar Energy
// 12 (1969); equation of time Duffie and Beckman, Solar Engineering of Thermal Processes, 1.5. Confidence:
// paper for the sun, computed or estimate for the clouds (see PvShape).
#pragma once

#include <vector>

#include "models/quantity.hpp"
#include "models/random.hpp"

namespace hubwatt {

// What gives the year its shape. None of these moves the annual energy, which the capacity factor fixes.
struct PvShape {
  double beam_share = 0.85;       // of the clear sky's radiation that comes from the sun's disc; estimate
  double albedo = 0.2;            // of the ground; Duffie and Beckman 2.15
  double derate = 0.86;           // plane irradiance to alternating current; NREL PVWatts 5 (losses of 14 %)
  double clearness_memory = 0.4;  // correlation of one day's clearness with the next
  double clearness_floor = 0.15;  // of the darkest day; estimate
  double clearness_exponent = 0.5;  // below 1: more clear days than dark ones
};

// Rows: the hours of that local year (8760 or 8784), each 0..1, zero at night; their mean is capacity_factor.
// capacity_factor: 0..pv_capacity_factor_limit of the same place. Latitude and longitude in degrees north,
// east.
std::vector<double> pv_year(double latitude, double longitude, Duration utc_offset, double capacity_factor,
                            int year, Random random, const PvShape& shape = {});

// Capacity factor of a year without a cloud: more cannot be had from a fixed plane there.
double pv_capacity_factor_limit(double latitude, double longitude, Duration utc_offset,
                                const PvShape& shape = {});

}  // namespace hubwatt
