#include "models/economy_weights.hpp"

#include <algorithm>
#include <cmath>

#include "models/contract.hpp"

namespace hubwatt {
namespace {

constexpr double random_index[] = {0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49};
static_assert(std::size(random_index) == most_judged);

}  // namespace

Priorities priorities(std::size_t n, std::span<const double> judgements) {
  HUBWATT_EXPECTS(n >= 1 && n <= most_judged && judgements.size() == n * n);
  HUBWATT_EXPECTS(std::all_of(judgements.begin(), judgements.end(), [](double x) { return x > 0.0; }));
  // A positive matrix has one largest eigenvalue, and iteration from any positive vector finds its vector.
  Priorities out{std::vector<double>(n, 1.0 / static_cast<double>(n)), 1.0, 0.0};
  constexpr int most_rounds = 10000;
  for (int round = 0; round < most_rounds; ++round) {
    std::vector<double> next(n, 0.0);
    double sum = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) next[i] += judgements[i * n + j] * out.weights[j];
      sum += next[i];
    }
    double moved = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
      next[i] /= sum;
      moved = std::max(moved, std::abs(next[i] - out.weights[i]));
    }
    out.weights = std::move(next);
    out.largest_eigenvalue = sum;  // of weights that sum to 1
    if (moved < 1e-15) break;
  }
  if (n >= 3) {
    const double count = static_cast<double>(n);
    out.consistency_ratio =
        std::max(0.0, (out.largest_eigenvalue - count) / (count - 1.0) / random_index[n - 1]);
  }
  return out;
}

}  // namespace hubwatt
