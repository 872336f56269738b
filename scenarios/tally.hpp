// Sums of one hub (or of several: tallies add) over a stretch of time: every energy from source to sink, and what
// the KPIs need beside. Accelerator and server times are weighted by what a simulated rack represents.
#pragma once

#include "models/quantity.hpp"
#include "platforms/site_plant.hpp"

namespace hubwatt {

// The IT side of a hub during an interval.
struct ItLoad {
  Power power{};
  Power idle{};                      // part of it: all servers switched on and without work
  Power jobs{}, services{};          // parts of it, above idle; what fans draw more in warm air comes on top
  double accelerators = 0.0;         // installed
  double accelerators_held = 0.0;    // by jobs and services
  double accelerators_active = 0.0;  // the same, each weighted by its activity
  double servers = 0.0;              // installed
  double servers_working = 0.0;      // with any work
};

struct Tally {
  Duration time{};
  // Sinks.
  Energy it{}, cooling{}, chain_loss{}, other{}, charge{}, curtailed{};
  // Sources. Generation counts gross; what was curtailed is a sink.
  Energy grid{}, on_site{}, direct{}, discharge{}, generated{};
  // Parts of the above; it = idle + jobs + services + fans - not served.
  Energy it_idle{}, it_jobs{}, it_services{}, it_fans{}, it_not_served{};
  Energy on_site_used{}, direct_used{};
  Energy distribution_loss{}, rack_supply_loss{};
  Energy charge_from_grid{};
  Energy certificates{};     // attributes bought beside the energy
  Energy grid_attributes{};  // grid energy whose renewable share may be claimed
  Energy free_cooled{};      // IT energy times the share of heat moved without a compressor
  // Heat, no electricity: left the site for use; went into, came out of and leaked from the cold store.
  Energy heat_reused{}, cold_charge{}, cold_discharge{}, cold_loss{};
  Energy fuel{};  // heating value burnt by generators
  // Hourly matching.
  Energy carbon_free_matched{};  // min(carbon-free supply, load), hour by hour
  Energy carbon_free_grid{};     // the grid's share of what was left
  // Consequences.
  Carbon grid_carbon{};          // at the grid's factor
  Carbon residual_carbon{};      // at the residual factor, all of the grid energy
  Carbon attributes_residual{};  // the part of it that claimable grid shares stand for
  Carbon contract_carbon{};      // of on-site and direct energy used, at their own factors
  Carbon certificate_carbon{};
  Carbon fuel_carbon{};
  Water water{};
  Money cost{};  // all of it
  // Parts of it: energy from the grid, for each month's peak, own and direct supply, certificates, fuel.
  Money grid_cost{}, demand_charge{}, supply_cost{}, certificate_cost{}, fuel_cost{};
  // Equipment, in units times time.
  Duration accelerators{}, accelerators_held{}, accelerators_active{};
  Duration servers{}, servers_working{};
  // Hours of a kind.
  Duration all_free{}, partly_free{};  // all heat moved without a compressor; some of it
  Duration not_served{};               // some IT load was shed
  Duration failure_weight{};           // time x relative failure rate at the servers' inlet

  Energy facility() const { return it + cooling + chain_loss + other; }
  Energy sources() const { return grid + on_site + direct + discharge + generated; }
  Energy sinks() const { return facility() + charge + curtailed; }

  void add(const HubState& state, const ItLoad& load, const SiteConditions& at, Duration dt);
  Tally& operator+=(const Tally& other_tally);
  Tally& operator-=(const Tally& other_tally);
  Tally& operator*=(double factor);
};

// `run` as `changed` differs from `base`: each sum by their ratio, by their difference where the base has none.
Tally in_proportion(Tally run, const Tally& base, const Tally& changed);

}  // namespace hubwatt
