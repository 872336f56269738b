// Simulated time, kept by SimGrid. Owns the process's one SimGrid engine, with the settings hubwatt needs, and
// calls actions at dates. Everything runs in the caller's thread, inside run_until; there are no actors here.
//
// A platform must be built (simgrid_platform.hpp) before the clock runs.
//
// One per process: SimGrid cannot start twice, so a program that makes several runs forks for each, and leaves
// the child with _exit. Dates are seconds since the start of the run, as SimGrid counts. Nothing is written to
// standard output or error.
#pragma once

#include <functional>
#include <memory>
#include <string>

namespace hubwatt {

// Of the library in use: "3.32.0".
std::string simgrid_version();

class SimgridClock {
 public:
  SimgridClock();
  ~SimgridClock();
  SimgridClock(const SimgridClock&) = delete;
  SimgridClock& operator=(const SimgridClock&) = delete;

  double now() const;

  // Calls `action` once at `date`, or as soon as the clock runs if that has passed. Actions of one date run in
  // the order they were set. An action may set timers and start transfers.
  void set_timer(double date, std::function<void()> action);

  // Runs all that happens up to `date`, including it. The clock may stop up to 1e-5 s early. An exception that
  // leaves an action is kept while SimGrid unwinds, no further action is called, and it leaves from here.
  void run_until(double date);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hubwatt
