// The forms of the parts that cooling plants are made of.
#include "scenarios/cooling_fields.hpp"

namespace hubwatt {

template <>
Form<VariableSpeed> form_of() {
  return {"a variable-speed drive",
          {field("share", &VariableSpeed::share, "power at full speed, of the design IT power")
               .within(at_least_zero),
           field("floor", &VariableSpeed::floor, "least power, of that at full speed").within(share)},
          {}};
}

template <>
Form<PartLoad> form_of() {
  return {"a part-load curve",
          {field("fixed", &PartLoad::fixed, "power at no load, over that at full load").within(at_least_zero),
           field("linear", &PartLoad::linear, "in proportion to the load").within(at_least_zero),
           field("square", &PartLoad::square, "with the square of the load"),
           field("least", &PartLoad::least, "load below which a machine goes on and off")
               .within(positive_share)
               .defaults("0.1", "hubwatt's estimate; EnergyPlus' least part load of centrifugal chillers")},
          [](const PartLoad& curve, const Node& node, Reading& reading) {
            if (curve.linear + 2.0 * curve.square < 0.0) {
              reading.mistake_at_key(node, "square", "lets power fall as load rises (linear + 2 square < 0)");
            } else if (curve.fixed + curve.linear + curve.square <= 0.0) {
              reading.mistake(node, "a machine at full load must draw power");
            }
          }};
}

template <>
Form<Compressor> form_of() {
  return {"a compressor",
          {field("carnot_share", &Compressor::carnot_share, "coefficient of performance over Carnot's")
               .within(positive_share),
           field("evaporator_approach", &Compressor::evaporator_approach,
                 "supplied air or water over evaporation")
               .within(at_least_zero),
           field("condenser_approach", &Compressor::condenser_approach,
                 "condensation over the outside that takes the heat")
               .within(at_least_zero),
           field("least_condensing", &Compressor::least_condensing, "head pressure is not let below"),
           field("least_cop", &Compressor::least_cop, "lower bound of the coefficient of performance")
               .within(positive),
           field("greatest_cop", &Compressor::greatest_cop, "upper bound of the coefficient of performance")
               .within(positive),
           field("part_load", &Compressor::part_load,
                 "power by load, of machines that share it: (fixed + linear x + square x^2), 1 at full load")
               .else_means("power in proportion to the heat")},
          [](const Compressor& c, const Node& node, Reading& reading) {
            if (c.greatest_cop < c.least_cop)
              reading.mistake_at_key(node, "greatest_cop", "is below least_cop");
          }};
}

template <>
Form<WaterUse> form_of() {
  return {
      "a use of water",
      {field("per_heat", &WaterUse::per_heat, "evaporated per latent heat").within(at_least_zero),
       field("latent_share", &WaterUse::latent_share, "of the heat given off wet").within(share),
       field("cycles", &WaterUse::cycles, "of concentration: salts in the basin over salts in the make-up")
           .within({.low = 1.0, .low_end = Limits::End::excluded}),
       field("drift", &WaterUse::drift, "drops carried off, per heat given off wet; part of the blow-down")
           .within(at_least_zero)
           .defaults("\"0 L/kWh\"", "what is not told is not counted"),
       field(
           "over_wet_bulb", &WaterUse::over_wet_bulb,
           "of the wet surface: latent_share, then of 20 degC wet and 23 degC dry bulb, follows the weather")
           .within(at_least_zero)
           .defaults("\"0 K\"", "the same share in all weather")},
      {}};
}

template <>
Form<LiquidLoop> form_of() {
  return {
      "a liquid loop",
      {field("pumps_and_fans", &LiquidLoop::pumps_and_fans, "of the loop and its dry coolers"),
       field("dry_approach", &LiquidLoop::dry_approach, "supplied water over dry bulb").within(at_least_zero),
       field("wet_approach", &LiquidLoop::wet_approach, "supplied water over wet bulb, when sprayed")
           .within(at_least_zero),
       field("water_rise", &LiquidLoop::water_rise, "of the water through the servers").within(positive),
       field("compressor", &LiquidLoop::compressor, "trim chiller for the hottest hours"),
       field("water", &LiquidLoop::water, "of the spray"),
       field("supply", &LiquidLoop::supply, "water to the servers"),
       field("supply_limit", &LiquidLoop::supply_limit, "warmest water the servers bear"),
       field("liquid_class", &LiquidLoop::liquid_class, "of the servers, ASHRAE TC 9.9")
           .else_means("supply_limit alone holds")},
      [](const LiquidLoop& loop, const Node& node, Reading& reading) {
        if (loop.supply_limit < loop.supply) reading.mistake_at_key(node, "supply_limit", "is below supply");
        if (loop.liquid_class && loop.supply > warmest_water(*loop.liquid_class)) {
          reading.mistake_at_key(node, "liquid_class", "allows no water as warm as supply");
        }
      }};
}

}  // namespace hubwatt
