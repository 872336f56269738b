// Distributions by their quantiles: the value that a given share of all draws lies below. A quasi-random or
// stratified share thus becomes a draw, which sample() of models/distribution.hpp cannot do. Also here: the
// value that stands for a distribution where nothing is drawn, and whether a drawn input can be drawn at all.
//
// Equation: x(p) = F^-1(F(low) + p (F(high) - F(low))), with F the cumulated share of the distribution and
// low, high the limits of the key: the tails beyond them are cut off and what is left is scaled up to a share
// of 1. Inverses are of closed form, but for the normal quantile (Boost.Math erfc_inv, error below 1e-15
// relative).
// Validity: 0 < p < 1, and the input passes support_problem(). A choice gives its values in ascending order.
// Source: L. Devroye, "Non-Uniform Random Variate Generation", Springer 1986, ch. II.2 (inversion,
// truncation).
// Confidence: paper.
#pragma once

#include <optional>
#include <string>

#include "scenarios/projection/uncertain.hpp"

namespace hubwatt {

// The inverse of one input's cumulated share, with what does not depend on the share worked out once.
class Quantile {
 public:
  explicit Quantile(const DrawnInput& input);
  double operator()(double p) const;

 private:
  Distribution distribution_;
  double low_, high_;     // limits of the key
  double below_ = 0.0;    // share of the distribution below low_
  double between_ = 1.0;  // and within the limits
};

double quantile(const DrawnInput& input, double p);

// Share of the distribution at or below x, nothing cut off.
double cumulated_share(const Distribution& distribution, double x);

// What stands for the distribution where it is not drawn: mean of a normal, median of a lognormal, mode of a
// triangular, middle of a uniform, else the mean.
double central(const Distribution& distribution);

// Why an input cannot be drawn within the limits of its key: a bounded distribution has an end beyond them,
// or one with tails has less than 90 % of its draws within - then it is not cut off but made another one.
// Else nothing.
std::optional<std::string> support_problem(const DrawnInput& input);

}  // namespace hubwatt
