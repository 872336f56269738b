// How far work is, for who waits for it: percent, a rate (simulated days per second, points per minute) and the time
// left, on standard error. A line that is written over on a terminal, or a line for each tenth. What is shown depends on
// the clock; results never do.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "models/quantity.hpp"

namespace hubwatt {

enum class ProgressMode { automatic, plain, none };

// Told the share that is done, 0..1, and the simulated time that is all of it.
using ShareOf = std::function<void(double share, Duration all)>;

// What to tell how far the work is. Empty where nobody is to be told: none is asked for, or, with `automatic`,
// standard error is no terminal. The clock starts with the call.
ShareOf show_progress(std::string name, ProgressMode mode);

// "hello: 25 %, 0.5 days/s, 12 s left" of a share done after some seconds; at the end what it took.
std::string progress_text(const std::string& name, int percent, double share, Duration all, Duration elapsed);

// How far a study is.
struct PointsDone {
  std::size_t all = 0;
  std::size_t before = 0;  // that were done when the work began
  std::size_t ended = 0;   // with those
  double reached = 0.0;    // of this work: those that ended, and those under way by their share
  bool over = false;       // nothing more will come, as after an interrupt
};
using TellPoints = std::function<void(const PointsDone&)>;

// The same for a study, which may go on from where it was left.
TellPoints show_points(std::string name, ProgressMode mode, const PointsDone& begin);

// "cooling: 30 %, 12 of 40 points, 3.4 points/min, 8 min left"; the time left is that of the rate so far.
std::string points_text(const std::string& name, int percent, const PointsDone& done, Duration elapsed);

}  // namespace hubwatt
