#include "platforms/site_plant.hpp"

#include <algorithm>
#include <cmath>

#include "models/contract.hpp"

namespace hubwatt {
namespace {

// Everything about an interval that no choice of ours changes.
struct Interval {
  const Hub& hub;
  Power design_it{};
  const SiteConditions& at;
  const HubDecisions& decisions;
  Duration dt{};
};

void cool(const Interval& now, HubState& state) {
  state.cooling = cooling_state(now.hub.cooling, state.it, now.design_it, now.at.weather, now.decisions.cooling);
}

// The building's load at a share of what the servers ask for.
HubState load_at(const Interval& now, const ItDemand& demand, double share) {
  HubState state;
  state.it = share * demand.power;
  cool(now, state);
  state.it_fans = share * fan_excess(demand.fans, state.cooling.supply);
  if (state.it_fans > Power{}) {
    state.it += state.it_fans;
    cool(now, state);
  }
  state.other = other_power(now.hub.power_chain, now.design_it);
  state.chain =
      chain_losses(now.hub.power_chain, state.it, state.cooling_power() + state.other, now.design_it);
  return state;
}

// What the battery can hold up on its own until the end of the interval, at the busbar.
Power battery_reach(const Interval& now, const HubStores& stores) {
  if (!now.hub.battery) return {};
  const Battery& battery = *now.hub.battery;
  const Power by_charge = std::max(stores.battery - battery.floor(), Energy{}) / now.dt;
  return std::sqrt(battery.round_trip_efficiency) * std::min(battery.power, by_charge);
}

bool carries(const Interval& now, const HubState& load, const HubOutages& outages, const HubStores& stores) {
  return !outages.feed || load.facility() <= now.at.renewable_power() + battery_reach(now, stores);
}

// While something is out, servers get the largest share of what they ask for that plant and supply can carry; where
// these cannot even carry the building without servers, it is dark.
HubState load_in_outage(const Interval& now, const ItDemand& demand, const HubOutages& outages,
                        const HubStores& stores) {
  HubState load = load_at(now, demand, 1.0);
  if (carries(now, load, outages, stores)) return load;
  load = load_at(now, demand, 0.0);
  if (!carries(now, load, outages, stores)) {
    HubState dark;
    dark.cooling.supply = load.cooling.supply;
    dark.not_served = demand.power;
    return dark;
  }
  double low = 0.0, high = 1.0;
  for (int halving = 0; halving < 50; ++halving) {
    const double middle = 0.5 * (low + high);
    const HubState tried = load_at(now, demand, middle);
    if (carries(now, tried, outages, stores)) low = middle, load = tried;
    else high = middle;
  }
  load.not_served = demand.power - (load.it - load.it_fans);
  return load;
}

BatteryRule rule_in_force(const Hub& hub, const HubDecisions& decisions, const HubOutages& outages) {
  if (!outages.feed || !hub.battery) return decisions.battery;
  return {decisions.battery.charge_from_surplus, {}, hub.battery->power};
}

}  // namespace

Power design_it_power(const Hub& hub, const Platform& platform) {
  if (hub.design_it_power) return *hub.design_it_power;
  Power peak{};
  for (const RackGroup& group : hub.racks) {
    const double real_servers = static_cast<double>(group.servers()) * group.represents;
    peak += real_servers * platform.servers[group.server.index].power.peak;
  }
  return peak;
}

HubState hub_load(const Hub& hub, const ItDemand& demand, Power design_it, const SiteConditions& at,
                  const HubDecisions& decisions, const HubStores&, Duration dt) {
  return load_at({hub, design_it, at, decisions, dt}, demand, 1.0);
}

HubState solve_hub(const Hub& hub, const ItDemand& demand, Power design_it, const SiteConditions& at,
                   const HubDecisions& decisions, const HubOutages& outages, HubStores& stores, Duration dt) {
  const Interval now{hub, design_it, at, decisions, dt};
  HubState state = outages.any() ? load_in_outage(now, demand, outages, stores) : load_at(now, demand, 1.0);
  Power net = state.facility() - at.renewable_power();  // from outside where positive, to spare where negative
  if (hub.battery) {
    const BatteryFlow flow = battery_flow(*hub.battery, stores.battery, std::max(-net, Power{}),
                                          std::max(net, Power{}), rule_in_force(hub, decisions, outages), dt);
    stores.battery = stored_after(*hub.battery, stores.battery, flow);
    state.charge = flow.charge / dt;
    state.discharge = flow.discharge / dt;
    state.charge_from_grid = flow.charge_from_grid / dt;
    state.battery_loss = (flow.charge_loss + flow.discharge_loss) / dt;
    net += (flow.drawn() - flow.delivered()) / dt;
  }
  state.grid = std::max(net, Power{});
  // Without a feed only rounding is left, of the last halving and of the battery's square root.
  HUBWATT_ENSURES(!outages.feed || state.grid <= 1e-9 * (state.facility() + at.renewable_power()));
  state.curtailed = std::max(-net, Power{});
  const Power direct_curtailed = std::min(state.curtailed, at.direct.power);
  const Power on_site_curtailed = std::min(state.curtailed - direct_curtailed, at.on_site.power);
  state.direct_used = at.direct.power - direct_curtailed;
  state.on_site_used = at.on_site.power - on_site_curtailed;
  return state;
}

}  // namespace hubwatt
