// Carbon of making equipment, spread evenly over its life. Not here: which equipment, how long it really
// lasts.
//
// Equation: share = whole x time / life.
// Validity: straight-line; equipment older than its life would be overcounted, so a caller ends it there.
// Source: Software Carbon Intensity, ISO/IEC 21031:2024 (embodied emissions shared by time over expected
// life); totals and lives are the catalogue's. Confidence: official for the rule.
#pragma once

#include "models/quantity.hpp"

namespace hubwatt {

constexpr Carbon embodied_share(Carbon whole, Duration life, Duration time) {
  return whole * (time / life);
}

}  // namespace hubwatt
