#include "scenarios/plant_decisions.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "models/contract.hpp"
#include "models/units.hpp"
#include "scenarios/cooling_limits.hpp"

namespace hubwatt {
namespace {

ItDemand demand_of(const Site& site) {
  return {site.servers.load().power, site.servers.fan_load()};
}

// The building as it would run in the coming hour with these decisions.
HubState coming_hour(const Site& site, const HubDecisions& decisions) {
  return hub_load(site.hub(), demand_of(site), site.design_power(), site.conditions, decisions, site.stores,
                  1.0 * unit::hour);
}

// Every setting of the plant, with the cold store at rest, charging and discharging where the hub has one; the first
// is the plant as designed.
std::vector<HubDecisions> cooling_choices(const Site& site) {
  using enum StorageAction;
  const std::span<const CoolingSetting> settings = cooling_settings(site.hub().cooling);
  std::vector<HubDecisions> choices;
  for (const StorageAction action : {rest, charge, discharge}) {
    if (action != rest && !site.hub().cold_store) break;
    for (const CoolingSetting& setting : settings) {
      choices.push_back(site.decisions);
      choices.back().cooling = setting;
      choices.back().cold = action;
    }
  }
  return choices;
}

// A full store that charges, or an empty one that discharges, is a store at rest.
bool does_what_it_says(const HubDecisions& choice, const HubState& state) {
  return (choice.cold == StorageAction::rest) == (state.cold.to_store() == Power{});
}

hw_cooling_point point_of(const HubDecisions& choice, const HubState& state) {
  hw_cooling_point point{};
  point.mode = mode_name(choice.cooling.mode);
  point.supply_degc = state.cooling.supply.celsius();
  point.inlet_degc = state.cooling.inlet.celsius();
  point.power_w = state.cooling_power() / unit::W;
  point.water_l_per_h = state.cooling.water() / (unit::litre / unit::hour);
  point.free_share = state.cooling.free_share;
  point.allowed = static_cast<std::uint8_t>(state.cooling.allowed ? 1 : 0);
  point.fan_power_w = state.it_fans / unit::W;
  point.storage_w = state.cold.to_store() / unit::W;
  return point;
}

double hour_of_day(const Hub& hub, std::int64_t utc_seconds) {
  constexpr std::int64_t day_s = 86400;
  const std::int64_t local = utc_seconds + static_cast<std::int64_t>(hub.utc_offset / unit::second);
  return static_cast<double>((local % day_s + day_s) % day_s) / 3600.0;
}

void show(const DayAhead::Hours& hours, std::span<double> forecast) {
  HUBWATT_EXPECTS(forecast.size() == hours.size());
  std::copy(hours.begin(), hours.end(), forecast.begin());
}

}  // namespace

CoolingQuestion cooling_question(Site& site, double now_s, std::int64_t utc_seconds) {
  CoolingQuestion question;
  auto& [choices, points, view] = question;
  for (const HubDecisions& choice : cooling_choices(site)) {
    const HubState state = coming_hour(site, choice);
    if (!does_what_it_says(choice, state)) continue;
    choices.push_back(choice);
    points.push_back(point_of(choice, state));
  }

  const Power it = demand_of(site).power;
  const Weather& weather = site.conditions.weather;
  const DayAhead& ahead = site.source.day_ahead(utc_seconds);
  view.now_s = now_s;
  view.hub = site.index();
  view.it_power_w = it / unit::W;
  view.heat_w = heat_per_it(site.hub().cooling) * view.it_power_w;
  view.dry_bulb_degc = weather.dry_bulb.celsius();
  view.wet_bulb_degc = weather.wet_bulb.celsius();
  view.dew_point_degc = weather.dew_point.celsius();
  view.price_cny_per_kwh = site.conditions.price / unit::cny_per_kWh;
  view.carbon_kg_per_kwh = site.conditions.grid_carbon / unit::kg_per_kWh;
  view.point_count = static_cast<std::uint32_t>(points.size());
  view.points = points.data();
  view.hour_of_day = hour_of_day(site.hub(), utc_seconds);
  show(ahead.dry_bulb_degc, view.dry_bulb_forecast_degc);
  show(ahead.wet_bulb_degc, view.wet_bulb_forecast_degc);
  show(ahead.price_cny_per_kwh, view.price_forecast_cny_per_kwh);
  show(ahead.carbon_kg_per_kwh, view.carbon_forecast_kg_per_kwh);
  if (const auto& store = site.hub().cold_store) {
    view.storage_capacity_j = store->capacity / unit::J;
    view.storage_stored_j = site.stores.cold / unit::J;
    view.storage_charge_w = store->charge / unit::W;
    view.storage_discharge_w = store->discharge / unit::W;
  }
  view.water_stress = site.hub().water_stress;
  return question;
}

hw_supply_view supply_question(Site& site, double now_s, std::int64_t utc_seconds) {
  HUBWATT_EXPECTS(site.hub().battery.has_value());
  const Battery battery = worn(*site.hub().battery, site.stores.battery_health);
  const Power load = coming_hour(site, site.decisions).facility();
  const DayAhead& ahead = site.source.day_ahead(utc_seconds);
  hw_supply_view view{};
  view.now_s = now_s;
  view.hub = site.index();
  view.load_w = load / unit::W;
  view.renewable_w = site.conditions.renewable_power() / unit::W;
  view.battery_capacity_j = battery.capacity / unit::J;
  view.battery_stored_j = site.stores.battery / unit::J;
  view.battery_floor_j = battery.floor() / unit::J;
  view.battery_power_w = battery.power / unit::W;
  show(ahead.price_cny_per_kwh, view.price_cny_per_kwh);
  show(ahead.carbon_kg_per_kwh, view.carbon_kg_per_kwh);
  view.hour_of_day = hour_of_day(site.hub(), utc_seconds);
  view.battery_round_trip_efficiency = battery.round_trip_efficiency;
  show(ahead.renewable_w, view.renewable_forecast_w);
  for (std::size_t h = 0; h < LoadMemory::hours; ++h)
    view.load_forecast_w[h] = site.loads.day_before(h, load) / unit::W;
  view.month_peak_w = site.month_peak(utc_seconds) / unit::W;
  view.demand_charge_cny_per_kw = site.hub().grid.demand_charge / (unit::cny / unit::kW);
  return view;
}

void decide_cooling(Site& site, CoolingPolicy& policy, double now_s, std::int64_t utc_seconds) {
  const CoolingQuestion question = cooling_question(site, now_s, utc_seconds);
  const auto limit = [&](std::uint32_t point) {
    return broken_limit(site.hub().cooling, coming_hour(site, question.choices[point]).cooling);
  };
  site.decisions = question.choices[policy.choose(question.view, {site.hub().id, limit})];
}

void decide_supply(Site& site, SupplyPolicy& policy, double now_s, std::int64_t utc_seconds) {
  if (!site.hub().battery) return;
  const hw_supply_rule rule = policy.rule(supply_question(site, now_s, utc_seconds));
  site.decisions.battery = {rule.charge_from_surplus_w * unit::W, rule.charge_from_grid_w * unit::W,
                            rule.discharge_w * unit::W};
}

}  // namespace hubwatt
