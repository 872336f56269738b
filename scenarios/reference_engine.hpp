// The reference path, `engine = "exec"`: the same decisions, but work is done by SimGrid. An actor per job runs one
// Exec per accelerator on the job's servers, bounded by the share of power that its activity and clock make; replicas run Execs from tick to tick; the
// host-energy plugin meters the servers. Slow, and there to be compared with: it must give the same job dates and
// the same IT energy as the event path.
// SimGrid lets an Exec end up to 1e-6 s early, beside another event, and rounds. An Exec that takes as long as its
// job to within 1e-5 s ends at the exact date, and what else happens at that date waits for it, so that jobs and
// arrivals of one second come in one order in both engines. One that does not ends when SimGrid says, and a
// comparison shows it.
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
  using Ended = std::function<void(JobSlot, std::uint64_t job_id, double date_s)>;
  using Wake = std::function<void(double now_s)>;

  // Before the SimGrid platform is built: the plugin watches hosts from their creation.
  ReferenceEngine(SimgridClock& clock, const Platform& platform);
  ~ReferenceEngine();

  // `ended` enters a date; `wake` is called from a timer of the clock once there is something to handle.
  void connect(const SimgridPlatform& built, const std::vector<Site>& sites, Ended ended, Wake wake);
  void begin(JobSlot slot, const Job& job);
  // Whether no job that should have ended by `date_s` is still being worked on, within SimGrid's resolution.
  bool settled(double date_s) const;
  // Runs the replicas of the present plan for this long.
  void serve(const Serving& serving, double duration_s);
  // Of the accelerator servers of a hub since the last call; every simulated server counts as its rack represents.
  Energy energy_above_idle(std::size_t hub);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hubwatt
