#include "scenarios/held_work.hpp"

#include <algorithm>

#include "models/contract.hpp"

namespace hubwatt {

namespace {

// Above idle, of one simulated accelerator at that activity.
Power above_idle(const HubServers& servers, std::uint32_t pool, double activity) {
  const PoolFigures& figures = servers.figures()[pool];
  double real = 0.0;
  for (const std::uint32_t each : figures.represents) real += each;
  const double share = servers.power_share(pool, activity, servers.frequency(pool, activity));
  return real / static_cast<double>(figures.represents.size()) * share * figures.active_per_accelerator;
}

// The power of that work on servers `as`.
Power moved(const PoolWork& work, std::uint32_t pool, const HubServers& were, const HubServers& as) {
  if (work.parts == 0 || work.accelerators <= 0.0) return work.above_idle;
  const double activity = std::clamp(work.active / work.accelerators, 0.0, 1.0);
  const Power was = above_idle(were, pool, activity);
  return was > Power{} ? work.above_idle * (above_idle(as, pool, activity) / was) : work.above_idle;
}

double held(const PoolUse& use) {
  return use.jobs.accelerators + use.services.accelerators;
}

double active(const PoolUse& use) {
  return use.jobs.active + use.services.active;
}

}  // namespace

bool same_pools(const HubServers& a, const HubServers& b) {
  return std::equal(a.figures().begin(), a.figures().end(), b.figures().begin(), b.figures().end(),
                    [](const PoolFigures& p, const PoolFigures& q) { return p.type == q.type; });
}

AskedOfHub held_work(const StepSample& sample, std::span<const PoolUse> uses, const HubServers& were,
                     const HubServers& as) {
  HUBWATT_EXPECTS(same_pools(were, as) && sample.uses.size() == were.figures().size());
  HUBWATT_EXPECTS(uses.size() == sample.uses.size());
  AskedOfHub out{sample.load, sample.fans};
  // Fresh servers are all awake and without work.
  out.load.idle += as.load().idle - were.load().idle;
  out.fans += as.fan_load();
  out.fans -= were.fan_load();
  for (std::uint32_t pool = 0; pool < sample.uses.size(); ++pool) {
    const PoolUse &was = sample.uses[pool], &is = uses[pool];
    const Power idle_was = were.beyond_idle(pool, was.asleep, was.waking);
    const Power idle_is = as.beyond_idle(pool, was.asleep, was.waking);
    const Power jobs = moved(is.jobs, pool, were, as), services = moved(is.services, pool, were, as);
    out.load.idle += idle_is - idle_was;
    out.load.jobs += jobs - was.jobs.above_idle;
    out.load.services += services - was.services.above_idle;
    out.load.accelerators_held += held(is) - held(was);
    out.load.accelerators_active += active(is) - active(was);
    out.fans += fan_load(as.figures()[pool].fans, idle_is + jobs + services);
    out.fans -= fan_load(were.figures()[pool].fans, idle_was + was.jobs.above_idle + was.services.above_idle);
  }
  const Power parts = out.load.idle + out.load.jobs + out.load.services;
  out.load.power += parts - (sample.load.idle + sample.load.jobs + sample.load.services);
  return out;
}

}  // namespace hubwatt
