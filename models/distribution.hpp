// Distributions a scenario may ask for, as values. Figures are in base units of whatever quantity is drawn
// (seconds for durations, counts for accelerators). Bounds are those of the scenario reader: see each struct.
#pragma once

#include <variant>
#include <vector>

#include "models/random.hpp"

namespace hubwatt {

struct Constant {
  double value = 0.0;
};

struct Exponential {
  double mean = 0.0;  // > 0
};

// Given by what traces publish: half of all draws are below `median`, 95 % below `p95`.
struct Lognormal {
  double median = 0.0;  // > 0
  double p95 = 0.0;     // >= median
};

struct Weibull {
  double scale = 0.0;  // > 0
  double shape = 1.0;  // > 0
};

struct Uniform {
  double low = 0.0;
  double high = 0.0;  // >= low
};

// Reaches without end on both sides: who draws from it must bear any value, or cut it off.
struct Normal {
  double mean = 0.0;
  double sd = 1.0;  // > 0
};

// Given by what an expert can tell: least, likeliest and greatest value, with straight lines between.
struct Triangular {
  double low = 0.0;
  double mode = 0.0;  // low <= mode <= high
  double high = 1.0;  // > low
};

struct Choice {
  std::vector<double> values;   // at least one
  std::vector<double> weights;  // as many, >= 0, some > 0; they need not sum to 1
};

using Distribution =
    std::variant<Constant, Exponential, Lognormal, Weibull, Uniform, Choice, Normal, Triangular>;

double sample(const Distribution& distribution, Random& random);
double mean(const Distribution& distribution);

}  // namespace hubwatt
