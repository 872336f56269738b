// Time-of-use tariffs: a factor on the price for each hour of the local day. The price it multiplies is that
// of the flat period. Not here: demand charges, and prices by hour of the year (a series of the grid).
//
// Equation: price(h) = flat price x factor(h).
// Validity: China's industrial two-part tariffs since 2021; one pattern for all days and seasons.
// Source: NDRC notice 2021-1093: valley to peak at least 1:3 (1:4 where the system's spread exceeds 40 %),
// critical peak at least 1.2 times the peak. Hours per region: catalogue/tariffs.toml, estimates.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "models/quantity.hpp"

namespace hubwatt {

struct Tariff {
  std::string id = "flat";
  std::array<double, 24> factor = flat_factors();  // by hour of the local day

  static constexpr std::array<double, 24> flat_factors() {
    std::array<double, 24> ones{};
    ones.fill(1.0);
    return ones;
  }
};

// A tariff as catalogues publish it: hours 0..23 of each period, and the price of a period over the flat one.
struct TariffPeriods {
  std::vector<int> peak_hours, critical_hours, valley_hours;
  double peak_ratio = 1.0, critical_ratio = 1.0, valley_ratio = 1.0;
};

// Where an hour is in several lists, critical goes before peak and peak before valley; an hour in none is
// flat.
Tariff tariff_from(std::string id, const TariffPeriods& periods);

constexpr Price price_at(Price flat, const Tariff& tariff, int hour_of_day) {
  return flat * tariff.factor[static_cast<std::size_t>(hour_of_day)];
}

// Mean factor of a load that never changes.
double mean_factor(const Tariff& tariff);

}  // namespace hubwatt
