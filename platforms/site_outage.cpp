#include <algorithm>

#include "platforms/site_load.hpp"

namespace hubwatt {
namespace {

// The most IT power that what is left of the power chain and of the cooling carries.
Power plant_limit(const Interval& now) {
  const PowerChain& chain = now.hub.power_chain;
  const FailedModules& failed = now.outages.modules;
  Power limit = std::min({chain_capacity(chain, now.design_it, Stage::transformer, failed.transformer),
                          chain_capacity(chain, now.design_it, Stage::ups, failed.ups),
                          chain_capacity(chain, now.design_it, Stage::distribution, failed.distribution)});
  if (now.outages.cooling_units > 0)
    limit = std::min(limit, cooling_capacity(now.hub.cooling, now.design_it, now.outages.cooling_units));
  return limit;
}

// Asks the battery itself, since what leaks from it is not there to be given.
bool battery_covers(const Interval& now, Power deficit) {
  if (!now.hub.battery) return false;
  const Battery battery = battery_now(now);
  const BatteryFlow flow =
      battery_flow(battery, now.stores.battery, {}, deficit, {{}, {}, battery.power}, now.dt);
  return flow.delivered() >= (1.0 - 1e-12) * deficit * now.dt;
}

bool carries(const Interval& now, const HubState& load, Power limit) {
  if (load.it > limit) return false;
  if (!now.outages.feed) return true;
  const Power deficit = load.facility() - now.at.renewable_power() - generator_reach(now);
  return deficit <= Power{} || battery_covers(now, deficit);
}

HubState dark(const ItDemand& demand, const HubState& without_servers) {
  HubState state;
  state.not_served = demand.power;
  state.cooling.supply = without_servers.cooling.supply;
  state.cooling.inlet = without_servers.cooling.inlet;
  state.failure_rate = without_servers.failure_rate;
  return state;
}

}  // namespace

// The cold store carries what failed chillers do not, whatever the policy wanted to keep it for.
HubState load_in_outage(const Interval& given, const ItDemand& demand) {
  HubDecisions decisions = given.decisions;
  if (given.outages.cooling_units > 0) decisions.cold = StorageAction::discharge;
  const Interval now{given.hub, given.design_it, given.at, decisions, given.outages, given.stores, given.dt};
  Power limit = plant_limit(now);
  if (now.outages.cooling_units > 0 && now.hub.cold_store) {
    // Heat per IT power is a constant of the plant.
    const Power heat = chilled_heat(now.hub.cooling, demand.power);
    const ColdFlow most =
        cold_flow(*now.hub.cold_store, now.stores.cold, StorageAction::discharge, heat, {}, now.dt);
    if (heat > Power{}) limit += demand.power * (most.discharge / heat);
  }

  HubState load = load_at(now, demand, 1.0);
  if (carries(now, load, limit)) return load;
  load = load_at(now, demand, 0.0);
  if (!carries(now, load, limit)) return dark(demand, load);
  double low = 0.0, high = 1.0;
  for (int halving = 0; halving < 50; ++halving) {
    const double middle = 0.5 * (low + high);
    const HubState tried = load_at(now, demand, middle);
    if (carries(now, tried, limit))
      low = middle, load = tried;
    else
      high = middle;
  }
  return load;
}

bool may_run(const Interval& now, const Generator& set, Power deficit) {
  if (now.outages.feed) return now.outages.feed_out_for >= set.start_delay;
  const Power wanted = std::min(deficit, set.total_capacity());
  return set.duty == GeneratorDuty::prime && wanted > Power{} && cheaper_than_grid(set, wanted, now.at.price);
}

Power generator_reach(const Interval& now) {
  Power reach{};
  for (const Generator& set : now.hub.generators)
    if (now.outages.feed_out_for >= set.start_delay) reach += set.total_capacity();
  return reach;
}

}  // namespace hubwatt
