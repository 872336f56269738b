// The output of a hub's renewable plant over a local calendar year: synthetic, or from measured irradiance.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/psychrometrics.hpp"
#include "platforms/hub.hpp"

namespace hubwatt {

// Where and how a PV plant of the hub stands: at the hub.
PvSite pv_site(const Hub& hub, const Renewable& plant);

// Share of capacity by hour of that year, from the hub's weather in the same hours; empty where the plant's
// `output` is given. `index` is the plant's position in the hub; with seed, hub and year it names the draws.
std::vector<double> renewable_year(const Hub& hub, std::size_t index, int year, std::uint64_t seed,
                                   std::span<const Weather> weather);

}  // namespace hubwatt
