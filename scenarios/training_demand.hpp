// How much of a hub's accelerators a training workload asks for, in the mean over everything its
// distributions may draw: what it would hold and draw there in a run without a queue.
//
//   Equation   by Little's law a workload holds arrival rate x accelerators x time in the mean. Within a run
//              that begins empty, a job of run time D that comes at any moment of [0, T] is at work for
//              min(D, T - moment): T D - D^2 / 2 of them together, or T^2 / 2 where D is longer than the run.
//              Means are those of the distributions: exact for constants and choices, else over 2000 equal
//              parts of all draws (50 of activity). Listed jobs count one by one, as often as they are
//              repeated, times the share that is kept. Gangs are whole, activities within 0 and 1, and
//              servers that are slowed down hold jobs for longer.
//   Validity   accelerators enough: what waits comes later, or after the run.
//   Source     J. D. C. Little, Operations Research 9 (1961) 383; a queue of infinitely many servers that
//              begins empty: Gross and Harris, Fundamentals of Queueing Theory, 3rd ed. 1998, 5.2.
//              Confidence: paper.
#pragma once

#include <cstdint>

#include "scenarios/hub_servers.hpp"
#include "scenarios/scenario.hpp"

namespace hubwatt {

// Over the run, in accelerators of simulated servers times seconds.
struct TrainingDemand {
  double accelerators = 0.0;
  double active = 0.0;  // the same, each weighted by its activity
  double power = 0.0;   // and by its power above idle, over that at activity 1 and the full clock
};

// On servers of that pool.
TrainingDemand training_demand(const TrainingWorkload& workload, const Period& period,
                               const HubServers& servers, std::uint32_t pool);

}  // namespace hubwatt
