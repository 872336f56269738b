// The quantities of a projection's trajectory: key, unit, meaning, and how each is read off a year of the chain.
#pragma once

#include "scenarios/projection/chain.hpp"

namespace hubwatt {

// In the order of the results; only those that the file's figures give.
std::vector<ChainQuantity> chain_quantities(const Projection& projection);

}  // namespace hubwatt
