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
  const Money of_grid = bought * at.price;
  const Money of_supply = own * at.on_site.price + contracted * at.direct.price;
  const Money of_certificates = at.certificates.power * dt * at.certificates.price;
  const Money of_fuel = state.generated.cost * dt;
  grid_cost += of_grid, supply_cost += of_supply, certificate_cost += of_certificates, fuel_cost += of_fuel;
  cost += of_grid + of_supply + of_certificates + of_fuel;

  accelerators += load.accelerators * dt;
  accelerators_held += load.accelerators_held * dt;
  accelerators_active += load.accelerators_active * dt;
  servers += load.servers * dt;
  servers_working += load.servers_working * dt;
}

namespace {

// Calls `change` with each sum of `t` and the same of the others.
template <class Change, class... Others>
Tally& each(Tally& t, const Change& change, const Others&... o) {
  // Hubs run side by side: their time is not added up where several tallies of one period are joined (see
  // kpi.cpp), but steps of one hub are.
  change(t.time, o.time...);
  change(t.it, o.it...), change(t.cooling, o.cooling...), change(t.chain_loss, o.chain_loss...);
  change(t.other, o.other...);
  change(t.charge, o.charge...), change(t.curtailed, o.curtailed...);
  change(t.grid, o.grid...), change(t.on_site, o.on_site...), change(t.direct, o.direct...);
  change(t.discharge, o.discharge...), change(t.generated, o.generated...);
  change(t.it_idle, o.it_idle...), change(t.it_jobs, o.it_jobs...), change(t.it_services, o.it_services...);
  change(t.it_fans, o.it_fans...), change(t.it_not_served, o.it_not_served...);
  change(t.on_site_used, o.on_site_used...), change(t.direct_used, o.direct_used...);
  change(t.distribution_loss, o.distribution_loss...), change(t.rack_supply_loss, o.rack_supply_loss...);
  change(t.charge_from_grid, o.charge_from_grid...);
  change(t.certificates, o.certificates...), change(t.grid_attributes, o.grid_attributes...);
  change(t.free_cooled, o.free_cooled...);
  change(t.heat_reused, o.heat_reused...), change(t.cold_charge, o.cold_charge...);
  change(t.cold_discharge, o.cold_discharge...), change(t.cold_loss, o.cold_loss...);
  change(t.fuel, o.fuel...);
  change(t.carbon_free_matched, o.carbon_free_matched...), change(t.carbon_free_grid, o.carbon_free_grid...);
  change(t.grid_carbon, o.grid_carbon...), change(t.residual_carbon, o.residual_carbon...);
  change(t.attributes_residual, o.attributes_residual...), change(t.contract_carbon, o.contract_carbon...);
  change(t.certificate_carbon, o.certificate_carbon...), change(t.fuel_carbon, o.fuel_carbon...);
  change(t.water, o.water...), change(t.cost, o.cost...);
  change(t.grid_cost, o.grid_cost...), change(t.demand_charge, o.demand_charge...);
  change(t.supply_cost, o.supply_cost...), change(t.certificate_cost, o.certificate_cost...);
  change(t.fuel_cost, o.fuel_cost...);
  change(t.accelerators, o.accelerators...), change(t.accelerators_held, o.accelerators_held...);
  change(t.accelerators_active, o.accelerators_active...);
  change(t.servers, o.servers...), change(t.servers_working, o.servers_working...);
  change(t.all_free, o.all_free...), change(t.partly_free, o.partly_free...);
  change(t.not_served, o.not_served...), change(t.failure_weight, o.failure_weight...);
  return t;
}

}  // namespace

Tally& Tally::operator+=(const Tally& o) {
  return each(*this, [](auto& sum, const auto& more) { sum += more; }, o);
}

Tally& Tally::operator-=(const Tally& o) {
  return each(*this, [](auto& sum, const auto& less) { sum -= less; }, o);
}

Tally& Tally::operator*=(double factor) {
  return each(*this, [factor](auto& sum) { sum = factor * sum; });
}

Tally in_proportion(Tally run, const Tally& base, const Tally& changed) {
  return each(
      run,
      []<class Sum>(Sum& sum, const Sum& was, const Sum& is) {
        if (was == Sum{}) sum += is - was;
        else sum *= is / was;
      },
      base, changed);
}

}  // namespace hubwatt
