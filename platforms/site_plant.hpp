// One hub over one interval in which nothing changes: from the IT load, the weather, the decisions in force and what
// is out of service to every power in the building and at its border. Pure; it does not know time, jobs or files. The
// ledger adds up what it returns and checks that it balances.
//
//   Busbar:   on-site + direct + generators + grid + discharge of the battery
//               = IT + cooling + chain losses + other + charge of the battery + curtailed
//   (charge and discharge at the cells; conversion losses and self-discharge are chain losses)
//   Surplus (renewables beyond the load) charges the battery as far as the rule allows and is curtailed beyond;
//   nothing is fed into the grid. A deficit is met by generators as far as they run, then by the battery as far as
//   the rule allows, then by the grid. Curtailment takes direct supply first, so that a hub's own plant is used
//   before one that is paid for.
//   Warm air:  the servers' fans draw more above 25 degC at the inlet; that is IT power.
//   Cold store: the plant cools it besides the hall, or it carries part of the hall's heat.
//   Heat reuse: a heat pump takes heat before the plant does; its power is cooling power.
//   Out of service: where plant or supply cannot carry the load, IT power is cut to what they can, and the rest is
//   not served (site_outage.cpp).
#pragma once

#include "models/air_class.hpp"
#include "models/battery.hpp"
#include "models/calendar.hpp"
#include "models/cooling.hpp"
#include "models/generator.hpp"
#include "models/heat_reuse.hpp"
#include "models/power_chain.hpp"
#include "models/psychrometrics.hpp"
#include "models/server_fans.hpp"
#include "models/thermal_storage.hpp"
#include "platforms/hub.hpp"
#include "platforms/outage.hpp"

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
  LocalHour hour;

  Power renewable_power() const { return on_site.power + direct.power; }
};

// What the servers ask for: their power with air of 25 degC or less, and their fans.
struct ItDemand {
  Power power{};
  FanLoad fans;
};

// What policies decided for the step.
struct HubDecisions {
  CoolingSetting cooling;
  StorageAction cold = StorageAction::rest;
  BatteryRule battery;
};

// What is kept from one interval to the next.
struct HubStores {
  Energy battery{};             // at the cells
  double battery_health = 1.0;  // share of its capacity that wear has left
  Energy cold{};                // heat the cold store can still take up
};

// Mean powers over the interval. The battery's are at the cell; its losses are in chain_loss().
struct HubState {
  Power it{};       // delivered, fans included
  Power it_fans{};  // part of it, beyond the figures of the server types
  Power not_served{};
  ChainLosses chain;
  CoolingState cooling;
  Power other{};
  Power charge{}, discharge{}, battery_loss{};
  Power charge_from_grid{};
  Power grid{};
  Power on_site_used{}, direct_used{}, curtailed{};
  GeneratorState generated;
  ColdFlow cold;              // heat
  HeatReuseState heat;        // heat, and the pump's power
  double failure_rate = 1.0;  // of servers at this inlet over that at 20 degC

  Power cooling_power() const { return cooling.total() + heat.pump; }
  Power chain_loss() const { return chain.total() + battery_loss; }
  Power facility() const { return it + cooling_power() + chain_loss() + other; }
  Power sources(const SiteConditions& at) const {
    return grid + at.renewable_power() + generated.output + discharge;
  }
  Power sinks() const { return facility() + charge + curtailed; }
};

// The IT power the plant is sized for: as the file says, else the peak of all servers installed.
Power design_it_power(const Hub& hub, const Platform& platform);

// The hub's load before any supply: what supply decisions are made on. dt > 0; `stores` as they are at its start.
HubState hub_load(const Hub& hub, const ItDemand& demand, Power design_it, const SiteConditions& at,
                  const HubDecisions& decisions, const HubStores& stores, Duration dt);

// `stores` within their limits (ignored where the hub has none); dt > 0. Updates `stores`.
HubState solve_hub(const Hub& hub, const ItDemand& demand, Power design_it, const SiteConditions& at,
                   const HubDecisions& decisions, const HubOutages& outages, HubStores& stores, Duration dt);

}  // namespace hubwatt
