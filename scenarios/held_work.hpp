// What servers of other figures ask for at a moment of a run with work given for them, as a rule the same:
// the same jobs and replicas on the same accelerators at the same activity, the same servers asleep.
//
//   Equation   idle + (all_idle' - all_idle) + asleep (p_asleep' - p_asleep) + ...; work' = work x [span'
//              s'(a, f'(a))] / [span s(a, f(a))], pool by pool, jobs and replicas apart, at the mean activity
//              a of their accelerators. Fans follow the power of their servers, as in server_fans.hpp.
//   Validity   exact where power is a straight line over activity and servers keep their full clock. Else a
//              pool's mean activity stands for those of its jobs, which matters only where exponents, clocks
//              or caps themselves move: figures of idle and peak power stay exact as long as no cap binds.
#pragma once

#include <span>

#include "scenarios/step_samples.hpp"

namespace hubwatt {

struct AskedOfHub {
  ItLoad load;
  FanLoad fans;

  ItDemand demand() const { return {load.power, fans}; }
};

// Whether servers stand in the same pools, so that work of one can be work of the other.
bool same_pools(const HubServers& a, const HubServers& b);

// Both fresh: nothing is at work on them. same_pools(were, as). `uses`: those of the sample, or such as its
// servers `were` would have with other work (changed_work.hpp); who sleeps is as it was.
AskedOfHub held_work(const StepSample& sample, std::span<const PoolUse> uses, const HubServers& were,
                     const HubServers& as);
inline AskedOfHub held_work(const StepSample& sample, const HubServers& were, const HubServers& as) {
  return held_work(sample, sample.uses, were, as);
}

}  // namespace hubwatt
