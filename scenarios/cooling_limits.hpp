// What a message and a view tell of a cooling plant beyond its state: how much heat there is to carry, and which limit
// an operating point breaks.
#pragma once

#include <string>

#include "models/cooling.hpp"

namespace hubwatt {

// Heat to carry over IT power, all parts of the hall together.
double heat_per_it(const Cooling& cooling);

// Of a state that is not allowed: "the supply may be 22 degC at most".
std::string broken_limit(const Cooling& cooling, const CoolingState& state);

}  // namespace hubwatt
