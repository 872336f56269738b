#include "platforms/site_load.hpp"

#include <algorithm>

namespace hubwatt {
namespace {

// The store first, as it was decided; a heat network takes of what is left.
void cool_hall(const Interval& now, HubState& state) {
  const Cooling& plant = now.hub.cooling;
  const CoolingSetting& setting = now.decisions.cooling;
  Power to_store{};
  if (now.hub.cold_store) {
    const Power heat = chilled_heat(plant, state.it);
    const Power limit =
        chilled_heat(plant, cooling_capacity(plant, now.design_it, now.outages.cooling_units));
    state.cold = cold_flow(*now.hub.cold_store, now.stores.cold, now.decisions.cold, heat,
                           std::max(limit - heat, Power{}), now.dt);
    to_store = state.cold.to_store();
  }
  state.cooling = cooling_state(plant, state.it, now.design_it, now.at.weather, setting, to_store);
  if (!now.hub.heat_reuse) return;
  const Power left = std::max(reusable_heat(plant, state.it) - state.cold.discharge, Power{});
  const Power demand = heat_demand(*now.hub.heat_reuse, now.at.weather.dry_bulb, now.at.hour.of_year);
  state.heat = reuse_heat(*now.hub.heat_reuse, left, state.cooling.back, demand);
  state.cooling =
      cooling_state(plant, state.it, now.design_it, now.at.weather, setting, to_store, state.heat.taken);
}

}  // namespace

Battery battery_now(const Interval& now) {
  return now.stores.battery_health < 1.0 ? worn(*now.hub.battery, now.stores.battery_health)
                                         : *now.hub.battery;
}

HubState load_at(const Interval& now, const ItDemand& demand, double share) {
  HubState state;
  state.it = share * demand.power;
  state.not_served = demand.power - state.it;
  cool_hall(now, state);
  state.it_fans = share * fan_excess(demand.fans, state.cooling.inlet);
  if (state.it_fans > Power{}) {
    state.it += state.it_fans;
    cool_hall(now, state);
  }
  state.failure_rate = failure_factor(state.cooling.inlet);
  state.other = other_power(now.hub.power_chain, now.design_it);
  state.chain = chain_losses(now.hub.power_chain, state.it, state.cooling_power() + state.other,
                             now.design_it, now.outages.modules);
  return state;
}

}  // namespace hubwatt
