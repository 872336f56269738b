// One function per kind of cooling plant; cooling.hpp chooses between them. Only the cooling sources include
// this.
#pragma once

#include "models/cooling.hpp"

namespace hubwatt {

// What the plant must answer at an instant.
struct CoolingTask {
  Power it{}, design_it{};
  const Weather& weather;
  CoolingMode mode = CoolingMode::design;
  TemperatureDifference supply_offset{};
  Power to_store{};  // as cooling_state() says
  Power reused{};
  CoolingUnits units{};
};

// Air that enters servers which need none: no warmer than what their fans begin to rise at.
inline constexpr Temperature no_air = Temperature::celsius(25.0);

// Power of a machine that follows the IT load.
Power moving_power(const VariableSpeed& machine, const CoolingTask& task);

// Heat that is left for the plant of `heat_ratio`.
Power plant_heat(double heat_ratio, const CoolingTask& task);

// What the compressors draw that carry `heat` of a plant sized for heat_ratio * design IT.
Power carried_by_compressors(const Compressor& machine, double heat_ratio, Power heat, Temperature supply,
                             Temperature sink, const CoolingTask& task);

void give_off_wet(const WaterUse& use, Power heat, const CoolingTask& task, CoolingState& state);

CoolingState cool(const RatioCooling& plant, const CoolingTask& task);
CoolingState cool(const LegacyCrac& plant, const CoolingTask& task);
CoolingState cool(const ChilledWater& plant, const CoolingTask& task);
CoolingState cool(const ChilledWaterEconomizer& plant, const CoolingTask& task);
CoolingState cool(const AirCooledChiller& plant, const CoolingTask& task);
CoolingState cool(const DirectAir& plant, const CoolingTask& task);
CoolingState cool(const IndirectEvaporative& plant, const CoolingTask& task);
CoolingState cool(const ColdPlate& plant, const CoolingTask& task);
CoolingState cool(const Immersion& plant, const CoolingTask& task);
CoolingState cool(const MixedCooling& plant, const CoolingTask& task);

// The state of a whole plant, with the limits of its servers.
CoolingState cool(const Cooling& cooling, const CoolingTask& task);

// How far the supply may rise over its set point.
TemperatureDifference supply_room(const Cooling& cooling);
// Whether every part of it has a mode without spray.
bool can_run_dry(const Cooling& cooling);

}  // namespace hubwatt
