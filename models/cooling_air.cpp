#include <algorithm>

#include "models/cooling_kinds.hpp"

namespace hubwatt {

//   Equation   fans = design IT * fan_share; humidifier = IT * humidifier_share;
//              compressor = heat / cop(supply, dry bulb), the condensing temperature held up by fixed head
//              pressure
CoolingState cool(const LegacyCrac& plant, const CoolingTask& task) {
  CoolingState state;
  state.supply = plant.supply + task.supply_offset;
  state.allowed = state.supply <= plant.supply_limit;
  state.inlet = state.back = state.supply + plant.air_approach;
  state.compressor =
      carried_by_compressors(plant.compressor, plant.heat_ratio, plant_heat(plant.heat_ratio, task),
                             state.supply, task.weather.dry_bulb, task);
  state.fans = plant.fan_share * task.design_it;
  state.humidifier = plant.humidifier_share * task.it;
  state.evaporation = state.humidifier * plant.humidifier_water;
  return state;
}

//   Equation   compressors carry the share (dry bulb - supply) / air_rise of the heat, clamped to 0..1, since
//              outside air replaces what comes back warmer; all of it while the dew point is above its limit
CoolingState cool(const DirectAir& plant, const CoolingTask& task) {
  const Weather& outside = task.weather;
  const bool too_humid = outside.dew_point > plant.greatest_dew_point;
  CoolingState state;
  state.supply = plant.supply + task.supply_offset;
  double share = std::clamp((outside.dry_bulb - state.supply) / plant.air_rise, 0.0, 1.0);
  if (too_humid || task.mode == CoolingMode::mechanical) share = 1.0;
  if (task.mode == CoolingMode::economizer) {
    state.supply = std::max(state.supply, outside.dry_bulb);
    share = 0.0;
  }
  state.allowed = state.supply <= plant.supply_limit && !(too_humid && task.mode == CoolingMode::economizer);
  state.inlet = state.supply;
  state.back = state.supply + plant.air_rise;
  state.compressor =
      carried_by_compressors(plant.compressor, plant.heat_ratio, plant_heat(plant.heat_ratio, task) * share,
                             state.supply, outside.dry_bulb, task);
  state.fans = moving_power(plant.fans, task);
  state.free_share = 1.0 - share;
  return state;
}

//   Equation   with r = supply + air_rise, the hall's return air: the dry surface gives air of
//              d = r - dry_effectiveness (r - dry bulb), wetted of w = r - wet_effectiveness (r - wet bulb).
//              d <= supply: dry. Else wetted, and compressors carry (w - supply) / air_rise of the heat,
//              clamped to 0..1. Evaporation carries what lies between d and the greater of w and supply.
CoolingState cool(const IndirectEvaporative& plant, const CoolingTask& task) {
  const Weather& outside = task.weather;
  const Power heat = plant_heat(plant.heat_ratio, task);
  CoolingState state;
  state.supply = plant.supply + task.supply_offset;
  const Temperature back = state.supply + plant.air_rise;
  const Temperature dry = back - plant.dry_effectiveness * (back - outside.dry_bulb);
  const Temperature wet = std::min(dry, back - plant.wet_effectiveness * (back - outside.wet_bulb));

  const bool may_wet = task.mode == CoolingMode::design || task.mode == CoolingMode::economizer;
  const bool wetted = may_wet && dry > state.supply;
  const Temperature reached = wetted ? wet : dry;
  double share = std::clamp((reached - state.supply) / plant.air_rise, 0.0, 1.0);
  if (task.mode == CoolingMode::mechanical) share = 1.0;
  if (task.mode == CoolingMode::economizer) {
    state.supply = std::max(state.supply, reached);
    share = 0.0;
  }
  const double factor = share > 0.0 ? plant.trim_fan_factor : wetted ? plant.wet_fan_factor : 1.0;
  state.fans = factor * moving_power(plant.fans, task);
  state.compressor = carried_by_compressors(plant.compressor, plant.heat_ratio, heat * share, state.supply,
                                            outside.dry_bulb, task);
  if (wetted) {
    const double latent = std::clamp((dry - std::max(wet, state.supply)) / plant.air_rise, 0.0, 1.0);
    state.pumps = plant.pump_share * task.design_it;
    give_off_wet(plant.water, heat * latent, task, state);
  }
  state.free_share = 1.0 - share;
  state.inlet = state.supply;
  state.back = state.supply + plant.air_rise;
  state.allowed = state.supply <= plant.supply_limit;
  return state;
}

}  // namespace hubwatt
