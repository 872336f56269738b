// Weights from judgements by pairs: the analytic hierarchy process. Entry (i, j) of a matrix says how many times as
// much i weighs as j. Not here: whose judgements these are.
//
//   Equation   weights: the principal eigenvector, summing to 1 (power iteration). consistency index
//              CI = (largest eigenvalue - n) / (n - 1), consistency ratio CR = CI / RI(n), RI the mean CI of random
//              matrices: 0 0 0.58 0.90 1.12 1.24 1.32 1.41 1.45 1.49 for n = 1 to 10. Judgements with CR above 0.1
//              contradict themselves too much to be used. CR = 0 for n < 3.
//   Validity   positive matrices with entry (j, i) = 1 / entry (i, j), n from 1 to 10.
//   Source     Saaty, The Analytic Hierarchy Process (1980), random indices and the limit of 0.1 with it. Confidence:
//              paper.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace hubwatt {

inline constexpr std::size_t most_judged = 10;
inline constexpr double most_inconsistent = 0.1;

struct Priorities {
  std::vector<double> weights;  // of sum 1
  double largest_eigenvalue = 1.0;
  double consistency_ratio = 0.0;
};

// `judgements`: the matrix by rows, of n x n entries, reciprocal.
Priorities priorities(std::size_t n, std::span<const double> judgements);

}  // namespace hubwatt
