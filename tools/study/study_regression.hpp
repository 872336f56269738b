// How a figure follows the ranges of a study that draws its points (latin hypercube): by a plane through all runs, and
// by ranks. Not a model of the data center: a coefficient says which way and how strongly within the ranges asked for.
//
// Equation: standardised regression coefficients b of least squares, (y - mean y) / sd y = sum b_a (x_a - mean x_a) /
// sd x_a + levels, where levels of other axes stand as indicator columns; R^2 = 1 - sum of squared residuals / total.
// Rank correlation (Spearman): the correlation of the ranks of x_a and y, ties with their mean rank.
// Validity: coefficients need more runs than columns and no column that follows from others; they tell the variance
// where R^2 is high (above 0.7, say) and the plane fits. Rank correlation needs three runs and sees what only rises or
// only falls, straight or not.
// Source: Saltelli et al., Global Sensitivity Analysis: The Primer, 2008, sections 1.2.5 and 1.2.6; Spearman, American
// Journal of Psychology 15, 1904. Confidence: official.
#pragma once

#include <span>

#include "tools/study/study_results.hpp"

namespace hubwatt {

struct RangeEffect {
  std::size_t axis = 0;
  std::optional<double> coefficient;  // standardised
  std::optional<double> rank_correlation;
};

struct FigureRegression {
  std::size_t figure = 0;
  std::size_t runs = 0;
  std::optional<double> r_squared;
  std::vector<RangeEffect> ranges;  // the axes that are ranges
};

// None where no axis is a range, fewer than three runs have the figure, or it is the same in all.
std::optional<FigureRegression> figure_regression(const StudyResults& results, std::size_t figure);

// The number that a level of a range begins with ("12.5 MW").
std::optional<double> number_in(std::string_view level);

// None where one of them does not vary.
std::optional<double> rank_correlation(std::span<const double> x, std::span<const double> y);

}  // namespace hubwatt
