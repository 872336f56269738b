// The kinds of cooling plant as plain parameters, filled from platforms/catalogue/cooling.toml, where each
// figure has its source. What they do: cooling.hpp. Shares called "at full speed" are of the design IT power.
#pragma once

#include <optional>
#include <vector>

#include "models/air_class.hpp"
#include "models/compressor.hpp"
#include "models/quantity.hpp"
#include "models/water.hpp"

namespace hubwatt {

// Equal units that together make the plant. All installed ones run and share the load.
struct CoolingUnits {
  int needed = 1;  // that carry the design load
  int spare = 0;   // beyond it

  int installed() const { return needed + spare; }
};

// A fan, pump or tower that follows the load: power = design IT * share * max(load^3, floor). Spare units run
// along at less speed where that draws less, so that `r` = installed over needed gives
// min(max(load^3, floor), r max((load / r)^3, floor)) instead of the max.
struct VariableSpeed {
  double share = 0.0;  // at full speed, of the units that carry the design load
  double floor = 0.0;  // least power, of full speed: minimum flow, static head, drives
};

// Draws `ratio` of the IT power, whatever the weather. For closed forms and for a PUE known from a meter.
struct RatioCooling {
  double ratio = 0.0;
  Temperature supply = Temperature::celsius(24.0);  // shown to policies; enters no equation
};

// Direct expansion units around the hall, constant fans, fixed head pressure, steam humidifiers.
struct LegacyCrac {
  double heat_ratio = 1.0;        // heat to carry per IT power
  double fan_share = 0.0;         // constant, at full speed
  double humidifier_share = 0.0;  // of the IT power
  WaterIntensity humidifier_water{};
  Compressor compressor;
  Temperature supply, supply_limit;
  TemperatureDifference air_approach{};  // air at the servers over supply: hall air mixes in
};

// Water-cooled chillers and cooling towers.
struct ChilledWater {
  double heat_ratio = 1.0;
  VariableSpeed fans, pumps, tower;
  Compressor compressor;
  WaterUse water;
  Temperature supply, supply_limit;      // of the chilled water
  TemperatureDifference air_approach{};  // air at the servers over chilled water
  TemperatureDifference water_rise{};    // of the chilled water through the hall
};

// Chillers that give their heat to the outside air: no tower, no water.
struct AirCooledChiller {
  double heat_ratio = 1.0;
  VariableSpeed fans, pumps, condenser_fans;
  Compressor compressor;
  Temperature supply, supply_limit;  // of the chilled water
  TemperatureDifference air_approach{};
  TemperatureDifference water_rise{};
};

// The same with a heat exchanger between tower and chilled water, in series before the chiller.
struct ChilledWaterEconomizer {
  ChilledWater plant;
  TemperatureDifference water_rise{};           // of the chilled water through the hall, for `plant` too
  TemperatureDifference economizer_approach{};  // water behind the heat exchanger over wet bulb
};

// Outside air through the hall, with direct expansion for the rest.
struct DirectAir {
  double heat_ratio = 1.0;
  VariableSpeed fans;
  TemperatureDifference air_rise{};  // through the servers
  Temperature greatest_dew_point;    // above it the dampers close
  Compressor compressor;
  Temperature supply, supply_limit;
};

// Hall air and outside air exchange heat through a surface that can be wetted on the outside.
struct IndirectEvaporative {
  double heat_ratio = 1.0;
  VariableSpeed fans;            // dry
  double wet_fan_factor = 1.0;   // more pressure drop: fan power wetted over dry
  double trim_fan_factor = 1.0;  // the same with the direct expansion coil at work
  double pump_share = 0.0;       // spray, at full speed, constant while wetted
  double dry_effectiveness = 0.0;
  double wet_effectiveness = 0.0;
  TemperatureDifference air_rise{};
  Compressor compressor;
  WaterUse water;
  Temperature supply, supply_limit;
};

// A warm-water loop that dry coolers cool, with water sprayed before them on hot days, and a small trim
// chiller.
struct LiquidLoop {
  VariableSpeed pumps_and_fans;
  TemperatureDifference dry_approach{};  // supplied water over dry bulb
  TemperatureDifference wet_approach{};  // over wet bulb, when sprayed
  TemperatureDifference water_rise{};
  Compressor compressor;
  WaterUse water;
  Temperature supply, supply_limit;
  std::optional<LiquidClass> liquid_class{};  // of the servers; its limit holds beside supply_limit
};

// Liquid takes `liquid_share` of the heat; an air plant takes the rest.
struct ColdPlate {
  double heat_ratio = 1.0;
  double liquid_share = 0.0;
  LiquidLoop loop;
  IndirectEvaporative air;
};

// Servers in tanks. The rest of the heat reaches the hall; a small ventilation carries it.
struct Immersion {
  double heat_ratio = 1.0;
  double liquid_share = 0.0;
  double ventilation_ratio = 0.0;  // power per heat of the rest
  LiquidLoop loop;
};

// Halls, or racks, cooled in different ways under one roof.
struct CoolingPart;
struct MixedCooling {
  std::vector<CoolingPart> parts;
};

}  // namespace hubwatt
