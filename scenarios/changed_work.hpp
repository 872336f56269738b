// What the servers of a hub are put to at the moments of a run if workloads ask for more or less of them,
// where work stands, its dates and all decisions as they were.
//
//   Equation   training: a workload holds, and draws above idle, what it did times training_demand' /
//              training_demand on the servers of that pool. More than is free waits, is done where later
//              moments have room, and what is left at the end is not done. Inference: requests' = requests x
//              rate' / rate of the hour; replicas, activity and power follow as in serving.hpp from the speed
//              of a replica, at most as many as are free.
//   Validity   the first effect. Requests and jobs go to the hubs they went to, where policies would spread
//              more of them; requests beyond the room of a hub's one kind of server go to its others. Where
//              jobs of a hub wait to the end of the run it has no room: there more work only queues, less
//              shortens the queue, and neither moves anything. Before that a queue holds work up but loses
//              none, so all of it is done, into the last accelerator that is free. Servers that slept go on
//              sleeping, and no job is wider than what is free.
//   Source     conservation of work; inference.hpp. Confidence: computed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "scenarios/service_demand.hpp"
#include "scenarios/step_samples.hpp"
#include "scenarios/training_demand.hpp"
#include "scenarios/workload_changes.hpp"

namespace hubwatt {

// More of one kind of work is as much more of each of its parts.
struct WorkFactor {
  double accelerators = 1.0, active = 1.0, power = 1.0;
};

// What workloads ask for on plain servers, which is the same on all of them, so that it is worked out once
// for all hubs; by workload.
struct KnownDemand {
  std::map<std::size_t, TrainingDemand> was, is;
};

class ChangedWork {
 public:
  // All outlive it; `servers` are those of the hub, and `known` belongs to these changes alone.
  ChangedWork(const Scenario& scenario, const WorkloadChanges& changes, const HubServers& servers,
              KnownDemand& known);

  // Of every moment that was kept, in the order of the run: how the servers of each pool are used.
  std::vector<std::vector<PoolUse>> uses(std::span<const StepSample> samples) const;

 private:
  // Work of a pool that is to be done beside that of the run, or not to be done.
  struct PutOff {
    Energy energy{};
    Duration accelerators{}, active{};

    void do_some(double free, Duration time, PoolWork& work);
  };
  // A service that differs, and its replicas by pool.
  struct Service {
    const InferenceService* was;
    const InferenceService* is;
    std::vector<std::optional<ServiceSpeed>> speed_was, speed_is;
  };

  // Its replicas on one kind of server at a moment.
  struct Replicas {
    const ReplicaLoad* load;
    double real;              // accelerators that a simulated one stands for
    double room = 0.0;        // for replicas, those of the run included
    double most_per_s = 0.0;  // requests for which there is room
    double offered_per_s;
  };
  Replicas replicas_of(const Service& service, const ReplicaLoad& load, double free, double by) const;
  void serve(const StepSample& sample, std::uint32_t index, const Service& service, std::span<double> free,
             std::span<PoolUse> uses) const;
  void train(const StepSample& sample, std::uint32_t pool, PutOff& due, PoolUse& use) const;

  const HubServers& servers_;
  std::map<std::uint32_t, std::vector<WorkFactor>> factors_;  // by workload that differs, then pool
  std::map<std::uint32_t, Service> services_;                 // those that differ
};

}  // namespace hubwatt
