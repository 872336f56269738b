// Carbon of making equipment, spread evenly over its life: servers, batteries, generating sets, the building.
// Not here: which equipment, how long it really lasts, carbon of taking it apart.
//
// Equation: share = whole x time / life; of a battery, whole x the part of its useful life that the time or
// its wear used up, whichever is more (a battery cycled to death early takes its carbon with it).
// Validity: straight-line; equipment older than its life would be overcounted, so a caller ends it there.
// Replacements are the same again: two batteries in a building's life count twice.
// Source: Software Carbon Intensity, ISO/IEC 21031:2024 (embodied emissions shared by time over expected
// life); totals and lives are the catalogue's. Confidence: official for the rule.
#pragma once

#include <algorithm>
#include <string>

#include "models/battery.hpp"
#include "models/confidence.hpp"
#include "models/generator.hpp"
#include "models/quantity.hpp"

namespace hubwatt {

// Shell and plant of a data center: structure, chillers, transformers, switchgear, by what it is built for.
struct Building {
  CarbonPerPower embodied{};  // of building it, per design IT power
  Duration life{};
  std::string source;
  Confidence confidence = Confidence::estimate;
};

constexpr Carbon embodied_share(Carbon whole, Duration life, Duration time) {
  return whole * (time / life);
}

// Nothing where no life is told. life_used: BatteryWear::life_used(), 0 where wear is not followed.
inline Carbon embodied_share(const Battery& battery, Duration time, double life_used = 0.0) {
  const double by_time = battery.life > Duration{} ? time / battery.life : 0.0;
  return battery.embodied * battery.capacity * std::max(by_time, life_used);
}

inline Carbon embodied_share(const Generator& generator, Duration time) {
  if (generator.life <= Duration{}) return {};
  return embodied_share(generator.embodied * generator.total_capacity(), generator.life, time);
}

inline Carbon embodied_share(const Building& building, Power design_it, Duration time) {
  if (building.life <= Duration{}) return {};
  return embodied_share(building.embodied * design_it, building.life, time);
}

}  // namespace hubwatt
