#include "scenarios/heat_fields.hpp"

namespace hubwatt {

template <>
Form<ThermalStorage> form_of() {
  return {
      "a cold store",
      {field("capacity", &ThermalStorage::capacity, "heat it can take").within(positive),
       field("charge", &ThermalStorage::charge, "greatest heat flow the plant cools it with")
           .within(positive),
       field("discharge", &ThermalStorage::discharge, "greatest heat flow it takes over").within(positive),
       field("loss_per_day", &ThermalStorage::loss_per_day, "of what is stored")
           .within({.low = 0.0, .high = 1.0, .high_end = Limits::End::excluded})
           .defaults("0.01", "large insulated tanks, estimate"),
       field("initial_charge", &ThermalStorage::initial_charge, "share of capacity at the start")
           .within(share)
           .defaults("0.0", "no cold that nobody made")},
      {}};
}

template <>
Form<HeatDemand> form_of() {
  return {
      "a demand for heat",
      {field("hot_water", &HeatDemand::hot_water, "all year").within(at_least_zero),
       field("heating", &HeatDemand::heating, "on top, when it is as cold as `coldest`")
           .within(at_least_zero),
       field("heating_limit", &HeatDemand::heating_limit, "dry bulb from which nobody heats")
           .defaults("\"15 degC\"", "heating limit of the degree-day method, VDI 3807 and EN ISO 15927-6"),
       field("coldest", &HeatDemand::coldest, "dry bulb the network is designed for, below heating_limit")},
      [](const HeatDemand& demand, const Node& node, Reading& reading) {
        if (demand.coldest >= demand.heating_limit) {
          reading.mistake_at_key(node, "coldest", "is not below heating_limit");
        }
      }};
}

template <>
Form<HeatReuse> form_of() {
  return {"a reuse of heat",
          {field("capacity", &HeatReuse::capacity, "greatest heat delivered").within(positive),
           field("network_supply", &HeatReuse::network_supply, "what the heat network asks for")
               .within(between(Temperature::celsius(20.0), Temperature::celsius(120.0))),
           field("exchanger", &HeatReuse::exchanger, "spread of each heat exchanger")
               .within(positive)
               .defaults("\"3 K\"", "plate heat exchangers, estimate"),
           field("carnot_share", &HeatReuse::carnot_share, "of the heat pump: coefficient over Carnot's")
               .within(positive_share)
               .defaults("0.5", "large heat pumps reach 0.4 to 0.6: Arpagaus et al., Energy 152, 2018"),
           field("least_cop", &HeatReuse::least_cop, "lower bound of the coefficient of performance")
               .within({.low = 1.0, .low_end = Limits::End::excluded})
               .defaults("1.5", "no pump is built for less, estimate"),
           field("greatest_cop", &HeatReuse::greatest_cop, "upper bound of the coefficient of performance")
               .within({.low = 1.0, .low_end = Limits::End::excluded})
               .defaults("8.0", "auxiliaries at small lifts, estimate"),
           field("demand", &HeatReuse::demand, "of the network, by the weather")
               .else_means("demand_by_hour is given"),
           field("demand_by_hour", &HeatReuse::demand_by_hour, "the same from a file, or one figure")
               .within(at_least_zero)
               .else_means("demand is given")},
          [](const HeatReuse& reuse, const Node& node, Reading& reading) {
            if ((node.find("demand") != nullptr) == reuse.demand_by_hour.has_value()) {
              reading.mistake(node, "exactly one of demand and demand_by_hour is due");
            }
            if (reuse.greatest_cop < reuse.least_cop) {
              reading.mistake_at_key(node, "greatest_cop", "is below least_cop");
            }
          }};
}

}  // namespace hubwatt
