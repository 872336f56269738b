#include "models/heat_reuse.hpp"

#include <algorithm>

#include "models/contract.hpp"

namespace hubwatt {

Power heat_demand(const HeatDemand& demand, Temperature dry_bulb) {
  const double cold = (demand.heating_limit - dry_bulb) / (demand.heating_limit - demand.coldest);
  return demand.hot_water + std::max(cold, 0.0) * demand.heating;
}

Power heat_demand(const HeatReuse& reuse, Temperature dry_bulb, HourOfYear at) {
  return reuse.demand_by_hour ? reuse.demand_by_hour->at(at) : heat_demand(reuse.demand, dry_bulb);
}

HeatReuseState reuse_heat(const HeatReuse& reuse, Power heat, Temperature source, Power demand) {
  HUBWATT_EXPECTS(heat >= Power{});
  HUBWATT_EXPECTS(demand >= Power{});
  const Power wanted = std::min(demand, reuse.capacity);
  if (source >= reuse.network_supply + reuse.exchanger) {
    const Power direct = std::min(wanted, heat);
    return {direct, direct, {}};
  }
  const Temperature hot = reuse.network_supply + reuse.exchanger, cold = source - reuse.exchanger;
  const double carnot = hot.kelvin() / (hot - cold).base();
  const double cop = std::clamp(reuse.carnot_share * carnot, reuse.least_cop, reuse.greatest_cop);
  const Power taken = std::min(wanted * ((cop - 1.0) / cop), heat);
  const Power pump = taken / (cop - 1.0);
  return {taken, taken + pump, pump};
}

HeatReuseState reuse_heat(const HeatReuse& reuse, Power heat, Temperature source, Temperature dry_bulb) {
  return reuse_heat(reuse, heat, source, heat_demand(reuse.demand, dry_bulb));
}

}  // namespace hubwatt
