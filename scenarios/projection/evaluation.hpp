// Evaluates a function of the drawn inputs for many draws on several threads. Outputs are placed by the
// position of their draw, so they are the same bytes on one thread and on many. Knows nothing of what is
// evaluated.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "scenarios/projection/draws.hpp"

namespace hubwatt {

// Fills the outputs of one draw. Called from several threads at once, never twice for one draw.
using Evaluate = std::function<void(Draw draw, std::span<double> outputs)>;

// Row by row: the outputs of draw 0, of draw 1, and so on. Where evaluations throw, all stop and the
// exception of the first such draw is thrown on.
std::vector<double> evaluate_all(const Draws& draws, std::size_t outputs, const Evaluate& evaluate,
                                 int threads);

}  // namespace hubwatt
