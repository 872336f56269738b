#include "policies/trial_views.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hubwatt {
namespace {

// 1 at midnight, 0.6 at noon.
double daily_factor(int hour) {
  return 0.8 + 0.2 * std::cos(2.0 * std::numbers::pi * hour / 24.0);
}

}  // namespace

hw_hub trial_hub(const char* id, std::int32_t side, std::uint32_t accelerators) {
  hw_hub hub{};
  hub.id = id;
  hub.side = side;
  hub.accelerators = accelerators;
  hub.accelerators_free = accelerators;
  hub.widest_job = accelerators;
  hub.it_power_w = 1000.0 * accelerators;
  hub.facility_power_w = 1200.0 * accelerators;
  for (int hour = 0; hour < HW_FORECAST_HOURS; ++hour) {
    hub.carbon_kg_per_kwh[hour] = 0.6 * daily_factor(hour);
    hub.price_cny_per_kwh[hour] = 0.5 * daily_factor(hour);
  }
  return hub;
}

hw_job trial_job(std::uint64_t id, std::uint32_t accelerators) {
  hw_job job{};
  job.id = id;
  job.accelerators = accelerators;
  job.duration_s = 4.0 * 3600.0;
  job.activity = 0.9;
  job.data_hub = -1;
  return job;
}

TrialFleet::TrialFleet()
    : hubs{trial_hub("east-near", HW_SIDE_EAST, 256), trial_hub("east-far", HW_SIDE_EAST, 256),
           trial_hub("west-near", HW_SIDE_WEST, 512), trial_hub("west-far", HW_SIDE_WEST, 512)},
      latency_s{0.001, 0.004, 0.010, 0.015} {}

hw_fleet TrialFleet::view() const {
  return {now_s, static_cast<std::uint32_t>(hubs.size()), hubs.data(), latency_s.data()};
}

hw_fleet TrialFleet::view_without_origin() const {
  return {now_s, static_cast<std::uint32_t>(hubs.size()), hubs.data(), nullptr};
}

TrialCooling::TrialCooling()
    : points{{"design", 18.0, 300e3, 1000.0, 0.2, 1, 24.0, 0.0, 0.0},
             {"mechanical", 24.0, 250e3, 1200.0, 0.3, 1, 26.0, 5e3, 0.0},
             {"economizer", 24.0, 150e3, 1500.0, 1.0, 1, 26.0, 5e3, 0.0},
             {"dry", 27.0, 100e3, 0.0, 1.0, 0, 29.0, 20e3, 0.0},
             {"design", 18.0, 400e3, 1300.0, 0.2, 1, 24.0, 0.0, 500e3},
             {"design", 18.0, 200e3, 600.0, 0.2, 1, 24.0, 0.0, -500e3}} {}

hw_cooling_view TrialCooling::view() const {
  hw_cooling_view view{};
  view.it_power_w = 1e6;
  view.dry_bulb_degc = 20.0;
  view.wet_bulb_degc = 15.2;
  view.dew_point_degc = 12.0;
  view.price_cny_per_kwh = 0.5;
  view.carbon_kg_per_kwh = 0.6;
  view.point_count = static_cast<std::uint32_t>(points.size());
  view.points = points.data();
  view.heat_w = 1.04e6;
  view.storage_capacity_j = 4.0 * 3.6e9;
  view.storage_stored_j = 2.0 * 3.6e9;
  view.storage_charge_w = view.storage_discharge_w = 500e3;
  view.water_stress = 1.0;
  for (int hour = 0; hour < HW_FORECAST_HOURS; ++hour) {
    view.dry_bulb_forecast_degc[hour] = 20.0 - 5.0 * (daily_factor(hour) - 0.8);
    view.wet_bulb_forecast_degc[hour] = 15.2 - 2.0 * (daily_factor(hour) - 0.8);
    view.price_forecast_cny_per_kwh[hour] = 0.5 * daily_factor(hour);
    view.carbon_forecast_kg_per_kwh[hour] = 0.6 * daily_factor(hour);
  }
  return view;
}

TrialStore::TrialStore() {
  for (std::size_t h = 0; h < HW_FORECAST_HOURS; ++h) {
    const double factor = daily_factor(static_cast<int>(h));
    wet_bulb_degc[h] = 20.0 - 15.0 * (factor - 0.8);  // 17 at midnight, 23 at noon
    price_cny_per_kwh[h] = h < 8 ? 0.3 : h < 16 ? 0.6 : h < 22 ? 1.0 : 0.6;
    carbon_kg_per_kwh[h] = 0.6 * factor;
  }
}

