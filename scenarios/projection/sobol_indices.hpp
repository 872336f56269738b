// Which uncertain input matters: shares of an output's variance. The first-order index of an input is the
// share that goes when the input alone becomes known; its total index is the share that stays when all others
// are known. What the total has above the first is interaction with others. Correlated inputs have one index
// together: the variance of one cannot be told from that of another which moves along, and the estimators
// hold for independent groups only.
//
// Equation: of rows a, b of independent draws, and ab with the group's inputs from b and all others from a,
//   first = mean of f(b) (f(ab) - f(a)) / V       total = mean of (f(a) - f(ab))^2 / 2 V
// V is the variance of f over all a and b; f is centred on its mean, which spares the first-order estimate
// the noise of a product of large numbers. Error: 16 replicates with randomisations of their own; the
// estimates are of all together, the standard errors by the jackknife over replicates (one left out at a
// time).
// Validity: outputs of finite variance. Indices may come out somewhat below 0 or above 1, within their
// errors. An output that does not vary has indices 0, and relative differences below 1e-12 count as none; one
// that is undefined for some draw, NaN.
// Source: A. Saltelli et al., Computer Physics Communications 181 (2010) 259-270, table 2 (b); M. Jansen,
// Computer Physics Communications 117 (1999) 35-43 (total); B. Efron, "The Jackknife, the Bootstrap and Other
// Resampling Plans", SIAM 1982. Confidence: paper.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "scenarios/projection/draw_settings.hpp"
#include "scenarios/projection/evaluation.hpp"
#include "scenarios/projection/uncertain.hpp"

namespace hubwatt {

struct SobolGroup {
  std::vector<std::size_t> inputs;  // by position: one, or several that are correlated
  double first = 0.0, first_error = 0.0;
  double total = 0.0, total_error = 0.0;
};

// Of one output; every input is in one group, in the order of first members.
struct SobolIndices {
  std::vector<SobolGroup> groups;
};

// One per output, all from the same settings.sensitivity x (groups + 2) evaluations; base draws are rounded
// up to a multiple of 16, to 32 at least. Independent of the number of threads. Throws what make_draws and
// evaluate throw.
std::vector<SobolIndices> sobol_indices(std::span<const DrawnInput> inputs, const DrawSettings& settings,
                                        std::uint64_t seed, std::size_t outputs, const Evaluate& evaluate,
                                        int threads);

}  // namespace hubwatt
