#include "platforms/site_plant.hpp"

#include <algorithm>

namespace hubwatt {

Power design_it_power(const Hub& hub, const Platform& platform) {
  if (hub.design_it_power) return *hub.design_it_power;
  Power peak{};
  for (const RackGroup& group : hub.racks) {
    const double real_servers = static_cast<double>(group.servers()) * group.represents;
    peak += real_servers * platform.servers[group.server.index].power.peak;
  }
  return peak;
}

HubState hub_load(const Hub& hub, Power it, Power design_it, const SiteConditions& at,
                  const CoolingSetting& cooling) {
  HubState state;
  state.it = it;
  state.cooling = cooling_state(hub.cooling, it, design_it, at.weather, cooling);
  state.other = other_power(hub.power_chain, design_it);
  state.chain = chain_losses(hub.power_chain, it, state.cooling.total() + state.other, design_it);
  return state;
}

HubState solve_hub(const Hub& hub, Power it, Power design_it, const SiteConditions& at,
                   const CoolingSetting& cooling, const BatteryRule& rule, Energy& stored, Duration dt) {
  HubState state = hub_load(hub, it, design_it, at, cooling);
  const Power renewable = at.renewable_power();
  Power net = state.facility() - renewable;  // from outside where positive, to spare where negative
  if (hub.battery) {
    const BatteryFlow flow =
        battery_flow(*hub.battery, stored, std::max(-net, Power{}), std::max(net, Power{}), rule, dt);
    stored = stored_after(*hub.battery, stored, flow);
    state.charge = flow.charge / dt;
    state.discharge = flow.discharge / dt;
    state.charge_from_grid = flow.charge_from_grid / dt;
    state.battery_loss = (flow.charge_loss + flow.discharge_loss) / dt;
    net += (flow.drawn() - flow.delivered()) / dt;
  }
  state.grid = std::max(net, Power{});
  state.curtailed = std::max(-net, Power{});
  const Power direct_curtailed = std::min(state.curtailed, at.direct.power);
  const Power on_site_curtailed = std::min(state.curtailed - direct_curtailed, at.on_site.power);
  state.direct_used = at.direct.power - direct_curtailed;
  state.on_site_used = at.on_site.power - on_site_curtailed;
  return state;
}

}  // namespace hubwatt
