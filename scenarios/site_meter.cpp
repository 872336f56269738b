#include "scenarios/site_meter.hpp"

#include <algorithm>
#include <cmath>

namespace hubwatt {

void SiteMeter::add(const HubState& state, const ItLoad& load, const SiteConditions& at, Energy stored_after,
                    Duration dt) {
  step_.add(state, load, at, dt);
  const Energy charged = state.charge * dt;
  const Energy discharged = state.discharge * dt;
  const Energy green_in = charged - state.charge_from_grid * dt;
  const Energy before = stored_after - charged + discharged;
  const double green_share = before > Energy{} ? std::min(1.0, stored_green_ / before) : 0.0;
  stored_green_ += green_in - green_share * discharged;
  hour_load_ += state.facility() * dt;
  hour_generated_ += state.generated.output * dt;
  hour_supply_ += (state.on_site_used + state.direct_used) * dt - green_in + green_share * discharged;
}

// Conversion losses are load of the hour they fall in, so supply is counted at the cell on both sides.
void SiteMeter::end_hour(double grid_renewable_share) {
  step_.carbon_free_matched += std::min(hour_supply_, hour_load_);
  const Energy bought = std::max(hour_load_ - hour_supply_ - hour_generated_, Energy{});
  step_.carbon_free_grid += grid_renewable_share * bought;
  hour_load_ = hour_supply_ = hour_generated_ = Energy{};
}

Tally SiteMeter::end_step() {
  const Tally ended = step_;
  if (ended.time > Duration{}) peak_ = std::max(peak_, ended.facility() / ended.time);
  total_ += ended;
  step_ = Tally{};
  return ended;
}

double SiteMeter::relative_error(const HubStores& now) const {
  const auto gap = [](Energy a, Energy b, Energy scale) {
    return scale > Energy{} ? std::abs((a - b) / scale) : std::abs((a - b).base());
  };
  const Energy sources = total_.sources();
  const double busbar = gap(sources, total_.sinks(), sources);
  const Energy parts = total_.it_idle + total_.it_jobs + total_.it_services + total_.it_fans;
  const double equipment = gap(total_.it, parts - total_.it_not_served, parts);
  const Energy through = total_.charge + total_.discharge + at_start_.battery;
  const double battery = gap(now.battery - at_start_.battery, total_.charge - total_.discharge, through);
  const Energy cold_out = total_.cold_discharge + total_.cold_loss;
  const Energy cold_through = total_.cold_charge + cold_out + at_start_.cold;
  const double cold = gap(now.cold - at_start_.cold, total_.cold_charge - cold_out, cold_through);
  return std::max({busbar, equipment, battery, cold});
}

}  // namespace hubwatt
