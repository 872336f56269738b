#include "scenarios/changed_work.hpp"

#include <algorithm>
#include <cmath>

#include "models/contract.hpp"

namespace hubwatt {

namespace {

double ratio(double is, double was) {
  return was > 0.0 ? is / was : 1.0;
}

// Accelerators of real servers that one simulated accelerator of the pool stands for, in the mean.
double real_of(const PoolFigures& pool) {
  double real = 0.0;
  for (const std::uint32_t each : pool.represents) real += each;
  return real / static_cast<double>(pool.represents.size());
}

TrainingDemand demand(std::size_t index, const TrainingWorkload& workload, const Period& period,
                      const HubServers& servers, std::uint32_t pool,
                      std::map<std::size_t, TrainingDemand>& known) {
  if (!servers.figures()[pool].plain()) return training_demand(workload, period, servers, pool);
  const auto found = known.find(index);
  if (found != known.end()) return found->second;
  return known.emplace(index, training_demand(workload, period, servers, pool)).first->second;
}

// Moments up to here have room for more work, now or later; beyond, jobs wait to the end of the run.
std::size_t until_queue_stays(std::span<const StepSample> samples) {
  std::size_t until = samples.size();
  while (until > 0 && samples[until - 1].work.waiting) --until;
  return until;
}

}  // namespace

ChangedWork::ChangedWork(const Scenario& scenario, const WorkloadChanges& changes, const HubServers& servers,
                         KnownDemand& known)
    : servers_(servers) {
  const auto pools = static_cast<std::uint32_t>(servers.figures().size());
  for (const auto& [index, is] : changes.training) {
    auto& factors = factors_[static_cast<std::uint32_t>(index)];
    for (std::uint32_t pool = 0; pool < pools; ++pool) {
      const TrainingDemand then =
          demand(index, scenario.training[index], scenario.period, servers, pool, known.was);
      const TrainingDemand now = demand(index, is, scenario.period, servers, pool, known.is);
      factors.push_back({ratio(now.accelerators, then.accelerators), ratio(now.active, then.active),
                         ratio(now.power, then.power)});
    }
  }
  for (const auto& [index, is] : changes.inference) {
    Service& service = services_[static_cast<std::uint32_t>(index)];
    service.was = &scenario.inference[index], service.is = &is;
    for (std::uint32_t pool = 0; pool < pools; ++pool) {
      service.speed_was.push_back(service_speed(*service.was, scenario.platform, servers, pool));
      service.speed_is.push_back(service_speed(is, scenario.platform, servers, pool));
    }
  }
}

std::vector<std::vector<PoolUse>> ChangedWork::uses(std::span<const StepSample> samples) const {
  std::vector<std::vector<PoolUse>> out;
  std::vector<PutOff> put_off(servers_.figures().size());
  const std::size_t until = until_queue_stays(samples);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const StepSample& sample = samples[i];
    std::vector<PoolUse>& use = out.emplace_back(sample.uses);
    std::vector<double> free = sample.work.free;
    for (const auto& [index, service] : services_) serve(sample, index, service, free, use);
    for (std::uint32_t pool = 0; pool < use.size(); ++pool) {
      PutOff due = put_off[pool];
      train(sample, pool, due, use[pool]);
      if (i >= until) continue;
      due.do_some(std::max(0.0, free[pool]), sample.stands_for, use[pool].jobs);
      put_off[pool] = due;
    }
  }
  return out;
}

