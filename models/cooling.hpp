// What a cooling plant draws and drinks at an instant, given IT load, weather and the operating point a
// policy chose. Pure and without memory; called for every hub and interval, it does not allocate. Not here:
// thermal storage (thermal_storage.hpp), heat reuse, and the servers' own fans, which belong to IT energy.
//
// For every plant and operating point: power and water are never negative; power never falls when IT load,
// dry bulb, wet bulb or dew point rise, and never rises with a warmer supply at the same mode.
//
//   Equations  beside each kind's function in cooling_air.cpp, cooling_water.cpp, cooling_liquid.cpp
//   Validity   loads up to the design load; steady state; hourly to minute steps
//   Source     figures in platforms/catalogue/cooling.toml. Confidence: estimate unless an entry says
//   otherwise.
#pragma once

#include <span>
#include <string>
#include <variant>

#include "models/confidence.hpp"
#include "models/cooling_plant.hpp"
#include "models/psychrometrics.hpp"
#include "models/quantity.hpp"

namespace hubwatt {

using CoolingPlant = std::variant<RatioCooling, LegacyCrac, ChilledWater, ChilledWaterEconomizer, DirectAir,
                                  IndirectEvaporative, ColdPlate, Immersion>;

struct Cooling {
  std::string id;
  CoolingPlant plant;
  std::string source;
  Confidence confidence = Confidence::estimate;
};

// Who decides what carries the heat.
enum class CoolingMode {
  design,      // the plant's own controls: free cooling first, compressors for the rest
  mechanical,  // compressors carry everything (outside air too dusty, towers iced)
  economizer,  // compressors stay off; the supply floats up as the weather asks, at most to its limit
  dry,         // no water is sprayed; compressors carry more
};

const char* mode_name(CoolingMode mode);

struct CoolingSetting {
  CoolingMode mode = CoolingMode::design;
  TemperatureDifference supply_offset{};  // added to the plant's set point
};

struct CoolingState {
  Power compressor{}, fans{}, pumps{}, tower{}, humidifier{};
  WaterFlow evaporation{}, blow_down{};
  double free_share = 0.0;  // of the heat moved without a compressor, 0..1
  Temperature supply;       // air or water, as the plant's set point is
  bool allowed = true;      // supply within its limit; always so for the first setting

  Power total() const { return compressor + fans + pumps + tower + humidifier; }
  WaterFlow water() const { return evaporation + blow_down; }
};

// `it` at the IT input, `design_it` the power the plant was sized for (above 0 unless `it` is 0 too).
CoolingState cooling_state(const Cooling& cooling, Power it, Power design_it, const Weather& weather,
                           const CoolingSetting& setting = {});

// The operating points a cooling policy may choose from; the first is the plant as designed.
std::span<const CoolingSetting> cooling_settings(const Cooling& cooling);

}  // namespace hubwatt
