#include "tools/study/pareto_front.hpp"

#include <algorithm>
#include <numeric>

#include "models/contract.hpp"

namespace hubwatt {

namespace {

// Both with the lowest best.
bool beats(const std::vector<double>& a, const std::vector<double>& b) {
  bool better = false;
  for (std::size_t k = 0; k < a.size(); ++k) {
    if (a[k] > b[k]) return false;
    better = better || a[k] < b[k];
  }
  return better;
}

}  // namespace

std::vector<std::size_t> pareto_front(std::span<const std::vector<double>> points,
                                      std::span<const Objective::Best> best) {
  std::vector<std::vector<double>> low(points.begin(), points.end());
  for (std::vector<double>& point : low) {
    HUBWATT_EXPECTS(point.size() == best.size());
    for (std::size_t k = 0; k < best.size(); ++k)
      if (best[k] == Objective::Best::highest) point[k] = -point[k];
  }
  std::vector<std::size_t> order(points.size()), front;
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&low](std::size_t a, std::size_t b) { return low[a] < low[b]; });
  for (const std::size_t point : order)
    if (std::none_of(front.begin(), front.end(),
                     [&low, point](std::size_t known) { return beats(low[known], low[point]); }))
      front.push_back(point);
  std::sort(front.begin(), front.end());
  return front;
}

}  // namespace hubwatt
