// What racks ask of their servers and the type of server cannot give, and what a rack's ways ask of the engine.
#pragma once

#include "platforms/hub.hpp"
#include "scenarios/reading.hpp"
#include "scenarios/scenario.hpp"

namespace hubwatt {

// `node` is the platform file's. Called once all of it could be read.
void check_racks(const Platform& platform, const Node& node, Reading& reading);
// `node` is the scenario file's.
void check_engine(const Scenario& scenario, const Node& node, Reading& reading);

}  // namespace hubwatt
