// The arithmetic behind weather_year for climates given as monthly normals; see climate.hpp for the equation.
#pragma once

#include <array>
#include <vector>

#include "models/climate.hpp"
#include "models/random.hpp"

namespace hubwatt {

struct SyntheticYear {
  std::vector<double> dry_bulb_degc;      // by hour
  std::vector<double> relative_humidity;  // by hour, 0..1
};

// Hours of a calendar year, by month: hour h belongs to month m when begin[m] <= h < begin[m + 1].
std::array<std::size_t, 13> month_begins(bool leap_year);

std::array<double, 12> monthly_means(const std::vector<double>& hours, bool leap_year);

// A curve through the year, straight between nodes at mid-month, December joined to January, whose monthly means
// are those given. Nodes at the means themselves would cut every summer and fill every winter.
std::vector<double> smooth_year(const std::array<double, 12>& means, bool leap_year);

SyntheticYear synthetic_year(const ClimateNormals& normals, bool southern, bool leap_year, Random& random);

}  // namespace hubwatt
