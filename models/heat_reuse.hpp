// Waste heat for a district heating network: how much of the heat that comes back from the servers is taken,
// what the network gets, and what the heat pump between the two draws. The cooling plant then carries that
// much less heat; pumps of the network are the network's.
//
//   Equation   source at least network_supply + exchanger: straight through an exchanger, delivered = taken.
//              Else cop = clamp(carnot_share Th / (Th - Tc), least_cop, greatest_cop), in kelvin, with
//              Th = network_supply + exchanger, Tc = source - exchanger
//              delivered = min(demand, capacity, heat cop / (cop - 1));  pump = delivered / cop
//              taken = delivered - pump
//              demand = hot_water + heating max(0, (heating_limit - dry bulb) / (heating_limit - coldest))
//   Validity   the network takes any part of the capacity; its supply does not follow the weather; the pump's
//              part load does not move its cop
//   Source     heat load by outside temperature: the degree-day method, e.g. EN 12831 and ISO 15927-6. Carnot
//              share of large heat pumps 0.4 to 0.6: Arpagaus et al., Energy 152 (2018). Reuse is counted
//              where it leaves the site, ISO/IEC 30134-6. Confidence: paper for the form, estimate for
//              figures.
#pragma once

#include <optional>

#include "models/hourly.hpp"
#include "models/quantity.hpp"

namespace hubwatt {

struct HeatDemand {
  Power hot_water{};          // all year
  Power heating{};            // on top, when it is as cold as `coldest`
  Temperature heating_limit;  // no heating from here on
  Temperature coldest;        // that the network is designed for, below heating_limit
};

struct HeatReuse {
  Power capacity{};            // greatest heat delivered
  Temperature network_supply;  // what the network asks for
  TemperatureDifference exchanger{};
  double carnot_share = 0.0;
  double least_cop = 1.0, greatest_cop = 1.0;  // least_cop above 1
  HeatDemand demand;
  std::optional<Hourly<Power>> demand_by_hour;  // takes the place of `demand` where a file gives it
};

struct HeatReuseState {
  Power taken{};      // from the plant: `reused` of cooling_state
  Power delivered{};  // to the network
  Power pump{};       // electric; cooling energy
};

Power heat_demand(const HeatDemand& demand, Temperature dry_bulb);
// That of the hour where a file gives it, else that of the weather.
Power heat_demand(const HeatReuse& reuse, Temperature dry_bulb, HourOfYear at);

// `heat` at hand at the temperature `source` (reusable_heat and CoolingState::back), >= 0.
HeatReuseState reuse_heat(const HeatReuse& reuse, Power heat, Temperature source, Power demand);
// With the demand of the weather.
HeatReuseState reuse_heat(const HeatReuse& reuse, Power heat, Temperature source, Temperature dry_bulb);

}  // namespace hubwatt
