// What each uncertain input does alone: outputs with that input at its 5 % and at its 95 % quantile and all
// others at their central values. Simple to read and blind to interaction, which sobol_indices.hpp sees;
// correlated inputs are moved one at a time all the same.
// Validity: an output that bends between the two quantiles can show less than it does.
// Source: T. Eschenbach, "Spiderplots versus Tornado Diagrams for Sensitivity Analysis", Interfaces 22 (1992)
// 40-46.
// Confidence: paper.
#pragma once

#include <span>
#include <vector>

#include "scenarios/projection/evaluation.hpp"
#include "scenarios/projection/uncertain.hpp"

namespace hubwatt {

struct TornadoBar {
  std::size_t input = 0;  // by position
  double at_p05 = 0.0, at_p95 = 0.0;
};

// Of one output.
struct Tornado {
  double central = 0.0;          // all inputs at their central values
  std::vector<TornadoBar> bars;  // widest first, equally wide ones in the order of inputs
};

// One per output, from 2 x inputs + 1 evaluations.
std::vector<Tornado> tornado(std::span<const DrawnInput> inputs, std::size_t outputs,
                             const Evaluate& evaluate);

}  // namespace hubwatt
