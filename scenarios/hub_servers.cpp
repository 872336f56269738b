#include "scenarios/hub_servers.hpp"

#include <algorithm>
#include <limits>

#include "models/contract.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

// Racks of one type form one pool as long as they run alike.
bool run_alike(const RackGroup& a, const RackGroup& b) {
  return a.server == b.server && a.power_cap == b.power_cap && a.frequency == b.frequency &&
         a.when_idle == b.when_idle && a.idle_after == b.idle_after;
}

PoolFigures pool_for(const RackGroup& group, const ServerType& type) {
  const double width = type.accelerators();
  PoolFigures pool;
  pool.type = group.server;
  pool.width = static_cast<std::uint32_t>(type.accelerators());
  pool.idle_per_accelerator = type.power.idle / width;
  pool.active_per_accelerator = (type.power.peak - type.power.idle) / width;
  pool.fans = type.fans;
  pool.power = type.power;
  pool.clocks = type.frequency.value_or(Frequency{});
  pool.highest_frequency = highest_state(pool.clocks, group.frequency).value_or(1.0);
  pool.power_cap = group.power_cap;
  return pool;
}

std::optional<IdleRule> idle_rule(const RackGroup& group, const ServerType& type) {
  for (const IdleState& state : type.idle_states)
    if (state.name == group.when_idle) return IdleRule{state, group.idle_after / unit::second};
  return std::nullopt;
}

}  // namespace

ShareFigures& ShareFigures::operator+=(const ShareFigures& b) {
  above_idle += b.above_idle;
  idle_part += b.idle_part;
  accelerators += b.accelerators;
  fans += b.fans;
  return *this;
}

void PoolWork::add(const ShareFigures& figures, double activity) {
  ++parts;
  above_idle += figures.above_idle;
  accelerators += figures.accelerators;
  active += figures.accelerators * activity;
}

void PoolWork::remove(const ShareFigures& figures, double activity) {
  if (parts == 1) {
    *this = PoolWork{};
    return;
  }
  --parts;
  above_idle -= figures.above_idle;
  accelerators -= figures.accelerators;
  active -= figures.accelerators * activity;
}

HubServers::HubServers(const Hub& hub, const Platform& platform) {
  std::vector<const RackGroup*> first_of_pool;
  for (const RackGroup& group : hub.racks) {
    const ServerType& type = platform.servers[group.server.index];
    const double real = static_cast<double>(group.servers()) * group.represents;
    load_.servers += real;
    const Power idle = real * server_power(type.power, group.background_activity);
    all_idle_ += idle;
    all_idle_fans_ += hubwatt::fan_load(type.fans, idle);
    if (group.background_activity > 0.0) load_.servers_working += real;
    pool_of_group_.emplace_back();
    if (type.accelerators() == 0) continue;
    load_.accelerators += real * type.accelerators();
    const auto same = std::find_if(first_of_pool.begin(), first_of_pool.end(),
                                   [&](const RackGroup* first) { return run_alike(*first, group); });
    const auto pool = static_cast<std::uint32_t>(same - first_of_pool.begin());
    if (same == first_of_pool.end()) {
      pools_.push_back(pool_for(group, type));
      first_of_pool.push_back(&group);
    }
    pool_of_group_.back() = pool;
    pools_[pool].represents.insert(pools_[pool].represents.end(), static_cast<std::size_t>(group.servers()),
                                   static_cast<std::uint32_t>(group.represents));
  }
  for (std::size_t pool = 0; pool < pools_.size(); ++pool) {
    idle_.emplace_back();
    if (auto rule = idle_rule(*first_of_pool[pool], platform.servers[pools_[pool].type.index]))
      idle_.back().emplace(std::move(*rule), pools_[pool].represents);
  }
  job_work_.resize(pools_.size());
  service_work_.resize(pools_.size());
  idle_changed();
}

std::vector<ServerPool> HubServers::make_pools() const {
  std::vector<ServerPool> pools;
  for (const PoolFigures& pool : pools_)
    pools.emplace_back(static_cast<std::uint32_t>(pool.represents.size()), pool.width);
  return pools;
}

double HubServers::frequency(std::uint32_t pool, double activity) const {
  const PoolFigures& p = pools_[pool];
  if (!p.power_cap) return p.highest_frequency;
  const auto capped = frequency_for_cap(p.power, p.clocks, *p.power_cap, activity);
  HUBWATT_EXPECTS(capped.has_value());  // at activity 1 it was when the platform was read
  return std::min(*capped, p.highest_frequency);
}

double HubServers::power_share(std::uint32_t pool, double activity, double frequency) const {
  const PoolFigures& p = pools_[pool];
  if (p.plain()) return activity;
  return hubwatt::power_share(p.power, activity) * hubwatt::power_share(p.clocks, frequency);
}

ShareFigures HubServers::figures_of(std::uint32_t pool, const Shares& shares, double activity,
                                    double frequency) const {
  const PoolFigures& p = pools_[pool];
  std::uint64_t held = 0;
  for (const ServerShare& share : shares) held += std::uint64_t{share.accelerators} * p.represents[share.server];
  const auto accelerators = static_cast<double>(held);
  const Power above_idle = accelerators * power_share(pool, activity, frequency) * p.active_per_accelerator;
  return {above_idle, accelerators * p.idle_per_accelerator, accelerators, hubwatt::fan_load(p.fans, above_idle)};
}

