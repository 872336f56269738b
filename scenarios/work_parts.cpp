#include "scenarios/work_parts.hpp"

#include <algorithm>

namespace hubwatt {

namespace {

PoolWork& part_of(std::vector<JobsPart>& parts, std::uint32_t pool, std::uint32_t workload) {
  const auto same = [&](const JobsPart& part) { return part.pool == pool && part.workload == workload; };
  const auto found = std::find_if(parts.begin(), parts.end(), same);
  if (found != parts.end()) return found->work;
  return parts.emplace_back(JobsPart{pool, workload, {}}).work;
}

double free_of(const ServerPool& pool, const PoolFigures& figures) {
  double free = 0.0;
  for (std::uint32_t server = 0; server < pool.servers(); ++server)
    free += static_cast<double>(pool.free_on(server)) * figures.represents[server];
  return free;
}

}  // namespace

WorkParts work_parts(const HubQueue& queue, const HubServers& servers, double at_s) {
  WorkParts out;
  out.replicas = servers.replicas();
  out.waiting = queue.waiting() > 0;
  for (std::uint32_t pool = 0; pool < servers.figures().size(); ++pool) {
    out.free.push_back(free_of(queue.pools()[pool], servers.figures()[pool]));
    for (const auto& [end_s, slot] : queue.running(pool)) {
      const Job& job = queue.jobs()[slot];
      if (job.work_s > at_s) continue;  // its servers are waking
      part_of(out.jobs, pool, job.workload)
          .add(servers.figures_of(pool, job.shares, job.activity), job.activity);
    }
  }
  return out;
}

}  // namespace hubwatt
