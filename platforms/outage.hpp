// What of a hub's plant is out of service. The scenario lists outages with their dates; the engine keeps, hub by hub,
// what is out at the moment, and solve_hub asks for it. Planned maintenance and failures look alike from here.
#pragma once

#include <array>
#include <string_view>

#include "models/power_chain.hpp"
#include "models/quantity.hpp"

namespace hubwatt {

enum class OutageEquipment {
  feed,                // the utility's supply: nothing can be bought
  transformer_module,  // the rest of a stage carries on as far as its rating goes
  ups_module,
  distribution_module,
  cooling_unit,
};

// As files and results name them, in the order above.
inline constexpr std::array outage_names{std::string_view("feed"), std::string_view("transformer-module"),
                                         std::string_view("ups-module"), std::string_view("distribution-module"),
                                         std::string_view("cooling-unit")};
constexpr std::string_view outage_name(OutageEquipment equipment) {
  return outage_names[static_cast<std::size_t>(equipment)];
}

struct HubOutages {
  bool feed = false;
  Duration feed_out_for{};  // since it went
  FailedModules modules;
  int cooling_units = 0;

  bool any() const { return feed || cooling_units > 0 || modules != FailedModules{}; }
};

}  // namespace hubwatt
