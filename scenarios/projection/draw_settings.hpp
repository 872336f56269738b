// How a projection's uncertain inputs are drawn, as the file says it. Carried out by draws.hpp and ensemble.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace hubwatt {

enum class DrawSequence { latin_hypercube, sobol };

// Rank correlation (Spearman) of two drawn inputs.
struct InputCorrelation {
  std::string a, b;  // paths of drawn inputs
  double rank = 0.0;
};

struct DrawSettings {
  DrawSequence sequence = DrawSequence::sobol;
  std::optional<int> count;  // draws; where empty, as many as `precision` asks for
  double precision = 0.01;   // of mean and median of the last year's facility energy, relative standard error
  int most = 65536;          // draws at most where precision asks
  int sensitivity = 1024;    // base draws of the Sobol indices; 0: none
  std::vector<InputCorrelation> correlations;
};

}  // namespace hubwatt
