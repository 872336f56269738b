#include "scenarios/site.hpp"

#include <algorithm>

#include "models/units.hpp"

namespace hubwatt {

namespace {
Energy charge_at_start(const Hub& hub) {
  return hub.battery ? hub.battery->initial_charge * hub.battery->capacity : Energy{};
}
}  // namespace

Site::Site(const Hub& hub, std::uint32_t index, const Platform& platform, std::uint64_t seed, JobTable& jobs,
           HubQueue::Started started)
    : servers(hub, platform),
      queue(index, jobs, servers.make_pools(), std::move(started)),
      source(hub, seed),
      meter(charge_at_start(hub)),
      stores{charge_at_start(hub)},
      hub_(hub),
      index_(index),
      design_it_(design_it_power(hub, platform)) {}

std::uint32_t Site::widest_job() const {
  std::uint32_t widest = 0;
  for (const ServerPool& pool : queue.pools()) widest = std::max(widest, pool.servers() * pool.accelerators_per_server());
  return widest;
}

void Site::begin_hour(std::int64_t utc_seconds) { conditions = source.at(utc_seconds); }

void Site::account(double now_s) {
  const double elapsed = now_s - accounted_s_;
  if (elapsed <= 0.0) return;
  accounted_s_ = now_s;
  const Duration dt = elapsed * unit::second;
  ItLoad load = servers.load();
  if (it_meter != nullptr) load.power = load.idle + (*it_meter)(index_) / dt;
  const ItDemand demand{load.power, servers.fan_load()};
  const HubState state = solve_hub(hub_, demand, design_it_, conditions, decisions, outages, stores, dt);
  facility_ = state.facility();
  if (outage_book != nullptr) outage_book->not_served(index_, now_s - elapsed, state.not_served, dt);
  meter.add(state, load, conditions, stores.battery, dt);
}

}  // namespace hubwatt
