// The normal distribution of mean 0 and standard deviation 1, as both ways between a value and the share
// below it.
//
// Equation: share(z) = erfc(-z / sqrt 2) / 2; the quantile is its inverse.
// Validity: all z; 0 < p < 1. The quantile is accurate to 1e-15 relative (Boost.Math erfc_inv, rational
// fits).
// Source: M. Abramowitz and I. Stegun, "Handbook of Mathematical Functions", 1964, 26.2; J. Maddock et al.,
// Boost.Math.
// Confidence: official.
#pragma once

namespace hubwatt {

inline constexpr double normal_p95 = 1.6448536269514722;  // 95 % quantile

double normal_share(double z);
double normal_quantile(double p);

// The same value from below 1: where rounding would make a share 0 or 1, whose quantiles are infinite.
double inner_share(double p);

}  // namespace hubwatt
