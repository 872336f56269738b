// Mistakes of a projection that no single table shows.
#pragma once

#include "scenarios/projection/projection.hpp"
#include "scenarios/reading.hpp"

namespace hubwatt {

// Names are columns of results, so each is there once. Before the file is read.
void check_projection_names(const Node& root, Reading& reading);

// After it is read without a mistake.
void check_projection(const Projection& projection, const Node& root, Reading& reading);

}  // namespace hubwatt
