// The jobs of one training workload in the order of their submission: drawn from its distributions, or taken from
// its list or trace (thinned and repeated as the scenario says). Every workload has random streams of its own, so
// adding one does not move the jobs of another.
#pragma once

#include <cstdint>
#include <optional>

#include "models/random.hpp"
#include "scenarios/scenario.hpp"

namespace hubwatt {

// What a workload submits, with its defaults filled in. Times in seconds since the start of the run.
struct Submission {
  double submit_s = 0.0;
  double duration_s = 0.0;
  std::uint32_t accelerators = 0;
  double activity = 0.0;
  double dataset_bytes = 0.0;
  double deferrable_s = 0.0;
  std::int32_t origin = -1;
};

class JobSource {
 public:
  JobSource(const TrainingWorkload& workload, std::uint64_t seed, const Period& period);

  // The next submission before the end of the run.
  std::optional<Submission> next();

 private:
  std::optional<Submission> next_of_workload();
  std::optional<Submission> next_generated(const GeneratedJobs& jobs);
  std::optional<Submission> next_listed(const ListedJobs& list);
  double draw_activity();

  const TrainingWorkload& workload_;
  double gone_s_, end_s_;      // of the run, on the clock of the workload
  Random arrivals_, sizes_, durations_, activities_, keeps_;
  double clock_s_ = 0.0;       // of the last generated arrival
  std::size_t position_ = 0;   // in the list
  double repeat_start_s_ = 0.0;
};

}  // namespace hubwatt
