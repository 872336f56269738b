// Which points are best where several things are to be good at once. A point beats another if it is as good by every
// objective and better by one; the front are the points that none beats. Points of the same values do not beat each
// other, so all of them are in or out.
//
// Equation: x beats y <=> for all k: f_k(x) <= f_k(y), and for some k: f_k(x) < f_k(y), signs turned where the highest
// is best. Points are visited in lexicographic order of f: whoever beats a point comes before it, and of those one is
// in the front, for "beats" is transitive; so a point is held against the front alone.
// Validity: any number of points and objectives, all values finite; exact, no tolerance: points that differ by rounding
// differ. At most points x front comparisons.
// Source: V. Pareto, Manuale di economia politica, 1906; Kung, Luccio, Preparata, "On finding the maxima of a set of
// vectors", Journal of the ACM 22, 1975 (the order). Confidence: official.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "scenarios/study/study.hpp"

namespace hubwatt {

// Positions of the points on the front, ascending. `points`: the values of each by objective.
std::vector<std::size_t> pareto_front(std::span<const std::vector<double>> points,
                                      std::span<const Objective::Best> best);

}  // namespace hubwatt
