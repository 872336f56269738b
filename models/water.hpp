// Water that leaves a site where heat is given off by evaporation: the vapour, and the blow-down that keeps
// salts from gathering. Not here: water used to make electricity.
//
//   Equation   evaporation = heat * latent_share * per_heat;  blow-down = evaporation / (cycles - 1)
//   Validity   cycles > 1. latent_share is of a year: on frosty days air carries more of the heat, in a hot
//   one
//              less. Drift (about 0.001 % of the circulating water) is left out.
//   Source     per_heat from the heat of vaporization at 25 degC, 2442 kJ/kg (ASHRAE Fundamentals): 1.47
//   L/kWh.
//              Cycles of concentration: ISO/IEC 30134-9 counts both flows. Figures: catalogue.
#pragma once

#include "models/quantity.hpp"

namespace hubwatt {

struct WaterUse {
  WaterIntensity per_heat{};  // evaporated per latent heat
  double latent_share = 0.0;  // of the heat given off wet
  double cycles = 0.0;        // of concentration: salts in the basin over salts in the make-up
};

inline WaterFlow evaporation(const WaterUse& use, Power heat) {
  return heat * use.latent_share * use.per_heat;
}

inline WaterFlow blow_down(const WaterUse& use, WaterFlow evaporated) {
  return evaporated / (use.cycles - 1.0);
}

}  // namespace hubwatt
