// How much of a figure's variance over the runs of a full factorial design goes with each axis by itself, how much with
// what axes do together, and how much with seeds. Shares are of this study's levels, not of a population: levels that
// lie further apart take more.
//
// Equation: total = sum (y - mean)^2 over runs; axis a = sum over its levels l of n_l (m_l - mean)^2; seeds = sum
// (y - m_s)^2 with m_s the mean of the run's setting; interactions = total - axes - seeds. In a balanced design all are
// orthogonal, so none is negative but by rounding, and they add up to the total.
// Validity: every combination of levels with the same number of runs that have the figure; else none is given. A figure
// that is the same in all runs, to 1e-12 of itself, has no variance to share.
// Source: R. A. Fisher, Statistical Methods for Research Workers, 1925 (analysis of variance); Montgomery, Design and
// Analysis of Experiments, 8th ed., 2012, ch. 5. Confidence: official.
#pragma once

#include "tools/study/study_results.hpp"
#include "tools/study/study_settings.hpp"

namespace hubwatt {

// Sums of squares.
struct VarianceParts {
  std::size_t figure = 0;
  double total = 0.0;
  std::vector<double> axes;
  double interactions = 0.0;
  double seeds = 0.0;
};

std::optional<VarianceParts> variance_parts(const StudyResults& results,
                                            const std::vector<StudySetting>& settings, std::size_t figure);

// Standard deviation of a figure over seeds, pooled over settings: sqrt(sum (y - m_s)^2 / (runs - settings)). None
// where no setting has two runs with the figure.
std::optional<double> deviation_over_seeds(const StudyResults& results,
                                           const std::vector<StudySetting>& settings, std::size_t figure);

}  // namespace hubwatt
