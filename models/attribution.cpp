#include "models/attribution.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "models/contract.hpp"

namespace hubwatt {
namespace {

double product(std::span<const double> factors) {
  double all = 1.0;
  for (const double factor : factors) all *= factor;
  return all;
}

// Logarithmic mean of a and b, whose ratio has the logarithm `ratio` = ln(a / b). The difference of near values would
// cancel, so these use the series of sinh(r / 2) / (r / 2); its next term is 3e-18 at the bound.
double logarithmic_mean(double a, double b, double ratio) {
  if (std::abs(ratio) > 0.01) return (a - b) / ratio;
  const double square = ratio * ratio;
  return std::sqrt(a) * std::sqrt(b) * (1.0 + square / 24.0 + square * square / 1920.0);
}

// A cell that is zero at one end only: its whole change to the drivers that are zero there, in equal parts.
void add_one_sided(std::span<const double> zero_end, double change, std::vector<double>& parts) {
  const auto zeros = std::count(zero_end.begin(), zero_end.end(), 0.0);
  for (std::size_t k = 0; k < zero_end.size(); ++k) {
    if (zero_end[k] == 0.0) parts[k] += change / static_cast<double>(zeros);
  }
}

void add_lmdi(std::span<const double> start, std::span<const double> end, std::vector<double>& parts) {
  const auto has_zero = [](std::span<const double> x) { return std::count(x.begin(), x.end(), 0.0) > 0; };
  const bool none_before = has_zero(start), none_after = has_zero(end);
  if (none_before && none_after) return;
  if (none_before) return add_one_sided(start, product(end), parts);
  if (none_after) return add_one_sided(end, -product(start), parts);
  double ratio = 0.0;  // the sum of the drivers' logarithms, so that the parts close even where those cancel
  for (std::size_t k = 0; k < start.size(); ++k) ratio += std::log(end[k] / start[k]);
  const double mean = logarithmic_mean(product(end), product(start), ratio);
  for (std::size_t k = 0; k < start.size(); ++k) parts[k] += mean * std::log(end[k] / start[k]);
}

std::vector<double> lmdi_parts(std::size_t drivers, std::span<const double> start,
                               std::span<const double> end) {
  const auto negative = [](double x) { return !(x >= 0.0); };
  HUBWATT_EXPECTS(std::none_of(start.begin(), start.end(), negative));
  HUBWATT_EXPECTS(std::none_of(end.begin(), end.end(), negative));
  std::vector<double> parts(drivers, 0.0);
  for (std::size_t i = 0; i < start.size(); i += drivers)
    add_lmdi(start.subspan(i, drivers), end.subspan(i, drivers), parts);
  return parts;
}

double factorial(std::size_t n) {
  return n < 2 ? 1.0 : static_cast<double>(n) * factorial(n - 1);
}

}  // namespace

std::vector<double> sequential_parts(std::size_t drivers, const TotalOfDrivers& total) {
  HUBWATT_EXPECTS(drivers >= 1 && drivers < 32);
  std::vector<double> parts(drivers);
  DriverSet set = 0;
  double before = total(set);
  for (std::size_t k = 0; k < drivers; ++k) {
    set |= DriverSet{1} << k;
    const double after = total(set);
    parts[k] = after - before;
    before = after;
  }
  return parts;
}

std::vector<double> shapley_parts(std::size_t drivers, const TotalOfDrivers& total) {
  HUBWATT_EXPECTS(drivers >= 1 && drivers <= most_shapley_drivers);
  std::vector<double> totals(std::size_t{1} << drivers);
  for (std::size_t set = 0; set < totals.size(); ++set) totals[set] = total(static_cast<DriverSet>(set));
  std::vector<double> weight(drivers);  // of the sets with so many others, among all orders
  for (std::size_t others = 0; others < drivers; ++others)
    weight[others] = factorial(others) * factorial(drivers - others - 1) / factorial(drivers);
  std::vector<double> parts(drivers, 0.0);
  for (std::size_t set = 0; set < totals.size(); ++set) {
    for (std::size_t k = 0; k < drivers; ++k) {
      const std::size_t driver = std::size_t{1} << k;
      if ((set & driver) != 0) continue;
      const auto others = static_cast<std::size_t>(std::popcount(set));
      parts[k] += weight[others] * (totals[set | driver] - totals[set]);
    }
  }
  return parts;
}

std::vector<double> attribute(AttributionMethod method, std::size_t drivers, std::span<const double> start,
                              std::span<const double> end) {
  HUBWATT_EXPECTS(drivers >= 1 && start.size() == end.size() && start.size() % drivers == 0);
  if (method == AttributionMethod::lmdi) return lmdi_parts(drivers, start, end);
  const TotalOfDrivers total = [&](DriverSet at_end) {
    double sum = 0.0;
    for (std::size_t i = 0; i < start.size(); i += drivers) {
      double cell = 1.0;
      for (std::size_t k = 0; k < drivers; ++k) cell *= ((at_end >> k & 1u) != 0 ? end : start)[i + k];
      sum += cell;
    }
    return sum;
  };
  return method == AttributionMethod::sequential ? sequential_parts(drivers, total)
                                                 : shapley_parts(drivers, total);
}

}  // namespace hubwatt
