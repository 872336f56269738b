#include "scenarios/plant_decisions.hpp"

#include <array>
#include <span>

#include "models/contract.hpp"
#include "models/units.hpp"

namespace hubwatt {

void decide_cooling(Site& site, CoolingPolicy& policy, double now_s) {
  const Cooling& plant = site.hub().cooling;
  const std::span<const CoolingSetting> settings = cooling_settings(plant);
  constexpr std::size_t most = 16;
  HUBWATT_EXPECTS(!settings.empty() && settings.size() <= most);
  const Power it = site.servers.load().power;
  std::array<hw_cooling_point, most> points{};
  for (std::size_t i = 0; i < settings.size(); ++i) {
    const CoolingState state = cooling_state(plant, it, site.design_power(), site.conditions.weather, settings[i]);
    points[i].mode = mode_name(settings[i].mode);
    points[i].supply_degc = points[i].inlet_degc = state.supply.celsius();
    points[i].power_w = state.total() / unit::W;
    points[i].water_l_per_h = state.water() / (unit::litre / unit::hour);
    points[i].free_share = state.free_share;
    points[i].allowed = static_cast<std::uint8_t>(state.allowed ? 1 : 0);
  }
  const Weather& weather = site.conditions.weather;
  hw_cooling_view view{};
  view.now_s = now_s;
  view.hub = site.index();
  view.it_power_w = it / unit::W;
  view.dry_bulb_degc = weather.dry_bulb.celsius();
  view.wet_bulb_degc = weather.wet_bulb.celsius();
  view.dew_point_degc = weather.dew_point.celsius();
  view.price_cny_per_kwh = site.conditions.price / unit::cny_per_kWh;
  view.carbon_kg_per_kwh = site.conditions.grid_carbon / unit::kg_per_kWh;
  view.point_count = static_cast<std::uint32_t>(settings.size());
  view.points = points.data();
  site.decisions.cooling = settings[policy.choose(view)];
}

void decide_supply(Site& site, SupplyPolicy& policy, double now_s, std::int64_t utc_seconds) {
  const Hub& hub = site.hub();
  if (!hub.battery) return;
  const Battery& battery = *hub.battery;
  const HubState load =
      hub_load(hub, {site.servers.load().power, site.servers.fan_load()}, site.design_power(), site.conditions,
               site.decisions, site.stores, 1.0 * unit::hour);
  hw_supply_view view{};
  view.now_s = now_s;
  view.hub = site.index();
  view.load_w = load.facility() / unit::W;
  view.renewable_w = site.conditions.renewable_power() / unit::W;
  view.battery_capacity_j = battery.capacity / unit::J;
  view.battery_stored_j = site.stores.battery / unit::J;
  view.battery_floor_j = battery.floor() / unit::J;
  view.battery_power_w = battery.power / unit::W;
  site.source.forecast(utc_seconds, view.carbon_kg_per_kwh, view.price_cny_per_kwh);
  const hw_supply_rule rule = policy.rule(view);
  site.decisions.battery = {rule.charge_from_surplus_w * unit::W, rule.charge_from_grid_w * unit::W, rule.discharge_w * unit::W};
}

}  // namespace hubwatt
