// The reference path, `engine = "exec"`: the same decisions, but work is done by SimGrid. An actor per job runs one
// Exec per accelerator on the job's servers, bounded by its activity; replicas run Execs from tick to tick; the
// host-energy plugin meters the servers. Slow, and there to be compared with: it must give the same job dates and
// the same IT energy as the event path.
// The plugin is linear, so servers without accelerators (a curve of their own, no jobs) stay with the model.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "platforms/simgrid_clock.hpp"
#include "platforms/simgrid_platform.hpp"
#include "scenarios/job.hpp"
#include "scenarios/serving.hpp"
#include "scenarios/site.hpp"

namespace hubwatt {

class ReferenceEngine {
 public:
  using Completed = std::function<void(JobSlot, double now_s)>;

  // Before the SimGrid platform is built: the plugin watches hosts from their creation.
  ReferenceEngine(SimgridClock& clock, const Platform& platform);
  ~ReferenceEngine();

  // `completed` is called from a timer of the clock.
  void connect(const SimgridPlatform& built, const std::vector<Site>& sites, Completed completed);
  void begin(JobSlot slot, const Job& job);
  // Runs the replicas of the present plan from now until `until_s`.
  void serve(const Serving& serving, double until_s);
  // Of the accelerator servers of a hub since the last call; every simulated server counts as its rack represents.
  Energy energy_above_idle(std::size_t hub);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hubwatt
