// inputs.json: what a run was read from, value by value, so that its figures can be traced back. Its shape is told in
// input_use.hpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenarios/input_use.hpp"

namespace hubwatt {

// One line per input. `assumptions` is the JSON of that member; without it the member is left out.
std::string inputs_json(const std::vector<InputUse>& inputs, std::string_view assumptions = {});

}  // namespace hubwatt
