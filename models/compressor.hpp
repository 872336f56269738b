// Vapour-compression machines (chillers or direct expansion) seen from outside: what they draw for the heat
// they move between the temperature they must supply and that of what takes the heat. Not a map of a product.
//
//   Equation   cop = clamp(carnot_share Te / (Tc - Te), least_cop, greatest_cop)
//              Te = supply - evaporator_approach;  Tc = max(sink + condenser_approach, least_condensing);
//              kelvin
//              A machine at the share x of its capacity q draws q / cop f(x), f(x) = (fixed + linear x +
//              square x^2) / (fixed + linear + square); below `least` it goes on and off: f(least) x / least.
//              Of equal machines as many run, sharing the load, as draw least together; beyond the capacity
//              of all, heat / cop. What they draw stays within heat / greatest_cop and heat / least_cop.
//   Validity   capacity does not depend on temperatures. Power never falls with heat or sink and never rises
//              with supply: f rises, and a least over any number of machines rises with it.
//   Source     Carnot fraction: ASHRAE Fundamentals, Thermodynamics and Refrigeration Cycles. Part load: the
//              form of EnergyPlus' Chiller:Electric:EIR (Engineering Reference), as of DOE-2. Figures and
//              their confidence: platforms/catalogue/cooling.toml.
#pragma once

#include "models/quantity.hpp"

namespace hubwatt {

// The default is a machine whose power is in proportion to its heat.
struct PartLoad {
  double fixed = 0.0, linear = 1.0, square = 0.0;
  double least = 0.1;  // share of capacity, above 0, below which it goes on and off
};

struct Compressor {
  double carnot_share = 0.0;
  TemperatureDifference evaporator_approach{};  // supplied air or water over evaporating
  TemperatureDifference condenser_approach{};   // condensing over the outside temperature that takes the heat
  Temperature least_condensing;                 // head pressure control
  double least_cop = 1.0;
  double greatest_cop = 1.0;
  PartLoad part_load{};
};

// Equal machines: how many, and the heat that one moves at full load.
struct CompressorBank {
  int machines = 1;
  Power capacity{};
};

// At full load. `sink`: dry bulb for an air-cooled condenser, wet bulb behind a cooling tower.
double coefficient_of_performance(const Compressor& machine, Temperature supply, Temperature sink);

// Power of the machines over that of one at full load, for `load` in full loads of one machine, >= 0.
double staged_power(const PartLoad& curve, double load, int machines);

Power compressor_power(const Compressor& machine, Power heat, const CompressorBank& bank, Temperature supply,
                       Temperature sink);

}  // namespace hubwatt
