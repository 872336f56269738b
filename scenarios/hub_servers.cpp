#include "scenarios/hub_servers.hpp"

#include <algorithm>

namespace hubwatt {

ShareFigures& ShareFigures::operator+=(const ShareFigures& b) {
  above_idle += b.above_idle;
  idle_part += b.idle_part;
  accelerators += b.accelerators;
  fans += b.fans;
  return *this;
}

HubServers::HubServers(const Hub& hub, const Platform& platform) {
  for (const RackGroup& group : hub.racks) {
    const ServerType& type = platform.servers[group.server.index];
    const double real = static_cast<double>(group.servers()) * group.represents;
    load_.servers += real;
    const Power idle = real * server_power(type.power, group.background_activity);
    load_.idle += idle;
    idle_fans_ += hubwatt::fan_load(type.fans, idle);
    if (group.background_activity > 0.0) load_.servers_working += real;
    if (type.accelerators() == 0) continue;
    load_.accelerators += real * type.accelerators();
    auto pool = std::find_if(pools_.begin(), pools_.end(), [&](const PoolFigures& p) { return p.type == group.server; });
    if (pool == pools_.end()) {
      const double width = type.accelerators();
      pools_.push_back({group.server,
                        static_cast<std::uint32_t>(type.accelerators()),
                        {},
                        type.power.idle / width,
                        (type.power.peak - type.power.idle) / width,
                        type.fans});
      pool = pools_.end() - 1;
    }
    pool->represents.insert(pool->represents.end(), static_cast<std::size_t>(group.servers()),
                            static_cast<std::uint32_t>(group.represents));
  }
  refresh();
}

std::vector<ServerPool> HubServers::make_pools() const {
  std::vector<ServerPool> pools;
  for (const PoolFigures& pool : pools_)
    pools.emplace_back(static_cast<std::uint32_t>(pool.represents.size()), pool.width);
  return pools;
}

ShareFigures HubServers::figures_of(std::uint32_t pool, const Shares& shares, double activity) const {
  const PoolFigures& p = pools_[pool];
  std::uint64_t held = 0;
  for (const ServerShare& share : shares) held += std::uint64_t{share.accelerators} * p.represents[share.server];
  const auto accelerators = static_cast<double>(held);
  const Power above_idle = accelerators * activity * p.active_per_accelerator;
  return {above_idle, accelerators * p.idle_per_accelerator, accelerators, hubwatt::fan_load(p.fans, above_idle)};
}

void HubServers::took(const ServerPool& pool, std::uint32_t index, const Shares& shares) {
  for (const ServerShare& share : shares)
    if (pool.free_on(share.server) + share.accelerators == pool.accelerators_per_server())
      load_.servers_working += pools_[index].represents[share.server];
}

void HubServers::gave_back(const ServerPool& pool, std::uint32_t index, const Shares& shares) {
  for (const ServerShare& share : shares)
    if (pool.free_on(share.server) == pool.accelerators_per_server())
      load_.servers_working -= pools_[index].represents[share.server];
}

void HubServers::job_started(const ShareFigures& figures, double activity) {
  ++jobs_;
  load_.jobs += figures.above_idle;
  job_fans_ += figures.fans;
  job_accelerators_ += figures.accelerators;
  job_active_ += figures.accelerators * activity;
  refresh();
}

// The last job to leave takes the rounding of all additions with it.
void HubServers::job_ended(const ShareFigures& figures, double activity) {
  --jobs_;
  load_.jobs = jobs_ > 0 ? load_.jobs - figures.above_idle : Power{};
  job_fans_ -= figures.fans;
  if (jobs_ == 0) job_fans_ = FanLoad{};
  job_accelerators_ -= figures.accelerators;
  job_active_ = jobs_ > 0 ? job_active_ - figures.accelerators * activity : 0.0;
  refresh();
}

void HubServers::set_services(const ShareFigures& all, double accelerators_active) {
  load_.services = all.above_idle;
  service_fans_ = all.fans;
  service_accelerators_ = all.accelerators;
  service_active_ = accelerators_active;
  refresh();
}

FanLoad HubServers::fan_load() const {
  FanLoad all = idle_fans_;
  all += job_fans_;
  all += service_fans_;
  return all;
}

void HubServers::refresh() {
  load_.power = load_.idle + load_.jobs + load_.services;
  load_.accelerators_held = job_accelerators_ + service_accelerators_;
  load_.accelerators_active = job_active_ + service_active_;
}

}  // namespace hubwatt
