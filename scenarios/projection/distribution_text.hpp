// A distribution in words, for tables and results: "triangular 0.1 .. 0.2 .. 0.4", "normal 15 MW +- 2 MW".
#pragma once

#include <string>

#include "models/distribution.hpp"
#include "scenarios/field_limits.hpp"

namespace hubwatt {

std::string distribution_text(const Distribution& distribution, const Scale& scale);

}  // namespace hubwatt
