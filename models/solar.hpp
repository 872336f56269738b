// A year of photovoltaic output at a place, as share of capacity by local hour. Either synthetic - the sun is
// exact enough, the clouds are drawn, and the annual capacity factor is the one asked for - or from a year of
// measured irradiance. Not a forecast.
//
// Equation: clear sky G (sun.hpp) on the plane = beam_share G cos(i) / cos(z) + (1 - beam_share) G (1 + cos
// b) / 2 + albedo G (1 - cos b) / 2; irradiance = clearness(day) x clear plane; output = min(1, scale x
// uncapped power share(irradiance, air temperature)), with the scale solved for the capacity factor.
// Validity: latitudes -66 to 66; hourly means. The cells' heat follows the light before the scale, which
// stands for what a real plant's losses and modules differ from the catalogue's.
// Source: Haurwitz and PVWatts as in sun.hpp and pv_plant.hpp. The clouds are computed from two plants of
// Chen and Xu, Scientific Data 9, 577 (2022), 2019-2020: daily energy over that of the clearest days around
// has mean 0.73 and quantiles 5, 25, 50, 75 % of 0.32, 0.60, 0.77, 0.89 (here 0.72; 0.34, 0.58, 0.75, 0.89).
// Confidence: paper for the sun, computed for the clouds.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "models/confidence.hpp"
#include "models/pv_plant.hpp"
#include "models/quantity.hpp"
#include "models/random.hpp"
#include "models/sun.hpp"

namespace hubwatt {

// What gives the synthetic year its shape. None of these moves the annual energy, which the capacity factor
// fixes.
struct PvSky {
  double beam_share = 1.0;          // of the clear sky's radiation that comes from the sun's disc
  double albedo = 0.0;              // of the ground
  double clearness_memory = 0.0;    // correlation of one day with the next
  double clearness_floor = 1.0;     // of the darkest day
  double clearness_exponent = 1.0;  // below 1: more clear days than dark ones
  std::string source;
  Confidence confidence = Confidence::estimate;
};

struct PvSite {
  SunPlace place;
  PvPlant plant;
  PvSky sky;
};

// Rows: the hours of that local year (8760 or 8784), each 0..1, zero at night; mean capacity_factor, which is
// 0..pv_capacity_factor_limit of the same site. `air`: as many rows of air temperature; where empty, cells at
// 25 degC, so that heat plays no part.
std::vector<double> pv_year(const PvSite& site, double capacity_factor, int year, Random random,
                            std::span<const Temperature> air = {});

// Capacity factor of a year without a cloud, in the cold and with perfect inverters: more cannot be had from
// that plane there.
double pv_capacity_factor_limit(const PvSite& site);
// Whether it is within that limit; mostly found without following the year.
bool pv_can_reach(const PvSite& site, double capacity_factor);

// What a measured irradiance was measured on.
enum class IrradiancePlane { modules, level };

// Share of capacity in the hour `hour_of_year` (0..8783) whose mean irradiance was measured. Level irradiance
// is turned to the plane with the sun at the middle of the part of the hour that it is up.
double pv_share_of_measured(const PvSite& site, Irradiance measured, IrradiancePlane plane, Temperature air,
                            int hour_of_year);

}  // namespace hubwatt
