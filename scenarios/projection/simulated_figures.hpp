// What a projection takes from simulated sums: figures of a plant, each a ratio of sums, never a mean of ratios. One
// table names, defines and computes them.
#pragma once

#include <optional>
#include <span>

#include "scenarios/kpi.hpp"

namespace hubwatt {

// Where the denominator is zero (accelerators of a hub without) a figure has no value.
struct SimulatedFigure {
  const char* key;   // "pue"
  const char* unit;  // "kg/kWh"; empty for shares and ratios of energies
  const char* definition;
  std::optional<double> (*value)(const KpiInput&);  // in that unit
};

// pue, cooling, chain_loss, other, wue, green_share, grid_carbon, market_carbon, residual_carbon, price, gpu_activity, gpu_allocation,
// server_utilization, rack_occupancy.
std::span<const SimulatedFigure> simulated_figures();

}  // namespace hubwatt
