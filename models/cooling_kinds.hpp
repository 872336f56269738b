// One function per kind of cooling plant; cooling.hpp chooses between them. Only the cooling sources include this.
#pragma once

#include "models/cooling.hpp"

namespace hubwatt {

// What the plant must answer at an instant.
struct CoolingTask {
  Power it{}, design_it{};
  const Weather& weather;
  CoolingMode mode = CoolingMode::design;
  TemperatureDifference supply_offset{};
};

Power moving_power(const VariableSpeed& machine, const CoolingTask& task);

CoolingState cool(const RatioCooling& plant, const CoolingTask& task);
CoolingState cool(const LegacyCrac& plant, const CoolingTask& task);
CoolingState cool(const ChilledWater& plant, const CoolingTask& task);
CoolingState cool(const ChilledWaterEconomizer& plant, const CoolingTask& task);
CoolingState cool(const DirectAir& plant, const CoolingTask& task);
CoolingState cool(const IndirectEvaporative& plant, const CoolingTask& task);
CoolingState cool(const ColdPlate& plant, const CoolingTask& task);
CoolingState cool(const Immersion& plant, const CoolingTask& task);

}  // namespace hubwatt
