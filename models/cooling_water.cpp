#include <algorithm>

#include "models/cooling_kinds.hpp"

namespace hubwatt {
namespace {

// Chillers carry `mechanical_share` of the heat; the tower gives off all of it, and the chillers' own work.
CoolingState chilled_water(const ChilledWater& plant, const CoolingTask& task, Temperature supply,
                           double mechanical_share) {
  const Power heat = plant.heat_ratio * task.it;
  CoolingState state;
  state.compressor =
      heat * mechanical_share / coefficient_of_performance(plant.compressor, supply, task.weather.wet_bulb);
  state.fans = moving_power(plant.fans, task);
  state.pumps = moving_power(plant.pumps, task);
  state.tower = moving_power(plant.tower, task);
  state.evaporation = evaporation(plant.water, heat + state.compressor);
  state.blow_down = blow_down(plant.water, state.evaporation);
  state.free_share = 1.0 - mechanical_share;
  state.supply = supply;
  state.allowed = supply <= plant.supply_limit;
  return state;
}

}  // namespace

//   Equation   compressor = heat / cop(supply, wet bulb); fans, pumps and tower by the cube of the load
CoolingState cool(const ChilledWater& plant, const CoolingTask& task) {
  return chilled_water(plant, task, plant.supply + task.supply_offset, 1.0);
}

//   Equation   tower water w = wet bulb + economizer_approach; it takes the share (supply + water_rise - w) /
//              water_rise of the heat, clamped to 0..1; chillers in series carry the rest
CoolingState cool(const ChilledWaterEconomizer& kind, const CoolingTask& task) {
  const Temperature supply = kind.plant.supply + task.supply_offset;
  const Temperature tower_water = task.weather.wet_bulb + kind.economizer_approach;
  switch (task.mode) {
    case CoolingMode::mechanical:
      return chilled_water(kind.plant, task, supply, 1.0);
    case CoolingMode::economizer:
      return chilled_water(kind.plant, task, std::max(supply, tower_water), 0.0);
    default: {
      const double missing = (tower_water - supply) / kind.water_rise;
      return chilled_water(kind.plant, task, supply, std::clamp(missing, 0.0, 1.0));
    }
  }
}

}  // namespace hubwatt
