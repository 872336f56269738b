// Single figures of a projection, for the validation page.
#pragma once

#include <string_view>

#include "scenarios/projection/projection.hpp"
#include "scenarios/projection/uncertain.hpp"

namespace hubwatt::validation {

// One quantity by its key in a year; of the central case where nothing is drawn.
double projected(const Projection& projection, std::string_view key, int year, Draw draw = {});

}  // namespace hubwatt::validation
