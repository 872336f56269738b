// A year of photovoltaic output at a place, as share of capacity by local hour. A synthetic year: the sun is
// exact enough, the clouds are drawn, and the annual capacity factor is the one asked for. Not a forecast and
// not a measured year; a scenario that has one gives it as a file.
//
// Equation: clear sky G = 1098 cos(z) exp(-0.057 / cos(z)) W/m2; a fixed plane, tilted by the latitude
// towards the equator, gets beam_share G cos(i)/cos(z) + (1 - beam_share) G (1 + cos b)/2
// + albedo G (1 - cos b)/2; output = min(1, scale x clearness(day) x derate x plane / 1000 W/m2), with the
// scale solved for the capacity factor.
// Validity: latitudes -66 to 66; hourly means. Cell temperature is not followed: the scale absorbs its mean.
// Source: clear sky Haurwitz 1945 as in Reno, Hansen, Stein, SAND2012-2389; declination Cooper, Solar Energy
// 12 (1969); equation of time Duffie and Beckman, Solar Engineering of Thermal Processes, 1.5. The
// clouds are computed from two plants of Chen and Xu, Scientific Data 9, 577 (2022), 2019-2020: daily energy
// over that of the clearest days around has mean 0.73 and quantiles 5, 25, 50, 75 % of 0.32, 0.60, 0.77, 0.89
// (here 0.72; 0.34, 0.58, 0.75, 0.89). Confidence: paper for the sun, computed for the clouds.
#pragma once

#include <vector>

#include "models/quantity.hpp"
#include "models/random.hpp"

namespace hubwatt {

// What gives the year its shape. None of these moves the annual energy, which the capacity factor fixes.
struct PvShape {
  double beam_share = 0.85;         // of the clear sky's radiation that comes from the sun's disc; estimate
  double albedo = 0.2;              // of the ground; Duffie and Beckman 2.15
  double derate = 0.86;             // plane irradiance to alternating current; NREL PVWatts 5 (14 % lost)
  double clearness_memory = 0.35;   // correlation of one day with the next; computed (0.28 and 0.43)
  double clearness_floor = 0.15;    // of the darkest day; computed
  double clearness_exponent = 0.5;  // below 1: more clear days than dark ones; computed
};

// Rows: the hours of that local year (8760 or 8784), each 0..1, zero at night; mean capacity_factor, which is
// 0..pv_capacity_factor_limit of the same place. Latitude and longitude in degrees north and east.
std::vector<double> pv_year(double latitude, double longitude, Duration utc_offset, double capacity_factor,
                            int year, Random random, const PvShape& shape = {});

// Capacity factor of a year without a cloud: more cannot be had from a fixed plane there.
double pv_capacity_factor_limit(double latitude, double longitude, Duration utc_offset,
                                const PvShape& shape = {});

}  // namespace hubwatt
