// Which inputs of a run feed a figure: those that its declaration names, and those of every figure it is made of or
// follows from, hub by hub. A figure that is nought feeds nothing: what a hub has no battery for does not ask for the
// price that would charge one.
#pragma once

#include <cstddef>
#include <vector>

#include "tools/run_figures.hpp"
#include "tools/run_inputs.hpp"

namespace hubwatt {

// Positions in inputs.inputs, in their order.
std::vector<std::size_t> inputs_feeding(const RunFigures& figures, const RunFigure& figure,
                                        const RunInputs& inputs);

}  // namespace hubwatt
