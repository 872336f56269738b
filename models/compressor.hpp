// A vapour-compression machine (chiller or direct expansion) seen from outside: the coefficient of
// performance between the temperature it must supply and that of what takes its heat. Not a map of a product.
//
//   Equation   cop = clamp(carnot_share Te / (Tc - Te), least_cop, greatest_cop)
//              Te = supply - evaporator_approach;  Tc = max(sink + condenser_approach, least_condensing);
//              kelvin
//   Validity   full to about 40 % load; the fall of a lightly loaded machine's COP is not in it
//   Source     Carnot fraction as in ASHRAE Fundamentals, Thermodynamics and Refrigeration Cycles.
//              Figures and their confidence: platforms/catalogue/cooling.toml.
#pragma once

#include "models/quantity.hpp"

namespace hubwatt {

struct Compressor {
  double carnot_share = 0.0;
  TemperatureDifference evaporator_approach{};  // supplied air or water over evaporating
  TemperatureDifference condenser_approach{};   // condensing over the outside temperature that takes the heat
  Temperature least_condensing;                 // head pressure control
  double least_cop = 1.0;
  double greatest_cop = 1.0;
};

// `sink`: dry bulb for an air-cooled condenser, wet bulb behind a cooling tower.
double coefficient_of_performance(const Compressor& machine, Temperature supply, Temperature sink);

}  // namespace hubwatt
