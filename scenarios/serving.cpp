#include "scenarios/serving.hpp"

#include <algorithm>

#include "models/queueing.hpp"
#include "models/units.hpp"

namespace hubwatt {

Serving::Serving(const Scenario& scenario, const Wan& wan, std::vector<Site>& sites)
    : scenario_(scenario), wan_(wan), sites_(sites) {
  const std::size_t services = scenario.inference.size();
  for (const InferenceService& service : scenario.inference) {
    auto& row = deployments_.emplace_back();
    for (std::size_t hub = 0; hub < sites.size(); ++hub) {
      const auto& pools = sites[hub].servers.figures();
      for (std::uint32_t pool = 0; pool < pools.size(); ++pool) {
        const auto speed = service_speed(service, scenario.platform, sites[hub].servers, pool);
        if (speed) row.push_back({hub, pool, speed->frequency, speed->replica, {}, 0.0, {}, 0.0, {}});
      }
    }
    first_tokens_.push_back(first_token_histogram());
  }
  steps_.assign(services, std::vector<ServiceFigures>(sites.size()));
  offered_.assign(services, std::vector<double>(sites.size(), 0.0));
  unplaced_.assign(services, 0.0);
  flows_.resize(services);
  totals_.resize(services);
}

void Serving::account(double now_s) {
  const double elapsed = now_s - planned_s_;
  planned_s_ = now_s;
  if (elapsed <= 0.0) return;
  for (std::size_t s = 0; s < deployments_.size(); ++s) {
    totals_[s].requests += unplaced_[s] * elapsed;
    for (std::size_t hub = 0; hub < sites_.size(); ++hub) {
      steps_[s][hub].requests += offered_[s][hub] * elapsed;
      totals_[s].requests += offered_[s][hub] * elapsed;
    }
    for (const Deployment& d : deployments_[s]) {
      const ServiceFigures part = d.rates.over(elapsed);
      steps_[s][d.hub] += part;
      totals_[s] += part;
      const int replicas = static_cast<int>(d.replicas.size());
      if (replicas == 0 || d.offered_per_s <= 0.0) continue;
      const Duration service_time = d.speed.service_time();
      const double load = std::min(d.offered_per_s * service_time.base(), 0.999 * replicas);
      const double waiting = erlang_c(replicas, load);
      const double rate = (replicas - load) / service_time.base();
      for (const Flow& flow : flows_[s]) {
        if (flow.hub != d.hub) continue;
        const double served = flow.rate * d.rates.served / offered_[s][d.hub];
        first_tokens_[s].add_delayed((2.0 * flow.network + d.speed.prefill).base(), waiting, rate, served * elapsed);
      }
    }
  }
}

void Serving::plan(double now_s, std::int64_t utc_seconds, DispatchPolicy& policy, const hw_fleet& fleet) {
  for (std::size_t s = 0; s < deployments_.size(); ++s) {
    const InferenceService& service = scenario_.inference[s];
    std::fill(offered_[s].begin(), offered_[s].end(), 0.0);
    unplaced_[s] = 0.0;
    flows_[s].clear();
    spread(s, now_s, request_rate(service, utc_seconds), policy, fleet, flows_[s]);
    for (const Flow& flow : flows_[s]) offered_[s][flow.hub] += flow.rate;
    divide(s);
    for (Deployment& d : deployments_[s]) {
      resize(d, service, now_s);
      settle(d, service);
    }
    settle_flows(s);
  }
  load_sites();
}

// Requests per second that a kind of server could take with what the service holds and what is free.
double Serving::capacity(const Deployment& d, const InferenceService& service) const {
  const ServerPool& pool = sites_[d.hub].queue.pools()[d.pool];
  const auto width = static_cast<std::uint32_t>(service.model.accelerators_per_replica);
  const auto replicas = static_cast<double>(d.replicas.size()) + pool.count_that_fit(width);
  return replicas * d.speed.requests_per_second * service.model.target_utilization;
}

// One question to the policy per origin, in the order of the file; a service without origins is one origin at
// no distance.
void Serving::spread(std::size_t s, double now_s, double rate, DispatchPolicy& policy, hw_fleet fleet,
                     std::vector<Flow>& flows) {
  const InferenceService& service = scenario_.inference[s];
  const std::size_t hubs = sites_.size();
  std::vector<double> room(hubs, 0.0), latency(hubs, 0.0), share(hubs);
  std::vector<std::uint8_t> allowed(hubs);
  std::vector<std::uint8_t> fits(hubs, 0);
  for (const Deployment& d : deployments_[s]) {
    room[d.hub] += capacity(d, service);
    fits[d.hub] = 1;
  }
  const auto ask = [&](std::int64_t origin, double origin_rate) {
    for (std::size_t hub = 0; hub < hubs; ++hub) {
      if (origin >= 0)
        latency[hub] = wan_.latency(OriginId{static_cast<std::size_t>(origin)}, HubId{hub}) / unit::second;
      const bool near = !service.latency_limit || latency[hub] * unit::second <= *service.latency_limit;
      allowed[hub] = near ? fits[hub] : 0;
    }
    fleet.now_s = now_s;
    fleet.latency_s = origin >= 0 ? latency.data() : nullptr;
    const hw_demand demand{static_cast<std::uint32_t>(s), static_cast<std::uint32_t>(std::max<std::int64_t>(origin, 0)),
                           origin_rate, allowed.data(), room.data()};
    policy.spread(demand, fleet, share);
    double placed = 0.0;
    for (std::size_t hub = 0; hub < hubs; ++hub) {
      if (share[hub] <= 0.0) continue;
      const double sent = share[hub] * origin_rate;
      flows.push_back({hub, sent, latency[hub] * unit::second});
      room[hub] = std::max(0.0, room[hub] - sent);
      placed += sent;
    }
    unplaced_[s] += std::max(0.0, origin_rate - placed);
  };
  if (service.origins.empty()) ask(-1, rate);
  for (const auto& [origin, part] : service.origins) ask(static_cast<std::int64_t>(origin.index), rate * part);
}

void Serving::divide(std::size_t s) {
  std::vector<double> left = offered_[s];
  std::vector<Deployment*> roomiest(sites_.size(), nullptr);
  std::vector<double> most(sites_.size(), -1.0);
  for (Deployment& d : deployments_[s]) {
    const double room = capacity(d, scenario_.inference[s]);
    d.offered_per_s = std::min(left[d.hub], room);
    left[d.hub] -= d.offered_per_s;
    if (room > most[d.hub]) most[d.hub] = room, roomiest[d.hub] = &d;
  }
  // More than the hub holds: the largest kind is overloaded, and reports it.
  for (std::size_t hub = 0; hub < left.size(); ++hub)
    if (left[hub] > 0.0 && roomiest[hub] != nullptr) roomiest[hub]->offered_per_s += left[hub];
}

void Serving::resize(Deployment& d, const InferenceService& service, double now_s) {
  const auto wanted = static_cast<std::size_t>(replicas_wanted(service, d.speed, d.pool, d.offered_per_s));
  if (d.replicas.size() == wanted) return;
  Site& site = sites_[d.hub];
  ServerPool& pool = site.queue.pools()[d.pool];
  site.queue.capacity_changed();
  while (d.replicas.size() > wanted) {
    pool.give_back(d.replicas.back());
    site.servers.gave_back(pool, d.pool, d.replicas.back(), now_s);
    d.replicas.pop_back();
  }
  Shares shares;
  const auto width = static_cast<std::uint32_t>(service.model.accelerators_per_replica);
  while (d.replicas.size() < wanted && pool.find(width, shares)) {
    pool.take(shares);
    site.servers.took(pool, d.pool, shares, now_s);
    d.replicas.push_back(shares);
  }
}

// What the replicas found make of the requests sent to them.
void Serving::settle(Deployment& d, const InferenceService& service) {
  d.rates = ServiceFigures{};
  d.load = ShareFigures{};
  d.activity = 0.0;
  if (d.replicas.empty()) return;
  const int replicas = static_cast<int>(d.replicas.size());
  const ServiceState whole = service_state(d.speed, d.offered_per_s, replicas, Duration{}, service.response_target);
  d.activity = whole.activity;
  d.rates.served = std::min(d.offered_per_s, replicas * d.speed.requests_per_second);
  d.rates.tokens = d.rates.served * service.tokens_out;
  d.rates.replica_time = replicas * unit::second;
  d.rates.busy_replica_time = whole.utilization * d.rates.replica_time;
  d.rates.active_replica_time = whole.activity * d.rates.replica_time;
  for (const Shares& shares : d.replicas)
    d.load += sites_[d.hub].servers.figures_of(d.pool, shares, d.activity, d.frequency);
  const double simulated = replicas * static_cast<double>(service.model.accelerators_per_replica);
  d.rates.energy = (d.load.above_idle + d.load.idle_part) * unit::second * (simulated / d.load.accelerators);
}

// Requests from afar wait for the network as well: each origin's share of a deployment has a latency of its own.
void Serving::settle_flows(std::size_t s) {
  const Duration target = scenario_.inference[s].response_target;
  for (Deployment& d : deployments_[s]) {
    if (d.replicas.empty() || d.offered_per_s <= 0.0) continue;
    const double part = d.offered_per_s / offered_[s][d.hub];
    for (const Flow& flow : flows_[s]) {
      if (flow.hub != d.hub) continue;
      const ServiceState state =
          service_state(d.speed, d.offered_per_s, static_cast<int>(d.replicas.size()), flow.network, target);
      const double sent = flow.rate * part;
      d.rates.met += sent * state.slo_attainment;
      d.rates.latency_s += sent * (d.rates.served / d.offered_per_s) * state.mean_first_token.base();
      d.rates.p99_s = std::max(d.rates.p99_s, state.p99_first_token.base());
    }
  }
}

void Serving::load_sites() {
  for (std::size_t hub = 0; hub < sites_.size(); ++hub) {
    replicas_.clear();
    for (std::uint32_t s = 0; s < deployments_.size(); ++s)
      for (const Deployment& d : deployments_[s])
        if (d.hub == hub)
          replicas_.push_back(
              {d.pool, d.load, d.activity, s, static_cast<int>(d.replicas.size()), d.offered_per_s});
    sites_[hub].servers.set_services(replicas_);
  }
}

ServiceFigures Serving::end_step(std::size_t service, std::size_t hub) {
  const ServiceFigures ended = steps_[service][hub];
  steps_[service][hub] = ServiceFigures{};
  return ended;
}

}  // namespace hubwatt
