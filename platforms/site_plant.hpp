// One hub over one interval in which nothing changes: from the IT load, the weather and the decisions in force to
// every power in the building and at its border. Pure; it does not know time, jobs or files. The ledger adds up
// what it returns and checks that it balances.
//
//   Busbar:   on-site + direct + grid + delivered by the battery
//               = IT + cooling + chain losses + other + drawn by the battery + curtailed
//   Surplus (renewables beyond the load) charges the battery as far as the rule allows and is curtailed beyond;
//   nothing is fed into the grid. A deficit is met by the battery as far as the rule allows, then by the grid.
//   Curtailment takes direct supply first, so that a hub's own plant is used before one that is paid for.
#pragma once

#include "models/battery.hpp"
#include "models/cooling.hpp"
#include "models/power_chain.hpp"
#include "models/psychrometrics.hpp"
#include "platforms/hub.hpp"

namespace hubwatt {

// Renewable power of one contract kind at this moment, with the factor and the price of its kilowatt-hours.
struct ContractSupply {
  Power power{};
  CarbonIntensity carbon{};
  Price price{};
};

// What the hub meets from outside, constant over the interval.
struct SiteConditions {
  Weather weather;
  CarbonIntensity grid_carbon{};
  CarbonIntensity residual_carbon{};
  Price price{};                      // with the time-of-use factor
  double grid_renewable_share = 0.0;  // of what the grid delivers
  double claimable_share = 0.0;       // the same where its attributes come with it, else 0
  ContractSupply on_site, direct, certificates;

  Power renewable_power() const { return on_site.power + direct.power; }
};

// Mean powers over the interval. The battery's are at the cell; its conversion losses are in chain_loss().
struct HubState {
  Power it{};
  ChainLosses chain;
  CoolingState cooling;
  Power other{};
  Power charge{}, discharge{}, battery_loss{};
  Power charge_from_grid{};
  Power grid{};
  Power on_site_used{}, direct_used{}, curtailed{};

  Power chain_loss() const { return chain.total() + battery_loss; }
  Power facility() const { return it + cooling.total() + chain_loss() + other; }
  Power sources(const SiteConditions& at) const { return grid + at.renewable_power() + discharge; }
  Power sinks() const { return facility() + charge + curtailed; }
};

// The IT power the plant is sized for: as the file says, else the peak of all servers installed.
Power design_it_power(const Hub& hub, const Platform& platform);

// The hub's load with the battery left out: what supply decisions are made on.
HubState hub_load(const Hub& hub, Power it, Power design_it, const SiteConditions& at,
                  const CoolingSetting& cooling);

// `stored` within the battery's limits (ignored without one); dt > 0. Updates `stored`.
HubState solve_hub(const Hub& hub, Power it, Power design_it, const SiteConditions& at,
                   const CoolingSetting& cooling, const BatteryRule& rule, Energy& stored, Duration dt);

}  // namespace hubwatt