ShareFigures HubServers::figures_of(std::uint32_t pool, const Shares& shares, double activity) const {
  const double clock = pools_[pool].plain() ? 1.0 : frequency(pool, activity);
  return figures_of(pool, shares, activity, clock);
}

void HubServers::took(const ServerPool& pool, std::uint32_t index, const Shares& shares, double now_s) {
  for (const ServerShare& share : shares) {
    if (pool.free_on(share.server) + share.accelerators != pool.accelerators_per_server()) continue;
    load_.servers_working += pools_[index].represents[share.server];
    if (idle_[index]) idle_[index]->take(share.server, now_s);
  }
  if (idle_[index]) idle_changed();
}

void HubServers::gave_back(const ServerPool& pool, std::uint32_t index, const Shares& shares, double now_s) {
  for (const ServerShare& share : shares) {
    if (pool.free_on(share.server) != pool.accelerators_per_server()) continue;
    load_.servers_working -= pools_[index].represents[share.server];
    if (idle_[index]) idle_[index]->release(share.server, now_s);
  }
}

double HubServers::awake_s(std::uint32_t pool, const Shares& shares, double now_s) const {
  double awake = now_s;
  if (!idle_[pool]) return awake;
  for (const ServerShare& share : shares) awake = std::max(awake, idle_[pool]->awake_s(share.server, now_s));
  return awake;
}

double HubServers::next_change_s() const {
  double next = std::numeric_limits<double>::infinity();
  for (const auto& idle : idle_)
    if (idle) next = std::min(next, idle->next_change_s());
  return next;
}

void HubServers::advance(double now_s) {
  for (auto& idle : idle_)
    if (idle) idle->advance(now_s);
  idle_changed();
}

// Counts of servers are whole numbers, so that idle power comes back to the same value when they do.
void HubServers::idle_changed() {
  load_.idle = all_idle_;
  idle_fans_ = all_idle_fans_;
  for (std::size_t pool = 0; pool < pools_.size(); ++pool) {
    if (!idle_[pool]) continue;
    const Power beyond = idle_[pool]->beyond_idle(pools_[pool].power.idle);
    load_.idle += beyond;
    idle_fans_ += hubwatt::fan_load(pools_[pool].fans, beyond);
  }
  refresh();
}

void HubServers::job_started(const ShareFigures& figures) {
  ++jobs_;
  job_accelerators_ += figures.accelerators;
  refresh();
}

void HubServers::job_works(std::uint32_t pool, const ShareFigures& figures, double activity) {
  ++jobs_at_work_;
  job_work_[pool].add(figures, activity);
  load_.jobs += figures.above_idle;
  job_fans_ += figures.fans;
  job_active_ += figures.accelerators * activity;
  refresh();
}

// The last job to leave takes the rounding of all additions with it.
void HubServers::job_ended(std::uint32_t pool, const ShareFigures& figures, double activity) {
  --jobs_, --jobs_at_work_;
  job_work_[pool].remove(figures, activity);
  job_accelerators_ -= figures.accelerators;
  load_.jobs = jobs_at_work_ > 0 ? load_.jobs - figures.above_idle : Power{};
  job_fans_ -= figures.fans;
  if (jobs_at_work_ == 0) job_fans_ = FanLoad{};
  job_active_ = jobs_at_work_ > 0 ? job_active_ - figures.accelerators * activity : 0.0;
  refresh();
}

void HubServers::set_services(std::span<const ReplicaLoad> replicas) {
  service_work_.assign(pools_.size(), PoolWork{});
  replicas_.assign(replicas.begin(), replicas.end());
  ShareFigures all;
  service_active_ = 0.0;
  for (const ReplicaLoad& replica : replicas) {
    all += replica.figures;
    service_active_ += replica.figures.accelerators * replica.activity;
    service_work_[replica.pool].add(replica.figures, replica.activity);
  }
  load_.services = all.above_idle;
  service_fans_ = all.fans;
  service_accelerators_ = all.accelerators;
  refresh();
}

FanLoad HubServers::fan_load() const {
  FanLoad all = idle_fans_;
  all += job_fans_;
  all += service_fans_;
  return all;
}

std::vector<PoolUse> HubServers::uses() const {
  std::vector<PoolUse> out;
  for (std::size_t pool = 0; pool < pools_.size(); ++pool) {
    const auto& idle = idle_[pool];
    PoolUse& use = out.emplace_back();
    use.jobs = job_work_[pool], use.services = service_work_[pool];
    if (idle) use.asleep = idle->asleep(), use.waking = idle->waking();
  }
  return out;
}

Power HubServers::beyond_idle(std::uint32_t pool, double asleep, double waking) const {
  return idle_[pool] ? idle_[pool]->beyond_idle(pools_[pool].power.idle, asleep, waking) : Power{};
}

void HubServers::refresh() {
  load_.power = load_.idle + load_.jobs + load_.services;
  load_.accelerators_held = job_accelerators_ + service_accelerators_;
  load_.accelerators_active = job_active_ + service_active_;
}

}  // namespace hubwatt
