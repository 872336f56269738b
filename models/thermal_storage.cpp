#include "models/thermal_storage.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/contract.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

// Time after which a store left alone holds the e-th part; without end where it loses nothing.
Duration time_constant(const ThermalStorage& store) {
  if (store.loss_per_day == 0.0) return Duration(std::numeric_limits<double>::infinity());
  return unit::day / -std::log1p(-store.loss_per_day);
}

bool loses(Duration tau) {
  return std::isfinite(tau.base());
}

// What is left of `stored` under a steady inflow, below 0 an outflow.
Energy after(Energy stored, Power inflow, Duration tau, Duration t) {
  const Duration weighted = loses(tau) ? -std::expm1(-(t / tau)) * tau : t;
  return stored + (inflow - stored / tau) * weighted;
}

// How long a steady inflow above target / tau takes from `stored` up to `target`.
Duration time_to_fill(Energy stored, Energy target, Power inflow, Duration tau) {
  if (!loses(tau)) return (target - stored) / inflow;
  return std::log1p((target - stored) / tau / (inflow - target / tau)) * tau;
}

Duration time_to_empty(Energy stored, Power outflow, Duration tau) {
  return loses(tau) ? std::log1p(stored / tau / outflow) * tau : stored / outflow;
}

// Energy that a store takes of a steady inflow: all of it until full, then no more than it loses.
Energy charged(const ThermalStorage& store, Energy stored, Power inflow, Duration tau, Duration dt) {
  const Power holding = store.capacity / tau;
  if (inflow <= holding || after(stored, inflow, tau, dt) <= store.capacity) return inflow * dt;
  const Duration filling = std::min(time_to_fill(stored, store.capacity, inflow, tau), dt);
  return inflow * filling + holding * (dt - filling);
}

}  // namespace

ColdFlow cold_flow(const ThermalStorage& store, Energy stored, StorageAction action, Power heat, Power spare,
                   Duration dt) {
  HUBWATT_EXPECTS(dt > Duration{});
  HUBWATT_EXPECTS(stored >= Energy{} && stored <= store.capacity);
  HUBWATT_EXPECTS(heat >= Power{});
  const Duration tau = time_constant(store);
  ColdFlow flow;
  Energy left = after(stored, {}, tau, dt);
  if (action == StorageAction::charge) {
    const Power inflow = std::clamp(spare, Power{}, store.charge);
    const Energy in = charged(store, stored, inflow, tau, dt);
    left = std::min(after(stored, inflow, tau, dt), store.capacity);
    flow.charge = in / dt;
  } else if (action == StorageAction::discharge) {
    const Power outflow = std::min(store.discharge, heat);
    if (outflow > Power{} && stored > Energy{}) {
      const Duration giving = std::min(time_to_empty(stored, outflow, tau), dt);
      left = giving < dt ? Energy{} : std::max(after(stored, -outflow, tau, dt), Energy{});
      flow.discharge = outflow * (giving / dt);
    }
  }
  flow.loss = std::max((stored - left) / dt + flow.to_store(), Power{});
  return flow;
}

Energy stored_after(const ThermalStorage& store, Energy stored, const ColdFlow& flow, Duration dt) {
  return std::clamp(stored + (flow.to_store() - flow.loss) * dt, Energy{}, store.capacity);
}

}  // namespace hubwatt
