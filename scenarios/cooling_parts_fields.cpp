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
               .within(positive)},
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
           .within({.low = 1.0, .low_end = Limits::End::excluded})},
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
       field("supply_limit", &LiquidLoop::supply_limit, "warmest water the servers bear")},
      [](const LiquidLoop& loop, const Node& node, Reading& reading) {
        if (loop.supply_limit < loop.supply) reading.mistake_at_key(node, "supply_limit", "is below supply");
      }};
}

}  // namespace hubwatt
