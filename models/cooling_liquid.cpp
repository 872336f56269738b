#include <algorithm>

#include "models/cooling_kinds.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

//   Equation   dry coolers give water of d = dry bulb + dry_approach, sprayed of w = wet bulb + wet_approach.
//              d <= supply: dry. Else sprayed, and the trim chiller carries (w - supply) / water_rise of the
//              heat, clamped to 0..1. Evaporation carries what lies between d and the greater of w and
//              supply.
CoolingState run_loop(const LiquidLoop& loop, const CoolingTask& task, double heat_ratio) {
  const Weather& outside = task.weather;
  const Power heat = plant_heat(heat_ratio, task);
  CoolingState state;
  state.supply = loop.supply + task.supply_offset;
  state.inlet = no_air;
  state.back = state.supply + loop.water_rise;
  state.allowed = state.supply <= loop.supply_limit &&
                  !(loop.liquid_class && state.supply > warmest_water(*loop.liquid_class));
  const Temperature dry = outside.dry_bulb + loop.dry_approach;
  const Temperature wet = std::min(dry, outside.wet_bulb + loop.wet_approach);
  const bool sprayed = task.mode != CoolingMode::dry && dry > state.supply;
  const double share = std::clamp(((sprayed ? wet : dry) - state.supply) / loop.water_rise, 0.0, 1.0);
  state.pumps = moving_power(loop.pumps_and_fans, task);
  state.compressor =
      carried_by_compressors(loop.compressor, heat_ratio, heat * share, state.supply, outside.dry_bulb, task);
  if (sprayed) {
    const double latent = std::clamp((dry - std::max(wet, state.supply)) / loop.water_rise, 0.0, 1.0);
    give_off_wet(loop.water, heat * latent, task, state);
  }
  state.free_share = 1.0 - share;
  return state;
}

CoolingTask part_of(const CoolingTask& task, double share) {
  CoolingTask part = task;
  part.it *= share;
  part.design_it *= share;
  return part;
}

}  // namespace

//   Equation   the loop at liquid_share of IT and design IT, plus the air plant, as designed but for the
//              mode, at the rest; free_share weighted by heat. Reused heat is the loop's.
CoolingState cool(const ColdPlate& plant, const CoolingTask& task) {
  CoolingTask rest = part_of(task, 1.0 - plant.liquid_share);
  rest.supply_offset = {};
  rest.reused = {};
  const CoolingState air = cool(plant.air, rest);
  CoolingState state = run_loop(plant.loop, part_of(task, plant.liquid_share), plant.heat_ratio);
  const double liquid_heat = plant.liquid_share * plant.heat_ratio;
  const double air_heat = (1.0 - plant.liquid_share) * plant.air.heat_ratio;
  state.free_share = (liquid_heat * state.free_share + air_heat * air.free_share) / (liquid_heat + air_heat);
  state.compressor += air.compressor;
  state.fans += air.fans;
  state.pumps += air.pumps;
  state.evaporation += air.evaporation;
  state.blow_down += air.blow_down;
  state.drift += air.drift;
  state.inlet = air.inlet;
  state.allowed = state.allowed && air.allowed;
  return state;
}

//   Equation   the loop at liquid_share of IT and design IT, plus ventilation_ratio of the heat of the rest
CoolingState cool(const Immersion& plant, const CoolingTask& task) {
  CoolingState state = run_loop(plant.loop, part_of(task, plant.liquid_share), plant.heat_ratio);
  const double rest = 1.0 - plant.liquid_share;
  state.fans = plant.ventilation_ratio * plant.heat_ratio * rest * task.it;
  state.free_share = plant.liquid_share * state.free_share + rest;
  return state;
}

}  // namespace hubwatt
