// The load side of site_plant: what the building draws in an interval, before any supply. Only site_*.cpp include this.
#pragma once

#include "platforms/site_plant.hpp"

namespace hubwatt {

// What is given for an interval.
struct Interval {
  const Hub& hub;
  Power design_it{};
  const SiteConditions& at;
  const HubDecisions& decisions;
  const HubOutages& outages;
  const HubStores& stores;  // at its start
  Duration dt{};
};

// With this share (0..1) of what the servers ask for. The rest counts as not served.
HubState load_at(const Interval& now, const ItDemand& demand, double share);

// With as much as plant and supply can carry while something is out of service; where these cannot even carry the
// building without its servers, it is dark and draws nothing.
HubState load_in_outage(const Interval& now, const ItDemand& demand);

// The hub's battery as wear has left it; there is one.
Battery battery_now(const Interval& now);

// What sets that are up to speed could make, at the busbar.
Power generator_reach(const Interval& now);

// Whether a set may run: in an outage of the feed once it is up to speed, else where its duty is to beat the grid.
bool may_run(const Interval& now, const Generator& set, Power deficit);

}  // namespace hubwatt
