// What a cooling plant draws and drinks at an instant, given IT load, weather, the operating point a policy
// chose, and the heat that a cold store or a heat network takes over. Pure and without memory; called for
// every hub and interval, it does not allocate. Not here: how much a store gives (thermal_storage.hpp), how
// much a heat network takes (heat_reuse.hpp), and the servers' own fans, which belong to IT energy.
//
// For every plant and operating point: power and water are never negative; power never falls when IT load,
// dry bulb, wet bulb or dew point rise, and never rises with a warmer supply at the same mode.
//
//   Equations  beside each kind's function in cooling_air.cpp, cooling_water.cpp, cooling_liquid.cpp,
//              cooling_mixed.cpp
//   Validity   loads up to the design load; steady state; hourly to minute steps
//   Source     figures in platforms/catalogue/cooling.toml. Confidence: estimate unless an entry says
//   otherwise.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>

#include "models/air_class.hpp"
#include "models/confidence.hpp"
#include "models/cooling_plant.hpp"
#include "models/psychrometrics.hpp"
#include "models/quantity.hpp"

namespace hubwatt {

using CoolingPlant =
    std::variant<RatioCooling, LegacyCrac, ChilledWater, ChilledWaterEconomizer, AirCooledChiller, DirectAir,
                 IndirectEvaporative, ColdPlate, Immersion, MixedCooling>;

struct Cooling {
  std::string id;
  CoolingPlant plant;
  CoolingUnits units;                 // of a mixed hall: each part's own
  std::optional<AirClass> air_class;  // of the servers; where empty, only the plant's own limit holds
  std::string source;
  Confidence confidence = Confidence::estimate;
};

struct CoolingPart {
  double share = 0.0;  // of the IT power; those of a hall add up to 1
  Cooling cooling;
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

// How much of the heat moves without a compressor: all, some or none of it.
enum class FreeCooling { none, partial, full };

struct CoolingState {
  Power compressor{}, fans{}, pumps{}, tower{}, humidifier{};
  WaterFlow evaporation{}, blow_down{}, drift{};
  double free_share = 0.0;  // of the heat moved without a compressor, 0..1; trim compressors move the rest
  Temperature supply;       // air or water, as the plant's set point is; of a mixed hall, its first part's
  Temperature inlet;        // air that enters the servers; 25 degC where none does; of a mixed hall, the mean
  Temperature back;         // the warmest the heat comes back from the servers, for reuse
  bool allowed = true;      // supply and inlet within their limits; always so for the first setting

  Power total() const { return compressor + fans + pumps + tower + humidifier; }
  WaterFlow water() const { return evaporation + blow_down + drift; }
  FreeCooling free_cooling() const;
};

// Heat that others move, beside the plant (`reused`) or from one time to another (`to_store`).
//   to_store  > 0: the plant also cools a store with this heat flow; < 0: a store takes this much off the
//             plant, at most chilled_heat(). 0 where can_store_cold() is false.
//   reused    taken out before the plant, 0..reusable_heat(); with what a store takes, at most the heat there
//             is
//
// `it` at the IT input, `design_it` the power the plant was sized for (above 0 unless `it` is 0 too).
CoolingState cooling_state(const Cooling& cooling, Power it, Power design_it, const Weather& weather,
                           const CoolingSetting& setting = {}, Power to_store = {}, Power reused = {});

// The operating points a cooling policy may choose from, at most 16; the first is the plant as designed.
// Warmer supplies are offered by whole kelvins up to the plant's limit, at most 6 K.
std::span<const CoolingSetting> cooling_settings(const Cooling& cooling);

// The most IT power the plant can carry with so many of its units out; where it has parts of its own, those
// out are where they are missed most. With all of them in, spare units count: more than design_it.
Power cooling_capacity(const Cooling& cooling, Power design_it, int failed_units);

// Whether the plant makes chilled water, which a store can hold.
bool can_store_cold(const Cooling& cooling);
// Heat carried by chilled water: what a store can take over. Linear in `it`.
Power chilled_heat(const Cooling& cooling, Power it);
// Heat that comes back at CoolingState::back: what a heat network can use. Linear in `it`.
Power reusable_heat(const Cooling& cooling, Power it);

}  // namespace hubwatt
