// The meter of one hub: adds intervals up to steps, hours and the whole run, keeps the peak, matches supply and
// load by the hour, and proves at the end that nothing was lost. Also the origin of the battery's charge: what
// came from surplus renewables counts as carbon-free when it is given back, what came from the grid does not.
#pragma once

#include "scenarios/tally.hpp"

namespace hubwatt {

class SiteMeter {
 public:
  explicit SiteMeter(const HubStores& at_start) : at_start_(at_start) {}

  // One interval inside the current step and hour. `stored`: in the battery after it.
  void add(const HubState& state, const ItLoad& load, const SiteConditions& at, Energy stored_after, Duration dt);
  void end_hour(double grid_renewable_share);
  const Tally& step() const { return step_; }  // so far
  void bill(Money demand_charge) { step_.cost += demand_charge, step_.demand_charge += demand_charge; }
  // Charge that a worn battery cannot hold any more: out of the cells, into the losses.
  void lose(Energy charge) { step_.discharge += charge, step_.chain_loss += charge; }
  // Returns the step's sums and begins the next one.
  Tally end_step();

  const Tally& total() const { return total_; }   // of the steps that ended
  Power peak() const { return peak_; }            // highest step mean of the facility
  // Largest relative gap of: busbar, IT (idle + jobs + services + fans - not served), battery, cold store. 0 is perfect.
  double relative_error(const HubStores& now) const;

 private:
  Tally total_, step_;
  Energy hour_load_{}, hour_supply_{}, hour_generated_{};
  HubStores at_start_;
  Energy stored_green_{};  // part of the charge that came from surplus
  Power peak_{};
};

}  // namespace hubwatt
