#include "scenarios/site.hpp"

#include <algorithm>

#include "models/units.hpp"

namespace hubwatt {

namespace {
HubStores stores_at_start(const Hub& hub) {
  HubStores stores;
  if (hub.battery) stores.battery = hub.battery->initial_charge * hub.battery->capacity;
  if (hub.cold_store) stores.cold = hub.cold_store->initial_charge * hub.cold_store->capacity;
  return stores;
}

std::optional<BatteryWear> wear_of(const Hub& hub) {
  if (!hub.battery || !hub.battery->ageing) return std::nullopt;
  return BatteryWear(*hub.battery->ageing, hub.battery->initial_charge);
}
}  // namespace

Site::Site(const Hub& hub, std::uint32_t index, const Platform& platform, std::uint64_t seed, JobTable& jobs,
           HubQueue::Started started)
    : servers(hub, platform),
      queue(index, jobs, servers.make_pools(), std::move(started)),
      source(hub, seed),
      meter(stores_at_start(hub)),
      stores(stores_at_start(hub)),
      hub_(hub),
      index_(index),
      design_it_(design_it_power(hub, platform)),
      demand_(hub.grid.demand_charge),
      wear_(wear_of(hub)) {}

std::uint32_t Site::widest_job() const {
  std::uint32_t widest = 0;
  for (const ServerPool& pool : queue.pools()) widest = std::max(widest, pool.servers() * pool.accelerators_per_server());
  return widest;
}

void Site::begin_hour(std::int64_t utc_seconds) {
  conditions = source.at(utc_seconds);
  hour_utc_ = utc_seconds;
}

void Site::account(double now_s) {
  const double begin_s = accounted_s_, elapsed = now_s - begin_s;
  if (elapsed <= 0.0) return;
  accounted_s_ = now_s;
  const Duration dt = elapsed * unit::second;
  ItLoad load = servers.load();
  if (it_meter != nullptr) load.power = load.idle + (*it_meter)(index_) / dt;
  if (samples) sample(begin_s, now_s, load);
  const ItDemand demand{load.power, servers.fan_load()};
  const HubState state = solve_hub(hub_, demand, design_it_, conditions, decisions, outages, stores, dt);
  facility_ = state.facility();
  inlet_ = state.cooling.inlet;
  loads.add(facility_, dt);
  if (outage_book != nullptr) outage_book->not_served(index_, now_s - elapsed, state.not_served, dt);
  meter.add(state, load, conditions, stores.battery, dt);
  if (wear_) wear_->add(stores.battery / hub_.battery->capacity, dt);
}

// Before the interval is solved: with the stores as it found them.
void Site::sample(double begin_s, double end_s, const ItLoad& load) {
  const Duration stands_for = samples->stands_for(begin_s, end_s);
  if (stands_for <= Duration{}) return;
  const Duration dt = (end_s - begin_s) * unit::second;
  samples->keep({hour_utc_, dt, stands_for, load, servers.fan_load(), servers.uses(),
                 work_parts(queue, servers, begin_s), conditions, decisions, outages, stores});
}

Power Site::month_peak(std::int64_t utc_seconds) const {
  if (!metered_utc_) return {};
  const LocalHour metered = local_hour(*metered_utc_, hub_.utc_offset), now = local_hour(utc_seconds, hub_.utc_offset);
  const bool same_month = metered.year == now.year && metered.month == now.month;
  return same_month ? demand_.month_peak() : Power{};
}

Tally Site::end_step(std::int64_t begin_utc, Closing closing) {
  const Tally& step = meter.step();
  if (step.time > Duration{}) {
    Money bill = demand_.add(local_hour(begin_utc, hub_.utc_offset), step.grid / step.time, step.time);
    if (closing == Closing::yes) bill += demand_.close();
    meter.bill(bill);
    metered_utc_ = begin_utc;
  }
  if (wear_) {
    stores.battery_health = wear_->health();
    const Energy kept = stored_within(worn(*hub_.battery, stores.battery_health), stores.battery);
    meter.lose(stores.battery - kept);
    stores.battery = kept;
  }
  return meter.end_step();
}

}  // namespace hubwatt
