// What the cooling and the supply policy are shown of a hub at the start of a step, and what becomes of their answer.
#pragma once

#include <cstdint>
#include <vector>

#include "policies/cooling_policy.hpp"
#include "policies/supply_policy.hpp"
#include "scenarios/site.hpp"

namespace hubwatt {

// One choice for the coming step by point; the first is the plant as designed.
struct CoolingQuestion {
  std::vector<HubDecisions> choices;
  std::vector<hw_cooling_point> points;
  hw_cooling_view view{};  // points to `points`
};
CoolingQuestion cooling_question(Site& site, double now_s, std::int64_t utc_seconds);

// Of a hub with a battery.
hw_supply_view supply_question(Site& site, double now_s, std::int64_t utc_seconds);

// Sets what is decided for the cooling plant in site.decisions.
void decide_cooling(Site& site, CoolingPolicy& policy, double now_s, std::int64_t utc_seconds);

// Sets site.decisions.battery; nothing to decide without a battery.
void decide_supply(Site& site, SupplyPolicy& policy, double now_s, std::int64_t utc_seconds);

}  // namespace hubwatt
