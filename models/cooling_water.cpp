#include <algorithm>

#include "models/cooling_kinds.hpp"

namespace hubwatt {
namespace {

// Pumps and fans of chillers that are switched on for a store, or off because of one, stand at full speed:
// their power goes with its heat, at the rate of the design point, where a machine that follows the load goes
// with its cube.
Power switched_power(const VariableSpeed& machine, Power heat, double heat_ratio) {
  return machine.share * (heat / heat_ratio);
}

// Hall fans follow the IT load; pumps that and what a store is charged with; the plant's own part is the same
// for every chiller, whatever takes its heat.
template <class Plant>
CoolingState chilled_water(const Plant& plant, const CoolingTask& task, Power heat, Temperature supply,
                           double mechanical_share, Temperature sink) {
  CoolingState state;
  state.compressor =
      carried_by_compressors(plant.compressor, plant.heat_ratio, heat * mechanical_share, supply, sink, task);
  state.fans = moving_power(plant.fans, task);
  state.pumps = moving_power(plant.pumps, task) +
                switched_power(plant.pumps, std::max(task.to_store, Power{}), plant.heat_ratio);
  state.free_share = 1.0 - mechanical_share;
  state.supply = supply;
  state.inlet = supply + plant.air_approach;
  state.back = supply + plant.water_rise;
  state.allowed = supply <= plant.supply_limit;
  return state;
}

// Of tower or condenser: as the IT load asks, more for a store that is charged, less for one that helps or
// for heat that others use.
Power giving_off(const VariableSpeed& fans, const CoolingTask& task, double heat_ratio) {
  return std::max(moving_power(fans, task) + switched_power(fans, task.to_store - task.reused, heat_ratio),
                  Power{});
}

// The tower gives off all of the heat, and the chillers' own work.
CoolingState with_tower(const ChilledWater& plant, const CoolingTask& task, Temperature supply,
                        double mechanical_share) {
  const Power heat = plant_heat(plant.heat_ratio, task);
  CoolingState state = chilled_water(plant, task, heat, supply, mechanical_share, task.weather.wet_bulb);
  state.tower = giving_off(plant.tower, task, plant.heat_ratio);
  give_off_wet(plant.water, heat + state.compressor, task, state);
  return state;
}

}  // namespace

//   Equation   compressor = heat / cop(supply, wet bulb); fans, pumps and tower by the cube of the IT load,
//              pumps and tower moreover in proportion to what a store takes or gives
CoolingState cool(const ChilledWater& plant, const CoolingTask& task) {
  return with_tower(plant, task, plant.supply + task.supply_offset, 1.0);
}

//   Equation   tower water w = wet bulb + economizer_approach; it takes the share (supply + water_rise - w) /
//              water_rise of the heat, clamped to 0..1; chillers in series carry the rest
CoolingState cool(const ChilledWaterEconomizer& kind, const CoolingTask& task) {
  const Temperature supply = kind.plant.supply + task.supply_offset;
  const Temperature tower_water = task.weather.wet_bulb + kind.economizer_approach;
  const auto run = [&](Temperature at, double mechanical_share) {
    CoolingState state = with_tower(kind.plant, task, at, mechanical_share);
    state.back = at + kind.water_rise;
    return state;
  };
  switch (task.mode) {
    case CoolingMode::mechanical:
      return run(supply, 1.0);
    case CoolingMode::economizer:
      return run(std::max(supply, tower_water), 0.0);
    default:
      return run(supply, std::clamp((tower_water - supply) / kind.water_rise, 0.0, 1.0));
  }
}

//   Equation   compressor = heat / cop(supply, dry bulb); fans, pumps and condenser fans as above
CoolingState cool(const AirCooledChiller& plant, const CoolingTask& task) {
  const Power heat = plant_heat(plant.heat_ratio, task);
  CoolingState state =
      chilled_water(plant, task, heat, plant.supply + task.supply_offset, 1.0, task.weather.dry_bulb);
  state.tower = giving_off(plant.condenser_fans, task, plant.heat_ratio);
  return state;
}

}  // namespace hubwatt
