// Sums of one hub (or of several: tallies add) over a stretch of time: every energy from source to sink, and what
// the KPIs need beside. Accelerator and server times are weighted by what a simulated rack represents.
#pragma once

#include "models/quantity.hpp"
#include "platforms/site_plant.hpp"

namespace hubwatt {

// The IT side of a hub during an interval.
struct ItLoad {
  Power power{};
  Power idle{};                    // part of it: all servers switched on and without work
  Power jobs{}, services{};        // parts of it, above idle
  double accelerators = 0.0;       // installed
  double accelerators_held = 0.0;  // by jobs and services
  double accelerators_active = 0.0;  // the same, each weighted by its activity
  double servers = 0.0;            // installed
  double servers_working = 0.0;    // with any work
};

struct Tally {
  Duration time{};
  // Sinks.
  Energy it{}, cooling{}, chain_loss{}, other{}, charge{}, curtailed{};
  // Sources. Generation counts gross; what was curtailed is a sink.
  Energy grid{}, on_site{}, direct{}, discharge{};
  // Parts of the above.
  Energy it_idle{}, it_jobs{}, it_services{};
  Energy on_site_used{}, direct_used{};
  Energy distribution_loss{}, rack_supply_loss{};
  Energy charge_from_grid{};
  Energy certificates{};         // attributes bought beside the energy
  Energy grid_attributes{};      // grid energy whose renewable share may be claimed
  Energy free_cooled{};          // IT energy times the share of heat moved without a compressor
  // Hourly matching.
  Energy carbon_free_matched{};  // min(carbon-free supply, load), hour by hour
  Energy carbon_free_grid{};     // the grid's share of what was left
  // Consequences.
  Carbon grid_carbon{};          // at the grid's factor
  Carbon residual_carbon{};      // at the residual factor, all of the grid energy
  Carbon attributes_residual{};  // the part of it that claimable grid shares stand for
  Carbon contract_carbon{};      // of on-site and direct energy used, at their own factors
  Carbon certificate_carbon{};
  Water water{};
  Money cost{};
  // Equipment, in units times time.
  Duration accelerators{}, accelerators_held{}, accelerators_active{};
  Duration servers{}, servers_working{};

  Energy facility() const { return it + cooling + chain_loss + other; }
  Energy sources() const { return grid + on_site + direct + discharge; }
  Energy sinks() const { return facility() + charge + curtailed; }

  void add(const HubState& state, const ItLoad& load, const SiteConditions& at, Duration dt);
  Tally& operator+=(const Tally& other_tally);
};

}  // namespace hubwatt
