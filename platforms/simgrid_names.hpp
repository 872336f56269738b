// What SimGrid calls the parts of a platform, in this process and in exported files. A hub's zone bears the
// hub's id; the rest has a slash in its name.
#pragma once

#include <string>

#include "models/server_power.hpp"
#include "platforms/hub.hpp"

namespace hubwatt {

inline constexpr const char* root_zone_name = "/world";

std::string gateway_name(const Hub& hub);

// Position of a simulated server: all count from 0.
struct ServerPosition {
  std::size_t group = 0;
  int rack = 0;
  int server = 0;
};
std::string server_name(const Hub& hub, ServerPosition at);

// Idle : at the least load : with all cores busy, in watts, for the host-energy plugin. Equal first figures make
// it a line. The plugin knows no other curve, so this follows `power` only where that is linear.
std::string wattage_per_state(const ServerPower& power);

// Accelerators, or one for a server without any.
int core_count(const ServerType& type);

}  // namespace hubwatt
