// Figures over all jobs of a run in fixed memory. Waits run from submission to start; a slowdown is the time in
// the system over the duration. GPU hours and energy are those of the real accelerators.
#pragma once

#include <cstdint>

#include "models/quantity.hpp"
#include "scenarios/log_histogram.hpp"

namespace hubwatt {

struct JobStatistics {
  std::uint64_t submitted = 0, started = 0, completed = 0, failed = 0, running = 0, waiting = 0;
  double wait_s = 0.0;
  double slowdown = 0.0;        // sum over completed jobs
  Duration accelerator_time{};  // of jobs that ended or still run, up to the end of the run
  Energy energy{};              // above idle, at the IT input
  LogHistogram waits{1e-3, 1e9, 0.001};
};

}  // namespace hubwatt
