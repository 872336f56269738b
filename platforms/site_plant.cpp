#include "platforms/site_plant.hpp"

#include <algorithm>

#include "models/contract.hpp"
#include "platforms/site_load.hpp"

namespace hubwatt {
namespace {

void add(GeneratorState& sum, const GeneratorState& one, double share) {
  sum.sets_running += one.sets_running;
  sum.output += share * one.output;
  sum.dumped += share * one.dumped;
  sum.fuel += share * one.fuel;
  sum.carbon += share * one.carbon;
  sum.cost += share * one.cost;
}

// In the order of the file, each set takes what those before it left. Sets that do not run are tested in their hours.
GeneratorState generate(const Interval& now, Power deficit) {
  GeneratorState sum;
  for (const Generator& set : now.hub.generators) {
    const Power left = std::max(deficit - sum.output, Power{});
    if (may_run(now, set, left)) {
      add(sum, run_generator(set, left), 1.0);
    } else if (!now.outages.feed) {
      if (const double tested = test_share(set, now.at.hour); tested > 0.0)
        add(sum, test_generator(set), tested);
    }
  }
  return sum;
}

BatteryRule rule_in_force(const Interval& now) {
  if (!now.outages.feed) return now.decisions.battery;
  return {now.decisions.battery.charge_from_surplus, {}, now.hub.battery->power};
}

void use_battery(const Interval& now, const Battery& battery, Power& net, HubStores& stores,
                 HubState& state) {
  const BatteryFlow flow = battery_flow(battery, stores.battery, std::max(-net, Power{}),
                                        std::max(net, Power{}), rule_in_force(now), now.dt);
  stores.battery = stored_after(battery, stores.battery, flow);
  state.charge = flow.charge / now.dt;
  state.discharge = flow.discharge / now.dt;
  state.charge_from_grid = flow.charge_from_grid / now.dt;
  state.battery_loss = (flow.charge_loss + flow.discharge_loss) / now.dt;
  net += (flow.drawn() - flow.delivered()) / now.dt;
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
                  const HubDecisions& decisions, const HubStores& stores, Duration dt) {
  return load_at({hub, design_it, at, decisions, HubOutages{}, stores, dt}, demand, 1.0);
}

HubState solve_hub(const Hub& hub, const ItDemand& demand, Power design_it, const SiteConditions& at,
                   const HubDecisions& decisions, const HubOutages& outages, HubStores& stores, Duration dt) {
  const Interval now{hub, design_it, at, decisions, outages, stores, dt};
  HubState state = outages.any() ? load_in_outage(now, demand) : load_at(now, demand, 1.0);
  if (hub.cold_store) stores.cold = stored_after(*hub.cold_store, stores.cold, state.cold, dt);

  Power net =
      state.facility() - at.renewable_power();  // from outside where positive, to spare where negative
  if (!hub.generators.empty()) {
    state.generated = generate(now, std::max(net, Power{}));
    net -= state.generated.output;
  }
  if (hub.battery && stores.battery_health < 1.0)
    use_battery(now, battery_now(now), net, stores, state);
  else if (hub.battery)
    use_battery(now, *hub.battery, net, stores, state);
  // Without a feed only rounding is left: of the last halving, and of the battery's square root.
  HUBWATT_ENSURES(!outages.feed || net <= 1e-9 * (state.facility() + at.renewable_power()));
  // What a battery or a generator was to cover exactly leaves a last bit.
  const Power last_bits = 1e-14 * (state.facility() + at.renewable_power());
  if (net < last_bits && net > -last_bits) net = {};
  state.grid = std::max(net, Power{});
  state.curtailed = std::max(-net, Power{});
  const Power direct_curtailed = std::min(state.curtailed, at.direct.power);
  const Power on_site_curtailed = std::min(state.curtailed - direct_curtailed, at.on_site.power);
  state.direct_used = at.direct.power - direct_curtailed;
  state.on_site_used = at.on_site.power - on_site_curtailed;
  return state;
}

}  // namespace hubwatt
