#include "scenarios/serving.hpp"

#include <algorithm>

#include "models/calendar.hpp"
#include "models/queueing.hpp"
#include "models/units.hpp"

namespace hubwatt {

namespace {

constexpr Duration demand_clock = 8.0 * unit::hour;  // profiles are of China's one time zone

// The first kind of server in the hub that holds the model.
void find_pool(Serving::Deployment& deployment, const InferenceService& service, const Site& site,
               const Platform& platform) {
  const auto& pools = site.servers.figures();
  for (std::size_t pool = 0; pool < pools.size() && !deployment.speed; ++pool) {
    const ServerType& type = platform.servers[pools[pool].type.index];
    deployment.speed = replica_speed(service.model, type.peak_compute, type.memory_bandwidth, type.memory,
                                     service.tokens_in, service.tokens_out);
    deployment.pool = static_cast<std::uint32_t>(pool);
  }
}

}  // namespace

Serving::Serving(const Scenario& scenario, const Wan& wan, std::vector<Site>& sites)
    : scenario_(scenario), wan_(wan), sites_(sites) {
  for (const InferenceService& service : scenario.inference) {
    auto& row = deployments_.emplace_back(sites.size());
    for (std::size_t hub = 0; hub < sites.size(); ++hub) find_pool(row[hub], service, sites[hub], scenario.platform);
    first_tokens_.push_back(first_token_histogram());
  }
  unplaced_.assign(scenario.inference.size(), 0.0);
  flows_.resize(scenario.inference.size());
  totals_.resize(scenario.inference.size());
}

double Serving::request_rate(const InferenceService& service, std::int64_t utc_seconds) const {
  const LocalHour hour = local_hour(utc_seconds, demand_clock);
  const double day = hour.weekday >= 5 ? service.weekend_factor : 1.0;
  return service.requests_per_second * service.profile[static_cast<std::size_t>(hour.hour_of_day)] * day;
}

void Serving::account(double now_s) {
  const double elapsed = now_s - planned_s_;
  planned_s_ = now_s;
  if (elapsed <= 0.0) return;
  for (std::size_t s = 0; s < deployments_.size(); ++s) {
    ServiceFigures sum;
    sum.requests = unplaced_[s] * elapsed;
    for (Deployment& d : deployments_[s]) {
      ServiceFigures part = d.rates;
      part.requests *= elapsed, part.served *= elapsed, part.met *= elapsed, part.latency_s *= elapsed;
      part.tokens *= elapsed, part.replica_time *= elapsed, part.busy_replica_time *= elapsed;
      part.energy *= elapsed;
      d.step += part;
      sum += part;
    }
    totals_[s] += sum;
    for (const Flow& flow : flows_[s]) {
      const Deployment& d = deployments_[s][flow.hub];
      const int replicas = static_cast<int>(d.replicas.size());
      if (replicas == 0 || flow.rate <= 0.0) continue;
      const Duration service_time = d.speed->service_time();
      const double load = std::min(d.offered_per_s * service_time.base(), 0.999 * replicas);
      const double waiting = erlang_c(replicas, load);
      const double rate = (replicas - load) / service_time.base();
      const double served = flow.rate * d.rates.served / std::max(d.offered_per_s, 1e-300);
      first_tokens_[s].add_delayed((2.0 * flow.network + d.speed->prefill).base(), waiting, rate, served * elapsed);
    }
  }
}

void Serving::plan(double now_s, std::int64_t utc_seconds, DispatchPolicy& policy, const hw_fleet& fleet) {
  for (std::size_t s = 0; s < deployments_.size(); ++s) {
    const InferenceService& service = scenario_.inference[s];
    for (Deployment& d : deployments_[s]) d.offered_per_s = 0.0;
    unplaced_[s] = 0.0;
    std::vector<Flow>& flows = flows_[s];
    flows.clear();
    spread(s, now_s, request_rate(service, utc_seconds), policy, fleet, flows);
    for (const Flow& flow : flows) deployments_[s][flow.hub].offered_per_s += flow.rate;
    for (std::size_t hub = 0; hub < sites_.size(); ++hub) resize(s, hub, deployments_[s][hub].offered_per_s);
    settle(s, flows);
  }
  for (std::size_t hub = 0; hub < sites_.size(); ++hub) {
    Power above_idle{};
    double held = 0.0, active = 0.0;
    for (const auto& row : deployments_) {
      above_idle += row[hub].load.above_idle;
      held += row[hub].load.accelerators;
      active += row[hub].load.accelerators * row[hub].activity;
    }
    sites_[hub].servers.set_services(above_idle, held, active);
  }
}

int Serving::replicas_that_fit(const Deployment& d, const InferenceService& service, std::size_t hub) const {
  if (!d.speed) return 0;
  const ServerPool& pool = sites_[hub].queue.pools()[d.pool];
  const auto width = static_cast<std::uint32_t>(service.model.accelerators_per_replica);
  return static_cast<int>(d.replicas.size()) + static_cast<int>(pool.count_that_fit(width));
}

// One question to the policy per origin, in the order of the file; a service without origins is one origin at
// no distance.
void Serving::spread(std::size_t s, double now_s, double rate, DispatchPolicy& policy, hw_fleet fleet,
                     std::vector<Flow>& flows) {
  const InferenceService& service = scenario_.inference[s];
  const std::size_t hubs = sites_.size();
  std::vector<double> capacity(hubs), latency(hubs, 0.0), share(hubs);
  std::vector<std::uint8_t> allowed(hubs);
  for (std::size_t hub = 0; hub < hubs; ++hub) {
    const Deployment& d = deployments_[s][hub];
    if (d.speed)
      capacity[hub] = replicas_that_fit(d, service, hub) * d.speed->requests_per_second * service.model.target_utilization;
  }
  const auto ask = [&](std::int64_t origin, double origin_rate) {
    for (std::size_t hub = 0; hub < hubs; ++hub) {
      if (origin >= 0)
        latency[hub] = wan_.latency(OriginId{static_cast<std::size_t>(origin)}, HubId{hub}) / unit::second;
      const bool near = !service.latency_limit || latency[hub] * unit::second <= *service.latency_limit;
      allowed[hub] = near && deployments_[s][hub].speed ? 1 : 0;
    }
    fleet.now_s = now_s;
    fleet.latency_s = origin >= 0 ? latency.data() : nullptr;
    const hw_demand demand{static_cast<std::uint32_t>(s), static_cast<std::uint32_t>(std::max<std::int64_t>(origin, 0)),
                           origin_rate, allowed.data(), capacity.data()};
    policy.spread(demand, fleet, share);
    double placed = 0.0;
    for (std::size_t hub = 0; hub < hubs; ++hub) {
      if (share[hub] <= 0.0) continue;
      const double sent = share[hub] * origin_rate;
      flows.push_back({hub, sent, latency[hub] * unit::second});
      capacity[hub] = std::max(0.0, capacity[hub] - sent);
      placed += sent;
    }
    unplaced_[s] += std::max(0.0, origin_rate - placed);
  };
  if (service.origins.empty()) ask(-1, rate);
  for (const auto& [origin, part] : service.origins) ask(static_cast<std::int64_t>(origin.index), rate * part);
}

void Serving::resize(std::size_t s, std::size_t hub, double rate) {
  const InferenceService& service = scenario_.inference[s];
  Deployment& d = deployments_[s][hub];
  if (!d.speed) return;
  const auto wanted = static_cast<std::size_t>(
      std::max(service.min_replicas, rate > 0.0 ? replicas_for(*d.speed, rate, service.model) : 0));
  Site& site = sites_[hub];
  ServerPool& pool = site.queue.pools()[d.pool];
  if (d.replicas.size() == wanted) return;
  site.queue.capacity_changed();
  while (d.replicas.size() > wanted) {
    pool.give_back(d.replicas.back());
    site.servers.gave_back(pool, d.pool, d.replicas.back());
    d.replicas.pop_back();
  }
  Shares shares;
  while (d.replicas.size() < wanted &&
         pool.find(static_cast<std::uint32_t>(service.model.accelerators_per_replica), shares)) {
    pool.take(shares);
    site.servers.took(pool, d.pool, shares);
    d.replicas.push_back(shares);
  }
}

// What the replicas found make of the requests sent to them.
void Serving::settle(std::size_t s, const std::vector<Flow>& flows) {
  const InferenceService& service = scenario_.inference[s];
  for (std::size_t hub = 0; hub < sites_.size(); ++hub) {
    Deployment& d = deployments_[s][hub];
    d.rates = ServiceFigures{};
    d.load = ShareFigures{};
    d.activity = 0.0;
    d.rates.requests = d.offered_per_s;
    if (!d.speed || d.replicas.empty()) continue;
    const int replicas = static_cast<int>(d.replicas.size());
    const ServiceState whole = service_state(*d.speed, d.offered_per_s, replicas, Duration{}, service.response_target);
    d.activity = whole.activity;
    d.rates.served = std::min(d.offered_per_s, replicas * d.speed->requests_per_second);
    d.rates.tokens = d.rates.served * service.tokens_out;
    d.rates.replica_time = replicas * unit::second;
    d.rates.busy_replica_time = whole.utilization * d.rates.replica_time;
    for (const Shares& shares : d.replicas) {
      const ShareFigures one = sites_[hub].servers.figures_of(d.pool, shares, d.activity);
      d.load.above_idle += one.above_idle;
      d.load.idle_part += one.idle_part;
      d.load.accelerators += one.accelerators;
    }
    const double simulated = replicas * static_cast<double>(service.model.accelerators_per_replica);
    d.rates.energy = (d.load.above_idle + d.load.idle_part) * unit::second * (simulated / d.load.accelerators);
  }
  for (const Flow& flow : flows) {
    Deployment& d = deployments_[s][flow.hub];
    if (!d.speed || d.replicas.empty() || d.offered_per_s <= 0.0) continue;
    const ServiceState state = service_state(*d.speed, d.offered_per_s, static_cast<int>(d.replicas.size()),
                                             flow.network, service.response_target);
    d.rates.met += flow.rate * state.slo_attainment;
    d.rates.latency_s += flow.rate * (d.rates.served / d.offered_per_s) * state.mean_first_token.base();
    d.rates.p99_s = std::max(d.rates.p99_s, state.p99_first_token.base());
  }
}

ServiceFigures Serving::end_step(std::size_t service, std::size_t hub) {
  Deployment& d = deployments_[service][hub];
  const ServiceFigures ended = d.step;
  d.step = ServiceFigures{};
  return ended;
}

}  // namespace hubwatt
