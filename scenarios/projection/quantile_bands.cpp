#include "scenarios/projection/quantile_bands.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "models/contract.hpp"

namespace hubwatt {

double mean_of(std::span<const double> values) {
  HUBWATT_EXPECTS(!values.empty());
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

Bands bands_of(std::vector<double> values) {
  Bands out{.mean = mean_of(values)};
  if (std::any_of(values.begin(), values.end(), [](double v) { return std::isnan(v); })) {
    const double none = std::numeric_limits<double>::quiet_NaN();
    return {none, none, none, none, none, none};
  }
  auto sorted_up_to = values.begin();  // what comes before is no greater than what comes after
  const auto quantile = [&](double p) {
    const double position = p * static_cast<double>(values.size() - 1);
    const double whole = std::floor(position);
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(whole);
    std::nth_element(sorted_up_to, at, values.end());
    sorted_up_to = at;
    if (position == whole) return *at;
    return std::lerp(*at, *std::min_element(at + 1, values.end()), position - whole);
  };
  out.p05 = quantile(0.05);
  out.p25 = quantile(0.25);
  out.p50 = quantile(0.50);
  out.p75 = quantile(0.75);
  out.p95 = quantile(0.95);
  return out;
}

std::array<BandOfName, 6> band_names() {
  return {{{"mean", &Bands::mean},
           {"p05", &Bands::p05},
           {"p25", &Bands::p25},
           {"p50", &Bands::p50},
           {"p75", &Bands::p75},
           {"p95", &Bands::p95}}};
}

}  // namespace hubwatt
