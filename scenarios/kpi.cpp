#include "scenarios/kpi.hpp"

#include <algorithm>

#include "models/embodied.hpp"
#include "models/units.hpp"

namespace hubwatt {

namespace {

std::optional<double> ratio(double a, double b) {
  if (b <= 0.0) return std::nullopt;
  return a / b;
}
template <Dimension D>
std::optional<double> ratio(Quantity<D> a, Quantity<D> b) {
  return ratio(a.base(), b.base());
}

std::optional<double> kwh(Energy e) { return e / unit::kWh; }

// Certificates beyond the grid energy they could stand for have no effect on carbon.
Energy certificates_used(const Tally& t) { return std::min(t.certificates, t.grid - t.grid_attributes); }

Carbon market_carbon(const Tally& t) {
  const Energy residual = t.grid - t.grid_attributes;
  const Carbon at_residual = t.residual_carbon - t.attributes_residual;
  const Energy covered = certificates_used(t);
  const double left = residual > Energy{} ? 1.0 - covered / residual : 0.0;
  const double part = t.certificates > Energy{} ? covered / t.certificates : 0.0;
  return left * at_residual + part * t.certificate_carbon + t.contract_carbon;
}

GreenEnergy green_energy(const Tally& t) {
  const Energy of_supply = t.on_site_used + t.direct_used + t.grid_attributes;
  const Energy held = of_supply + t.certificates;
  GreenEnergy out;
  out.counted = std::min(held, t.facility());
  out.certificates = std::max(Energy{}, out.counted - of_supply);
  out.surplus = held - out.counted;
  return out;
}

std::optional<double> matched(const Tally& t, Energy carbon_free) { return ratio(carbon_free, t.facility()); }

const KpiField fields[] = {
    {"it_energy_kwh", "electricity at the IT equipment's input",
     [](const KpiInput& k) -> KpiValue { return kwh(k.sums.it); }},
    {"it_fans_energy_kwh", "part of it: what the servers' own fans draw more where the inlet is above 25 degC",
     [](const KpiInput& k) -> KpiValue { return kwh(k.sums.it_fans); }},
    {"it_not_served_kwh", "IT load that was shed because plant was out; not part of it_energy_kwh",
     [](const KpiInput& k) -> KpiValue { return kwh(k.sums.it_not_served); }},
    {"it_not_served_h", "time with load shed; over several hubs the sum of theirs",
     [](const KpiInput& k) -> KpiValue { return k.sums.not_served / unit::hour; }},
    {"cooling_energy_kwh", "chillers, fans, pumps, towers, humidifiers and heat pumps of the cooling",
     [](const KpiInput& k) -> KpiValue { return kwh(k.sums.cooling); }},
    {"power_chain_loss_kwh", "losses of transformer, UPS, distribution, rack supply and battery conversion",
     [](const KpiInput& k) -> KpiValue { return kwh(k.sums.chain_loss); }},
    {"other_energy_kwh", "lighting and the rest", [](const KpiInput& k) -> KpiValue { return kwh(k.sums.other); }},
    {"facility_energy_kwh",
     "sum of the four; equals grid + on-site and direct supply used + generators + battery discharge - battery charge",
     [](const KpiInput& k) -> KpiValue { return kwh(k.sums.facility()); }},
    {"pue", "facility / IT energy (ISO/IEC 30134-2)", [](const KpiInput& k) -> KpiValue { return pue(k); }},
    {"pue_kind", "PUE for 365 days or more, else iPUE",
     [](const KpiInput& k) -> KpiValue { return std::string(pue_kind(k.period)); }},
    {"pue1", "category 1 of ISO/IEC 30134-2: the same with IT metered at the UPS output",
     [](const KpiInput& k) -> KpiValue {
       const Tally& t = k.sums;
       return ratio(t.facility(), t.it + t.rack_supply_loss + t.distribution_loss);
     }},
    {"pue2", "category 2: the same with IT metered at the distribution output",
     [](const KpiInput& k) -> KpiValue { return ratio(k.sums.facility(), k.sums.it + k.sums.rack_supply_loss); }},
    {"pue3", "category 3: the same with IT metered at the IT input; equals pue",
     [](const KpiInput& k) -> KpiValue { return pue(k); }},
    {"grid_energy_kwh", "bought from the grid", [](const KpiInput& k) -> KpiValue { return kwh(k.sums.grid); }},
    {"on_site_energy_kwh", "generated on site and used, battery charging included",
     [](const KpiInput& k) -> KpiValue { return kwh(k.sums.on_site_used); }},
    {"direct_energy_kwh", "delivered over a direct line and used, battery charging included",
     [](const KpiInput& k) -> KpiValue { return kwh(k.sums.direct_used); }},
    {"curtailed_energy_kwh", "on-site and direct supply that found no use",
     [](const KpiInput& k) -> KpiValue { return kwh(k.sums.curtailed); }},
    {"battery_charge_kwh", "into the battery, at the cells",
     [](const KpiInput& k) -> KpiValue { return kwh(k.sums.charge); }},
    {"battery_discharge_kwh", "out of the battery, at the cells",
     [](const KpiInput& k) -> KpiValue { return kwh(k.sums.discharge); }},
    {"generator_energy_kwh", "of standby sets and gas turbines on site",
     [](const KpiInput& k) -> KpiValue { return kwh(k.sums.generated); }},
    {"generator_fuel_kwh", "heating value of the fuel they burnt",
     [](const KpiInput& k) -> KpiValue { return kwh(k.sums.fuel); }},
    {"certificate_energy_kwh", "attributes bought beside the energy",
     [](const KpiInput& k) -> KpiValue { return kwh(k.sums.certificates); }},
    {"grid_attributes_kwh", "grid energy whose renewable share may be claimed (attributes = true)",
     [](const KpiInput& k) -> KpiValue { return kwh(k.sums.grid_attributes); }},
    {"green_energy_kwh",
     "renewable energy whose attributes the hub holds (on-site and direct used, certificates, grid_attributes_kwh), at "
     "most its facility energy; over several hubs the sum of theirs, so that no certificate counts for another hub",
     [](const KpiInput& k) -> KpiValue { return kwh(k.green.counted); }},
    {"certificates_counted_kwh", "the part of it with certificates, which fill what supply and grid leave",
     [](const KpiInput& k) -> KpiValue { return kwh(k.green.certificates); }},
    {"green_surplus_kwh", "attributes held beyond the hub's facility energy, which count for nothing",
     [](const KpiInput& k) -> KpiValue { return kwh(k.green.surplus); }},
    {"green_share", "REF, renewable energy factor: green_energy_kwh / facility energy (ISO/IEC 30134-3)",
     [](const KpiInput& k) -> KpiValue { return green_share(k); }},
    {"matched_energy_kwh", "facility energy that carbon-free supply met in the same hour",
     [](const KpiInput& k) -> KpiValue { return kwh(k.sums.carbon_free_matched); }},
    {"cfe_score",
     "hourly matched carbon-free share: (sum over hours of min(carbon-free supply, load) + max(0, load - supply) x "
     "grid share) / load",
     [](const KpiInput& k) -> KpiValue {
       return matched(k.sums, k.sums.carbon_free_matched + k.sums.carbon_free_grid);
     }},
    {"cfe_score_without_grid", "the same with the grid's share taken as zero",
     [](const KpiInput& k) -> KpiValue { return matched(k.sums, k.sums.carbon_free_matched); }},
    {"carbon_location_kg", "grid energy x grid factor, hour by hour",
     [](const KpiInput& k) -> KpiValue { return k.sums.grid_carbon / unit::kg; }},
    {"carbon_market_kg", "contractual supply at its own factor, the rest at the residual factor",
     [](const KpiInput& k) -> KpiValue { return k.market / unit::kg; }},
    {"carbon_direct_kg", "of fuel burnt on site (GHG Protocol scope 1); in neither of the two above",
     [](const KpiInput& k) -> KpiValue { return k.sums.fuel_carbon / unit::kg; }},
    {"cue", "carbon_location_kg / it_energy_kwh (ISO/IEC 30134-8)",
     [](const KpiInput& k) -> KpiValue { return ratio(k.sums.grid_carbon / unit::kg, k.sums.it / unit::kWh); }},
    {"water_l", "site water of the cooling", [](const KpiInput& k) -> KpiValue { return k.sums.water / unit::litre; }},
    {"wue", "water_l / it_energy_kwh (ISO/IEC 30134-9)",
     [](const KpiInput& k) -> KpiValue { return ratio(k.sums.water / unit::litre, k.sums.it / unit::kWh); }},
    {"water_stressed_l", "water_l weighted by the water stress of each place",
     [](const KpiInput& k) -> KpiValue { return k.stressed_water / unit::litre; }},
    {"reused_heat_kwh", "heat that left the site for use",
     [](const KpiInput& k) -> KpiValue { return kwh(k.sums.heat_reused); }},
    {"erf", "reused heat / facility energy (ISO/IEC 30134-6)",
     [](const KpiInput& k) -> KpiValue { return ratio(k.sums.heat_reused, k.sums.facility()); }},
    {"ere", "(facility energy - reused heat) / IT energy",
     [](const KpiInput& k) -> KpiValue {
       return ratio((k.sums.facility() - k.sums.heat_reused).base(), k.sums.it.base());
     }},
    {"free_cooling_h", "time with all heat moved without a compressor; over several hubs the sum of theirs",
     [](const KpiInput& k) -> KpiValue { return k.sums.all_free / unit::hour; }},
    {"partial_free_cooling_h", "time with some of it moved so",
     [](const KpiInput& k) -> KpiValue { return k.sums.partly_free / unit::hour; }},
    {"failure_rate_factor",
     "mean failure rate of servers at their inlet temperatures over that at 20 degC (ASHRAE TC 9.9, x-factor)",
     [](const KpiInput& k) -> KpiValue { return ratio(k.sums.failure_weight, k.sums.time); }},
    {"gpu_allocation", "accelerator-seconds held by jobs and services / installed accelerator-seconds",
     [](const KpiInput& k) -> KpiValue { return ratio(k.sums.accelerators_held, k.sums.accelerators); }},
    {"gpu_activity", "the same, each weighted by its activity (0..1)",
     [](const KpiInput& k) -> KpiValue { return ratio(k.sums.accelerators_active, k.sums.accelerators); }},
    {"server_utilization", "server-seconds with any work / installed server-seconds",
     [](const KpiInput& k) -> KpiValue { return ratio(k.sums.servers_working, k.sums.servers); }},
    {"iteu_sv",
     "ITEUsv, mean utilization of CPU servers (ISO/IEC 30134-5), as their background_activity says; servers with "
     "accelerators are left out, and a hub without CPU servers has none",
     [](const KpiInput& k) -> KpiValue { return ratio(k.cpu_utilization, k.cpu_servers); }},
    {"installed_it_power_kw", "peak of all servers",
     [](const KpiInput& k) -> KpiValue { return k.installed_it / unit::kW; }},
    {"rack_occupancy", "racks with equipment / racks of the hub",
     [](const KpiInput& k) -> KpiValue { return ratio(k.racks, k.rack_positions); }},
    {"cost_cny", "sum of the five parts that follow",
     [](const KpiInput& k) -> KpiValue { return k.sums.cost / unit::cny; }},
    {"grid_cost_cny", "part of the cost: grid energy by tariff",
     [](const KpiInput& k) -> KpiValue { return k.sums.grid_cost / unit::cny; }},
    {"demand_charge_cny", "part of the cost: for each month's highest step mean of grid power",
     [](const KpiInput& k) -> KpiValue { return k.sums.demand_charge / unit::cny; }},
    {"supply_cost_cny", "part of the cost: on-site and direct supply that was used, at its price",
     [](const KpiInput& k) -> KpiValue { return k.sums.supply_cost / unit::cny; }},
    {"certificate_cost_cny", "part of the cost: certificates at their price",
     [](const KpiInput& k) -> KpiValue { return k.sums.certificate_cost / unit::cny; }},
    {"fuel_cost_cny", "part of the cost: fuel and upkeep of generators by the kilowatt-hour",
     [](const KpiInput& k) -> KpiValue { return k.sums.fuel_cost / unit::cny; }},
    {"peak_power_kw", "highest step mean of the facility's power",
     [](const KpiInput& k) -> KpiValue { return k.peak / unit::kW; }},
    {"load_factor", "mean / peak_power_kw",
     [](const KpiInput& k) -> KpiValue { return ratio(k.sums.facility() / k.period, k.peak); }},
    {"embodied_carbon_kg", "carbon of making servers, batteries, generators and buildings, spread evenly over their life",
     [](const KpiInput& k) -> KpiValue { return k.embodied / unit::kg; }},
};

}  // namespace

KpiInput kpi_input(const Hub& hub, const Platform& platform, const HubResult& result, Duration period) {
  KpiInput out;
  out.sums = result.sums;
  out.peak = result.peak;
  out.market = market_carbon(result.sums);
  out.green = green_energy(result.sums);
  out.stressed_water = hub.water_stress * result.sums.water;
  out.period = period;
  for (const RackGroup& group : hub.racks) {
    const ServerType& type = platform.servers[group.server.index];
    const double servers = static_cast<double>(group.servers()) * group.represents;
    if (type.life > Duration{}) out.embodied += servers * embodied_share(type.embodied, type.life, period);
    out.racks += static_cast<double>(group.racks) * group.represents;
    out.installed_it += servers * type.power.peak;
    if (type.accelerators() > 0) continue;
    out.cpu_servers += servers;
    out.cpu_utilization += servers * group.background_activity;
  }
  if (hub.battery)
    out.embodied += embodied_share(*hub.battery, period, result.battery_wear ? result.battery_wear->life_used() : 0.0);
  for (const Generator& set : hub.generators) out.embodied += embodied_share(set, period);
  if (hub.building) out.embodied += embodied_share(*hub.building, design_it_power(hub, platform), period);
  out.rack_positions = hub.rack_positions ? static_cast<double>(*hub.rack_positions) : out.racks;
  return out;
}

KpiInput joined(std::span<const KpiInput> hubs, Power peak) {
  KpiInput out;
  for (const KpiInput& hub : hubs) {
    out.sums += hub.sums;
    out.market += hub.market;
    out.green.counted += hub.green.counted;
    out.green.certificates += hub.green.certificates;
    out.green.surplus += hub.green.surplus;
    out.embodied += hub.embodied;
    out.stressed_water += hub.stressed_water;
    out.racks += hub.racks;
    out.rack_positions += hub.rack_positions;
    out.cpu_servers += hub.cpu_servers;
    out.cpu_utilization += hub.cpu_utilization;
    out.installed_it += hub.installed_it;
    out.period = hub.period;
  }
  out.peak = peak;
  return out;
}

std::span<const KpiField> kpi_fields() { return fields; }

std::optional<double> pue(const KpiInput& input) { return ratio(input.sums.facility(), input.sums.it); }

std::optional<double> green_share(const KpiInput& input) { return ratio(input.green.counted, input.sums.facility()); }

const char* pue_kind(Duration period) { return period >= 365.0 * unit::day ? "PUE" : "iPUE"; }

}  // namespace hubwatt
