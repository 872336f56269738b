// Water that leaves a site where heat is given off by evaporation: the vapour, the drops that the air carries
// off (drift), and the blow-down that keeps salts from gathering. Not here: water used to make electricity.
//
//   Equation   evaporation = heat * share * per_heat;  drift = heat * use.drift
//              blow-down = max(evaporation / (cycles - 1) - drift, 0): drops carry salts off as well, so that
//              make-up over blow-down and drift is `cycles`
//              share = latent_share; with over_wet_bulb d > 0 times phi(weather) / phi(reference), the latent
//              part of what a wet surface d above the wet bulb w gives to air of the temperature t:
//              phi = (s + g (t - w) / d) / (s + g);  s slope of the saturation pressure at w + d/2,
//              g = 6.6e-4 per K times pressure; reference w = 20 degC, t = 23 degC, 101325 Pa
//   Validity   cycles > 1. d > 0 is for cooling towers: a surface at one mean temperature. In frost air
//              carries nearly half of the heat, in dry heat the vapour carries more than the heat, since the
//              air cools.
//   Source     per_heat from the heat of vaporization at 25 degC, 2442 kJ/kg (ASHRAE Fundamentals): 1.47
//              L/kWh. phi: Bowen's ratio (Bowen, Physical Review 27, 1926) with the psychrometer's constant,
//              confidence: paper; within 0.12 of the balance of air that leaves saturated, 0.2 in dry air
//              (water_test.cpp). ISO/IEC 30134-9 counts all three flows. Figures: catalogue.
#pragma once

#include "models/psychrometrics.hpp"
#include "models/quantity.hpp"

namespace hubwatt {

struct WaterUse {
  WaterIntensity per_heat{};              // evaporated per latent heat
  double latent_share = 0.0;              // of the heat given off wet
  double cycles = 0.0;                    // of concentration: salts in the basin over salts in the make-up
  WaterIntensity drift{};                 // per heat given off wet
  TemperatureDifference over_wet_bulb{};  // of the wet surface; 0: the weather does not move the latent share
};

struct WaterLoss {
  WaterFlow evaporation{}, blow_down{}, drift{};
};

// Latent part of the heat that a surface so far above the wet bulb gives to the air; above 0.
double latent_part(const Weather& weather, TemperatureDifference over_wet_bulb);

// For heat given off wet, >= 0.
WaterLoss water_loss(const WaterUse& use, Power heat, const Weather& weather);

}  // namespace hubwatt