ChangedWork::Replicas ChangedWork::replicas_of(const Service& service, const ReplicaLoad& load, double free,
                                               double by) const {
  const auto &was = service.speed_was[load.pool], &is = service.speed_is[load.pool];
  const int width = service.was->model.accelerators_per_replica;
  Replicas out{.load = &load,
               .real = load.replicas > 0 ? load.figures.accelerators / (load.replicas * width)
                                         : real_of(servers_.figures()[load.pool]),
               .offered_per_s = load.offered_per_s * by};
  if (!was || !is) return out;
  // Where those of the run found too little room, there is none; and they were sent more than they could
  // take.
  const bool full =
      load.replicas < replicas_wanted(*service.was, was->replica, load.pool, load.offered_per_s);
  const double there = load.figures.accelerators + (full ? 0.0 : std::max(0.0, free));
  out.room = std::floor(there / (out.real * service.is->model.accelerators_per_replica) + 1e-9);
  out.most_per_s = out.room * is->replica.requests_per_second * service.is->model.target_utilization;
  if (full) out.most_per_s = std::max(out.most_per_s, load.offered_per_s);
  return out;
}

// Takes what it holds more from `free`.
void ChangedWork::serve(const StepSample& sample, std::uint32_t index, const Service& service,
                        std::span<double> free, std::span<PoolUse> uses) const {
  const InferenceService& is = *service.is;
  const double by = ratio(request_rate(is, sample.hour_utc), request_rate(*service.was, sample.hour_utc));
  std::vector<Replicas> kinds;
  for (const ReplicaLoad& load : sample.work.replicas)
    if (load.service == index) kinds.push_back(replicas_of(service, load, free[load.pool], by));
  for (Replicas& from : kinds) {
    for (Replicas& to : kinds) {
      const double beyond = std::max(0.0, from.offered_per_s - from.most_per_s);
      const double sent = std::min(beyond, std::max(0.0, to.most_per_s - to.offered_per_s));
      from.offered_per_s -= sent, to.offered_per_s += sent;
    }
  }
  for (const Replicas& kind : kinds) {
    const ReplicaLoad& load = *kind.load;
    const auto& speed = service.speed_is[load.pool];
    double accelerators = 0.0, activity = 0.0, share = 0.0;
    if (speed) {
      const double wanted = replicas_wanted(is, speed->replica, load.pool, kind.offered_per_s);
      const int replicas = static_cast<int>(std::min(wanted, kind.room));
      accelerators = replicas * is.model.accelerators_per_replica * kind.real;
      activity = service_state(speed->replica, kind.offered_per_s, replicas, {}, is.response_target).activity;
      share = servers_.power_share(load.pool, activity, speed->frequency);
    }
    PoolWork& work = uses[load.pool].services;
    work.above_idle +=
        accelerators * share * servers_.figures()[load.pool].active_per_accelerator - load.figures.above_idle;
    work.accelerators += accelerators - load.figures.accelerators;
    work.active += accelerators * activity - load.figures.accelerators * load.activity;
    free[load.pool] -= accelerators - load.figures.accelerators;
  }
}

// The accelerators of the run at another activity, and what more or less of them is due.
void ChangedWork::train(const StepSample& sample, std::uint32_t pool, PutOff& due, PoolUse& use) const {
  for (const JobsPart& part : sample.work.jobs) {
    const auto factors = factors_.find(part.workload);
    if (part.pool != pool || factors == factors_.end()) continue;
    const WorkFactor& by = factors->second[pool];
    const double power = by.power / by.accelerators, active = by.active / by.accelerators;
    use.jobs.above_idle += (power - 1.0) * part.work.above_idle;
    use.jobs.active += (active - 1.0) * part.work.active;
    const double more = by.accelerators - 1.0;
    due.energy += more * power * part.work.above_idle * sample.stands_for;
    due.active += more * active * part.work.active * sample.stands_for;
    due.accelerators += more * part.work.accelerators * sample.stands_for;
  }
}

// Less than before needs no room.
void ChangedWork::PutOff::do_some(double free, Duration time, PoolWork& work) {
  if (accelerators == Duration{}) return;
  const double share = accelerators > Duration{} ? std::min(1.0, free * time / accelerators) : 1.0;
  work.parts = std::max<std::size_t>(work.parts, 1);
  work.above_idle += share * energy / time;
  work.accelerators += share * accelerators / time;
  work.active += share * active / time;
  energy *= 1.0 - share, accelerators *= 1.0 - share, active *= 1.0 - share;
}

}  // namespace hubwatt
