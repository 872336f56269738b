// What the cooling and the supply policy are shown of a hub at the start of a step, and what becomes of their answer.
#pragma once

#include <cstdint>

#include "policies/cooling_policy.hpp"
#include "policies/supply_policy.hpp"
#include "scenarios/site.hpp"

namespace hubwatt {

// Sets site.decisions.cooling.
void decide_cooling(Site& site, CoolingPolicy& policy, double now_s);

// Sets site.decisions.battery; nothing to decide without a battery.
void decide_supply(Site& site, SupplyPolicy& policy, double now_s, std::int64_t utc_seconds);

}  // namespace hubwatt
