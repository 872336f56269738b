// Parts of the text that explains a figure, and how it writes values.
#pragma once

#include <string>

#include "tools/why.hpp"
#include "tools/words.hpp"

namespace hubwatt {

// To six digits, with the unit: "1991.81 kWh", "-" where there is no value.
std::string value_text(const RunFigure& figure);
std::string share_text(double share);                       // "85.5 %"
std::string change_text(double change);                     // "+3.1 %"
std::string shortened(std::string text, std::size_t most);  // with "..." in the place of the rest

std::string terms_text(const WhyTerm& root, const Words& words);
std::string hubs_text(const Why& why, const Words& words);
std::string inputs_text(const RunInputs& inputs, const Why& why, const Words& words);

}  // namespace hubwatt
