// How far a run is, for who waits for it: percent, simulated days per second and the time left, on standard error. A
// line that is written over on a terminal, or a line for each tenth. What is shown depends on the clock; results never
// do.
#pragma once

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

}  // namespace hubwatt
