// What published economics would say of a trajectory, each line as its source's claim: what the source says of 1 % or
// one point, what that comes to over the trajectory, and where the source contradicts itself. None of it is a result
// of hubwatt, and a multiple of the sample's computing is far outside any sample: the lines say so.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "scenarios/projection/economy_settings.hpp"

namespace hubwatt {

struct EconomyClaim {
  std::string source;  // who claims it
  std::string claim;   // in words
  double figure = 0.0;
  std::string unit;
};

// `compute`: total capacity at the end of each year from `first_year`, in any one unit. What needs its growth is left
// out where it does not start above zero.
std::vector<EconomyClaim> economy_claims(const EconomySettings& settings, int first_year,
                                         std::span<const double> compute);

// The claims by source, for a terminal.
std::string economy_text(std::span<const EconomyClaim> claims);

}  // namespace hubwatt
