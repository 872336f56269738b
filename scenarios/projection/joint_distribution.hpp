// How several drawn inputs come about together: each has its own distribution, and some pairs hang together
// by a rank correlation. Turns a row of independent shares (unit_points.hpp) into one draw. The dependence is
// that of a Gaussian copula: it fixes how strongly ranks go together and says nothing of extremes - the tails
// of correlated inputs are independent in the limit.
//
// Equation: z = L normal_quantile(u), x_i = quantile_i(normal_share(z_i)), L L' = the matrix of 2 sin(pi rank
// / 6).
// Validity: the matrix is positive definite. Inputs that are correlated with none keep their shares, and with
// them the strata of a Latin hypercube; of those that are, only the first of a group does.
// Source: K. Pearson, "On further methods of determining correlation", 1907 (rank to normal correlation); R.
// Nelsen, "An Introduction to Copulas", Springer 2006. Confidence: paper.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scenarios/projection/draw_settings.hpp"
#include "scenarios/projection/quantile.hpp"

namespace hubwatt {

// Why these correlations cannot be: an input that is not drawn, a pair told twice, ranks that contradict each
// other.
std::optional<std::string> correlation_problem(std::span<const DrawnInput> inputs,
                                               std::span<const InputCorrelation> correlations);

class JointDistribution {
 public:
  // Throws InputError where there is a correlation_problem().
  JointDistribution(std::span<const DrawnInput> inputs, std::span<const InputCorrelation> correlations);

  // Shares in (0, 1) become values, in place.
  void shares_to_values(std::span<double> row) const;

  // Inputs that hang together directly or through others, by position; an input alone is a group of one. In
  // the order of their first members.
  const std::vector<std::vector<std::size_t>>& groups() const { return groups_; }

 private:
  std::vector<Quantile> quantiles_;
  std::vector<std::vector<std::size_t>> groups_;
  std::vector<std::vector<double>> factors_;  // L of each group, row by row
};

}  // namespace hubwatt