hw_cooling_view TrialStore::view() {
  constexpr double heat_w = 1e6, hour_s = 3600.0, free_below_degc = 5.0;
  const auto now = static_cast<std::size_t>(hour) % HW_FORECAST_HOURS;
  const double lift = std::max(wet_bulb_degc[now] - free_below_degc, 0.0);
  const double power_by_cold = 0.005 * lift;  // of the chillers; pumps are the same at every point
  const double charge_w = std::min(rate_w, (capacity_j - stored_j) / hour_s);
  const double discharge_w = std::min({rate_w, heat_w, stored_j / hour_s});
  const auto point = [&](double flow_w, double warmer_k) {
    hw_cooling_point out{"design", 17.0 + warmer_k, 0.0, 0.0,   lift > 0.0 ? 0.0 : 1.0,
                         1,        24.0 + warmer_k, 0.0, flow_w};
    out.power_w = 20e3 + power_by_cold * (1.0 - 0.02 * warmer_k) * (heat_w + flow_w);
    out.water_l_per_h = 1.5 * (heat_w + flow_w) / 1000.0;
    out.fan_power_w = 1e3 * warmer_k;
    return out;
  };
  points = {point(0.0, 0.0), point(charge_w, 0.0), point(-discharge_w, 0.0), point(0.0, 2.0)};
  points[1].allowed = charge_w > 0.0 ? 1 : 0;
  points[2].allowed = discharge_w > 0.0 ? 1 : 0;

  hw_cooling_view out{};
  out.now_s = hour * hour_s;
  out.it_power_w = out.heat_w = heat_w;
  out.wet_bulb_degc = wet_bulb_degc[now];
  out.dry_bulb_degc = wet_bulb_degc[now] + 4.0;
  out.dew_point_degc = wet_bulb_degc[now] - 2.0;
  out.price_cny_per_kwh = price_cny_per_kwh[now];
  out.carbon_kg_per_kwh = carbon_kg_per_kwh[now];
  out.point_count = static_cast<std::uint32_t>(points.size());
  out.points = points.data();
  out.hour_of_day = std::fmod(hour, 24.0);
  out.storage_capacity_j = capacity_j;
  out.storage_stored_j = stored_j;
  out.storage_charge_w = out.storage_discharge_w = rate_w;
  out.water_stress = 1.0;
  for (std::size_t ahead = 0; ahead < HW_FORECAST_HOURS; ++ahead) {
    const std::size_t h = (now + ahead) % HW_FORECAST_HOURS;
    out.wet_bulb_forecast_degc[ahead] = wet_bulb_degc[h];
    out.dry_bulb_forecast_degc[ahead] = wet_bulb_degc[h] + 4.0;
    out.price_forecast_cny_per_kwh[ahead] = price_cny_per_kwh[h];
    out.carbon_forecast_kg_per_kwh[ahead] = carbon_kg_per_kwh[h];
  }
  return out;
}

double TrialStore::run(std::uint32_t point) {
  stored_j = std::clamp(stored_j + points[point].storage_w * 3600.0, 0.0, capacity_j);
  hour += 1.0;
  return points[point].power_w / 1000.0;
}

hw_supply_view trial_supply(double load_w, double renewable_w) {
  constexpr double joule_per_mwh = 3.6e9;
  hw_supply_view view{};
  view.load_w = load_w;
  view.renewable_w = renewable_w;
  view.battery_capacity_j = 20.0 * joule_per_mwh;
  view.battery_stored_j = 10.0 * joule_per_mwh;
  view.battery_floor_j = 2.0 * joule_per_mwh;
  view.battery_power_w = 5e6;
  view.battery_round_trip_efficiency = 0.93;
  for (int hour = 0; hour < HW_FORECAST_HOURS; ++hour) {
    view.price_cny_per_kwh[hour] = 0.5 * daily_factor(hour);
    view.carbon_kg_per_kwh[hour] = 0.6 * daily_factor(hour);
    view.renewable_forecast_w[hour] = renewable_w;
    view.load_forecast_w[hour] = load_w;
  }
  return view;
}

}  // namespace hubwatt
