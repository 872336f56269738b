#include "models/cooling.hpp"

#include <algorithm>
#include <array>

#include "models/contract.hpp"
#include "models/cooling_kinds.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

using enum CoolingMode;

constexpr std::array as_given = {CoolingSetting{}};
constexpr std::array warmer = {CoolingSetting{}, CoolingSetting{design, 2.0 * unit::K},
                               CoolingSetting{design, 4.0 * unit::K}};
constexpr std::array warmer_or_outside = {CoolingSetting{}, CoolingSetting{design, 2.0 * unit::K},
                                          CoolingSetting{design, 4.0 * unit::K},
                                          CoolingSetting{economizer, {}}, CoolingSetting{mechanical, {}}};
constexpr std::array warmer_or_dry = {CoolingSetting{}, CoolingSetting{design, 2.0 * unit::K},
                                      CoolingSetting{design, 4.0 * unit::K}, CoolingSetting{dry, {}},
                                      CoolingSetting{dry, 2.0 * unit::K}};
constexpr std::array evaporative = {CoolingSetting{},
                                    CoolingSetting{design, 2.0 * unit::K},
                                    CoolingSetting{dry, {}},
                                    CoolingSetting{dry, 2.0 * unit::K},
                                    CoolingSetting{economizer, {}},
                                    CoolingSetting{mechanical, {}}};

std::span<const CoolingSetting> settings_of(const RatioCooling&) {
  return as_given;
}
std::span<const CoolingSetting> settings_of(const LegacyCrac&) {
  return warmer;
}
std::span<const CoolingSetting> settings_of(const ChilledWater&) {
  return warmer;
}
std::span<const CoolingSetting> settings_of(const ChilledWaterEconomizer&) {
  return warmer_or_outside;
}
std::span<const CoolingSetting> settings_of(const DirectAir&) {
  return warmer_or_outside;
}
std::span<const CoolingSetting> settings_of(const IndirectEvaporative&) {
  return evaporative;
}
std::span<const CoolingSetting> settings_of(const ColdPlate&) {
  return warmer_or_dry;
}
std::span<const CoolingSetting> settings_of(const Immersion&) {
  return warmer_or_dry;
}

}  // namespace

const char* mode_name(CoolingMode mode) {
  switch (mode) {
    case design:
      return "design";
    case mechanical:
      return "mechanical";
    case economizer:
      return "economizer";
    case dry:
      return "dry";
  }
  HUBWATT_EXPECTS(false);
  return "";
}

Power moving_power(const VariableSpeed& machine, const CoolingTask& task) {
  if (task.design_it == Power{}) return {};
  const double load = task.it / task.design_it;
  return task.design_it * (machine.share * std::max(load * load * load, machine.floor));
}

//   Equation   power = ratio * IT;  no water
CoolingState cool(const RatioCooling& plant, const CoolingTask& task) {
  CoolingState state;
  state.compressor = plant.ratio * task.it;
  state.supply = plant.supply;
  return state;
}

CoolingState cooling_state(const Cooling& cooling, Power it, Power design_it, const Weather& weather,
                           const CoolingSetting& setting) {
  HUBWATT_EXPECTS(it >= Power{});
  HUBWATT_EXPECTS(design_it > Power{} || it == Power{});
  const CoolingTask task{it, design_it, weather, setting.mode, setting.supply_offset};
  return std::visit([&task](const auto& plant) { return cool(plant, task); }, cooling.plant);
}

std::span<const CoolingSetting> cooling_settings(const Cooling& cooling) {
  return std::visit([](const auto& plant) { return settings_of(plant); }, cooling.plant);
}

}  // namespace hubwatt
