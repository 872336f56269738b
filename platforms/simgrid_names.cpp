#include "platforms/simgrid_names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/units.hpp"

namespace hubwatt {

std::string gateway_name(const Hub& hub) {
  return hub.id + "/gateway";
}

std::string server_name(const Hub& hub, ServerPosition at) {
  return fmt::format("{}/group-{}/rack-{}/server-{}", hub.id, at.group, at.rack, at.server);
}

std::string wattage_per_state(const ServerPower& power) {
  return fmt::format("{0}:{0}:{1}", power.idle / unit::W, power.peak / unit::W);
}

int core_count(const ServerType& type) {
  return std::max(1, type.accelerators());
}

}  // namespace hubwatt
