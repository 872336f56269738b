// All draws of a projection's uncertain inputs, evaluated, and what their outputs come to: mean and quantile
// bands of every output, and how precise mean and median of one watched output are.
//
// Method: 16 replicates, each an independent randomisation of the sequence; every replicate has as many
// draws. The standard error of a mean is the scatter of the replicates' means divided by 4, that of a median
// likewise; bands are those of all draws together. Where a precision is asked for, there are 256 draws at
// first, and twice as many until both errors, relative to their figures, are at most that - or twice as many
// would be more than `most`.
// Validity: the errors are those of drawing and of nothing else. From 16 replicates an error is itself known
// to about 18 %. That the search stops at the first success makes it a little lucky.
// Source: P. L'Ecuyer, "Randomized Quasi-Monte Carlo: An Introduction for Practitioners", MCQMC 2016,
// Springer 2018. Confidence: paper.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "scenarios/projection/draw_settings.hpp"
#include "scenarios/projection/evaluation.hpp"
#include "scenarios/projection/quantile_bands.hpp"
#include "scenarios/projection/uncertain.hpp"

namespace hubwatt {

struct Ensemble {
  std::size_t draws = 0, outputs = 0;
  std::vector<double> values;  // draws x outputs, row by row
  std::vector<Bands> bands;    // one per output

  // Relative standard errors of the watched output; none of a single draw. The precision is the greater one.
  std::optional<double> mean_error, median_error, precision;
  bool precise_enough = true;  // whether the precision that was asked for is reached
};

// Draws settings.count, or as many as settings.precision asks for. The result depends neither on the number
// of threads nor on their order. Throws what make_draws and evaluate throw.
Ensemble run_ensemble(std::span<const DrawnInput> inputs, const DrawSettings& settings, std::uint64_t seed,
                      std::size_t outputs, std::size_t watched_output, const Evaluate& evaluate, int threads);

}  // namespace hubwatt
