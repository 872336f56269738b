// Kinds of work by what they ask of accelerators: how active they are, and how much of the run time follows their
// clock. Data, no equation: entries of catalogue/activities.toml. Prefill and decode of a served model have activities
// of their own in inference.hpp; the two members here are for kinds of work that consist of both.
#pragma once

#include <optional>
#include <string>

#include "models/confidence.hpp"

namespace hubwatt {

struct ActivityPreset {
  std::string id;
  std::string name;
  double activity = 0.0;                  // of the accelerators held, mean over a job
  double clock_bound = 1.0;               // share of the run time that waits for the clock
  std::optional<double> prefill, decode;  // activity while prompts are read, and while tokens are made
  std::string source;
  Confidence confidence = Confidence::estimate;
};

}  // namespace hubwatt
