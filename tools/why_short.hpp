// An explained figure on one screen: its definition, the terms next to it with their values, the hubs that weigh most,
// the inputs by kind, and the estimates that move it. why_text.hpp tells all.
#pragma once

#include <string>

#include "tools/why.hpp"
#include "tools/words.hpp"

namespace hubwatt {

std::string why_short_text(const ExplainedRun& run, const Why& why, const Words& words);

// The estimates that move this figure of the total, the greatest effect first.
std::string moves_short_text(const RunInputs& inputs, const Why& why, const Words& words);

}  // namespace hubwatt
