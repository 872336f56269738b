// What an axis with levels does to a figure: the mean of the figure at each level, over all other axes and all seeds,
// with the lowest and the highest run. Not a model of why, and no interaction: what a level does together with
// another's shows in the lowest and the highest only.
//
// Equation: m_l = mean of y over the runs that are done at level l; change_l = m_l - reference; span = max m_l - min
// m_l. Reference: the mean of all runs; in a one-at-a-time design the mean of the base point (the first level of every
// axis), and m_l is over the runs that differ from it by this axis at most.
// Validity: means over other axes are those of a balanced design (every level meets the same levels of the others);
// while runs are missing, what the others do leaks into them.
// Source: Box, Hunter, Hunter, Statistics for Experimenters, 2nd ed., 2005, ch. 5 (main effects). Confidence: official.
#pragma once

#include "tools/study/study_results.hpp"

namespace hubwatt {

struct LevelMean {
  std::size_t level = 0;  // position in the axis
  std::size_t runs = 0;
  double mean = 0.0, low = 0.0, high = 0.0;
  double change = 0.0;  // from the reference
};

struct AxisEffect {
  std::size_t axis = 0;
  std::size_t figure = 0;
  double reference = 0.0;
  double span = 0.0;
  std::vector<LevelMean> levels;  // those with runs that have the figure, in the order of the axis
};

// None where the axis is a range, or where no run at all has the figure (of a one-at-a-time design: no base run).
std::optional<AxisEffect> axis_effect(const StudyResults& results, std::size_t axis, std::size_t figure);

// Whether a run's levels are the first of every axis, but for `axis`.
bool is_base_but_for(const StudyResults& results, const StudyRow& row, std::size_t axis);

}  // namespace hubwatt
