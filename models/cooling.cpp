#include "models/cooling.hpp"

#include <algorithm>

#include "models/contract.hpp"
#include "models/cooling_kinds.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

constexpr double rounding = 1e-9;  // of shares, and of heat over the plant's

}  // namespace

const char* mode_name(CoolingMode mode) {
  switch (mode) {
    case CoolingMode::design:
      return "design";
    case CoolingMode::mechanical:
      return "mechanical";
    case CoolingMode::economizer:
      return "economizer";
    case CoolingMode::dry:
      return "dry";
  }
  HUBWATT_EXPECTS(false);
  return "";
}

FreeCooling CoolingState::free_cooling() const {
  if (free_share <= rounding) return FreeCooling::none;
  return free_share < 1.0 - rounding ? FreeCooling::partial : FreeCooling::full;
}

Power moving_power(const VariableSpeed& machine, const CoolingTask& task) {
  if (task.design_it == Power{}) return {};
  const double load = task.it / task.design_it;
  const double alone = std::max(load * load * load, machine.floor);
  const double more = static_cast<double>(task.units.installed()) / task.units.needed;
  const double slow = load / more;
  const double shared = more * std::max(slow * slow * slow, machine.floor);
  return task.design_it * (machine.share * std::min(alone, shared));
}

Power plant_heat(double heat_ratio, const CoolingTask& task) {
  const Power heat = heat_ratio * task.it;
  const Power left = heat - task.reused + task.to_store;
  HUBWATT_EXPECTS(left >= -rounding * heat);
  return std::max(left, Power{});
}

Power carried_by_compressors(const Compressor& machine, double heat_ratio, Power heat, Temperature supply,
                             Temperature sink, const CoolingTask& task) {
  const CompressorBank bank{task.units.installed(), heat_ratio * task.design_it / task.units.needed};
  return compressor_power(machine, heat, bank, supply, sink);
}

void give_off_wet(const WaterUse& use, Power heat, const CoolingTask& task, CoolingState& state) {
  const WaterLoss loss = water_loss(use, heat, task.weather);
  state.evaporation = loss.evaporation;
  state.blow_down = loss.blow_down;
  state.drift = loss.drift;
}

//   Equation   power = ratio * heat;  no water
CoolingState cool(const RatioCooling& plant, const CoolingTask& task) {
  CoolingState state;
  state.compressor = plant.ratio * plant_heat(1.0, task);
  state.supply = state.inlet = state.back = plant.supply;
  return state;
}

CoolingState cool(const Cooling& cooling, const CoolingTask& task) {
  CoolingTask own = task;
  own.units = cooling.units;
  CoolingState state = std::visit([&own](const auto& plant) { return cool(plant, own); }, cooling.plant);
  if (cooling.air_class && state.inlet > allowable_air(*cooling.air_class).high) state.allowed = false;
  return state;
}

CoolingState cooling_state(const Cooling& cooling, Power it, Power design_it, const Weather& weather,
                           const CoolingSetting& setting, Power to_store, Power reused) {
  HUBWATT_EXPECTS(it >= Power{});
  HUBWATT_EXPECTS(design_it > Power{} || it == Power{});
  HUBWATT_EXPECTS(reused >= Power{});
  HUBWATT_EXPECTS(to_store == Power{} || can_store_cold(cooling));
  return cool(cooling, {it, design_it, weather, setting.mode, setting.supply_offset, to_store, reused, {}});
}

}  // namespace hubwatt
