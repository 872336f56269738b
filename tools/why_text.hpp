// An explained figure as text: its definition, the terms it is made of as an indented tree, the hubs, the inputs and
// the estimates among them. One hub's inputs stand one by one; those of many hubs are told table by table, so that the
// answer can be read.
#pragma once

#include <string>

#include "tools/why.hpp"
#include "tools/words.hpp"

namespace hubwatt {

std::string why_text(const ExplainedRun& run, const Why& why, const Words& words);

// Assumptions of confidence `estimate` that move figures of the total by more than the threshold. `key`: of the figure
// that was asked for; its effect is told whatever its size.
std::string moves_text(const RunInputs& inputs, std::string_view key, const Words& words);

}  // namespace hubwatt
