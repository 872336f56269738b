// What the policies of a cold store share: the three ways to run the plant as designed (store at rest, charging,
// discharging), and what electricity a unit of cold costs when it is made and saves when it is used.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "policies/abi.h"

namespace hubwatt::policy {

// Allowed points with the mode and the set point of the design. `rest` is always there.
struct StoreChoices {
  std::uint32_t rest = 0;
  std::optional<std::uint32_t> charge, discharge;
};

inline StoreChoices store_choices(std::span<const hw_cooling_point> points) {
  StoreChoices found;
  const hw_cooling_point& design = points[0];
  for (std::uint32_t i = 1; i < points.size(); ++i) {
    const hw_cooling_point& point = points[i];
    if (point.allowed == 0 || point.supply_degc != design.supply_degc) continue;
    if (std::string_view(point.mode) != design.mode) continue;
    if (point.storage_w > 0.0 && !found.charge) found.charge = i;
    if (point.storage_w < 0.0 && !found.discharge) found.discharge = i;
  }
  return found;
}

// Electric power by heat flow: what this point draws more than rest by unit of cold stored, or draws less by unit of
// cold used.
inline double power_by_cold(const hw_cooling_point& point, const hw_cooling_point& rest) {
  const double more = point.power_w + point.fan_power_w - rest.power_w - rest.fan_power_w;
  return more / point.storage_w;
}

}  // namespace hubwatt::policy
