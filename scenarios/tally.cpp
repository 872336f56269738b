#include "scenarios/tally.hpp"

namespace hubwatt {

void Tally::add(const HubState& state, const ItLoad& load, const SiteConditions& at, Duration dt) {
  time += dt;
  it += state.it * dt;
  cooling += state.cooling_power() * dt;
  chain_loss += state.chain_loss() * dt;
  other += state.other * dt;
  charge += state.charge * dt;
  curtailed += state.curtailed * dt;
  grid += state.grid * dt;
  on_site += at.on_site.power * dt;
  direct += at.direct.power * dt;
  discharge += state.discharge * dt;
  generated += state.generated.output * dt;

  it_idle += load.idle * dt;
  it_jobs += load.jobs * dt;
  it_services += load.services * dt;
  it_fans += state.it_fans * dt;
  it_not_served += state.not_served * dt;
  if (state.not_served > Power{}) not_served += dt;
  on_site_used += state.on_site_used * dt;
  direct_used += state.direct_used * dt;
  distribution_loss += state.chain.distribution * dt;
  rack_supply_loss += state.chain.rack_supply * dt;
  charge_from_grid += state.charge_from_grid * dt;
  certificates += at.certificates.power * dt;
  free_cooled += state.cooling.free_share * (state.it * dt);

  const FreeCooling free = state.cooling.free_cooling();
  if (free == FreeCooling::full) all_free += dt;
  if (free == FreeCooling::partial) partly_free += dt;
  failure_weight += state.failure_rate * dt;
  heat_reused += state.heat.delivered * dt;
  cold_charge += state.cold.charge * dt;
  cold_discharge += state.cold.discharge * dt;
  cold_loss += state.cold.loss * dt;
  fuel += state.generated.fuel * dt;
  fuel_carbon += state.generated.carbon * dt;

  const Energy bought = state.grid * dt;
  grid_carbon += bought * at.grid_carbon;
  residual_carbon += bought * at.residual_carbon;
  grid_attributes += at.claimable_share * bought;
  attributes_residual += at.claimable_share * (bought * at.residual_carbon);
  const Energy own = state.on_site_used * dt;
  const Energy contracted = state.direct_used * dt;
  contract_carbon += own * at.on_site.carbon + contracted * at.direct.carbon;
  certificate_carbon += at.certificates.power * dt * at.certificates.carbon;
  water += state.cooling.water() * dt;
  cost += bought * at.price + own * at.on_site.price + contracted * at.direct.price +
          at.certificates.power * dt * at.certificates.price + state.generated.cost * dt;

  accelerators += load.accelerators * dt;
  accelerators_held += load.accelerators_held * dt;
  accelerators_active += load.accelerators_active * dt;
  servers += load.servers * dt;
  servers_working += load.servers_working * dt;
}

Tally& Tally::operator+=(const Tally& o) {
  // Hubs run side by side: their time is not added up where several tallies of one period are joined (see
  // kpi.cpp), but steps of one hub are.
  time += o.time;
  it += o.it, cooling += o.cooling, chain_loss += o.chain_loss, other += o.other;
  charge += o.charge, curtailed += o.curtailed;
  grid += o.grid, on_site += o.on_site, direct += o.direct, discharge += o.discharge, generated += o.generated;
  it_idle += o.it_idle, it_jobs += o.it_jobs, it_services += o.it_services;
  it_fans += o.it_fans, it_not_served += o.it_not_served;
  on_site_used += o.on_site_used, direct_used += o.direct_used;
  distribution_loss += o.distribution_loss, rack_supply_loss += o.rack_supply_loss;
  charge_from_grid += o.charge_from_grid;
  certificates += o.certificates, grid_attributes += o.grid_attributes, free_cooled += o.free_cooled;
  carbon_free_matched += o.carbon_free_matched, carbon_free_grid += o.carbon_free_grid;
  grid_carbon += o.grid_carbon, residual_carbon += o.residual_carbon;
  attributes_residual += o.attributes_residual;
  contract_carbon += o.contract_carbon, certificate_carbon += o.certificate_carbon;
  heat_reused += o.heat_reused, fuel += o.fuel, fuel_carbon += o.fuel_carbon;
  cold_charge += o.cold_charge, cold_discharge += o.cold_discharge, cold_loss += o.cold_loss;
  water += o.water, cost += o.cost, demand_charge += o.demand_charge;
  accelerators += o.accelerators, accelerators_held += o.accelerators_held;
  accelerators_active += o.accelerators_active;
  servers += o.servers, servers_working += o.servers_working;
  all_free += o.all_free, partly_free += o.partly_free;
  not_served += o.not_served, failure_weight += o.failure_weight;
  return *this;
}

}  // namespace hubwatt
