// What many values of one output come to: mean and quantiles. A quantile lies on the line between the two
// values in order that are around it (type 7 of R. Hyndman and Y. Fan, The American Statistician 50, 1996).
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

namespace hubwatt {

struct Bands {
  double mean = 0.0;
  double p05 = 0.0, p25 = 0.0, p50 = 0.0, p75 = 0.0, p95 = 0.0;
};

// Of at least one value. All are NaN where one value is.
Bands bands_of(std::vector<double> values);

double mean_of(std::span<const double> values);

// The figures of Bands by the names they have in results, in ascending order after the mean.
struct BandOfName {
  std::string name;  // "p05"
  double Bands::*figure;

  double of(const Bands& bands) const { return bands.*figure; }
};
std::array<BandOfName, 6> band_names();

}  // namespace hubwatt
