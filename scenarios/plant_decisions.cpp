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

// What may be chosen for the plant; the first is the plant as designed.
std::vector<HubDecisions> cooling_choices(const Site& site) {
  std::vector<HubDecisions> choices;
  for (const CoolingSetting& setting : cooling_settings(site.hub().cooling)) {
    HubDecisions with = site.decisions;
    with.cooling = setting;
    choices.push_back(with);
  }
  return choices;
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
  CoolingQuestion question{cooling_choices(site), {}, {}};
  auto& [choices, points, view] = question;
  for (const HubDecisions& choice : choices) points.push_back(point_of(choice, coming_hour(site, choice)));

  const Cooling& plant = site.hub().cooling;
  const Power it = demand_of(site).power;
  const Weather& weather = site.conditions.weather;
  const DayAhead& ahead = site.source.day_ahead(utc_seconds);
  view.now_s = now_s;
  view.hub = site.index();
  view.it_power_w = it / unit::W;
  view.heat_w = heat_per_it(plant) * view.it_power_w;
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
  view.water_stress = 1.0;
  return question;
}

hw_supply_view supply_question(Site& site, double now_s, std::int64_t utc_seconds) {
  HUBWATT_EXPECTS(site.hub().battery.has_value());
  const Battery& battery = *site.hub().battery;
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
