#include "policies/trial_views.hpp"

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
