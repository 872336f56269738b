// Which workload holds what of a hub's servers at a moment, and what is left: enough to tell what the hub
// would do with some more or less of a workload (changed_work.hpp). Made only for the moments that a run
// keeps.
#pragma once

#include <cstdint>
#include <vector>

#include "scenarios/hub_queue.hpp"
#include "scenarios/hub_servers.hpp"

namespace hubwatt {

// Jobs of one workload at work in one pool.
struct JobsPart {
  std::uint32_t pool = 0;
  std::uint32_t workload = 0;  // index into Scenario::training
  PoolWork work;
};

struct WorkParts {
  std::vector<JobsPart> jobs;  // by pool, then in the order in which jobs end first
  std::vector<ReplicaLoad> replicas;
  std::vector<double> free;  // accelerators that nobody holds, by pool; of real servers
  bool waiting = false;      // some job waits for accelerators
};

// Of an interval that begins at `at_s`.
WorkParts work_parts(const HubQueue& queue, const HubServers& servers, double at_s);

}  // namespace hubwatt
