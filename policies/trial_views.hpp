// Made-up views to try policies on: small, complete, and the same every time. Each owns what its view points
// to and may be changed before a view is taken. Figures are round and plausible, and mean nothing beyond
// that.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "policies/abi.h"

namespace hubwatt {

// A hub of that many accelerators, all of them free, that can hold a job as wide as itself. Carbon and price
// change over the day: low around noon.
hw_hub trial_hub(const char* id, std::int32_t side, std::uint32_t accelerators);

// A job of that many accelerators and 4 h, submitted at 0, without a data set, not deferrable.
hw_job trial_job(std::uint64_t id, std::uint32_t accelerators);

// Two hubs in the east and two in the west, the second of each pair farther from the origin.
struct TrialFleet {
  std::vector<hw_hub> hubs;
  std::vector<double> latency_s;
  double now_s = 0.0;

  TrialFleet();
  hw_fleet view() const;
  hw_fleet view_without_origin() const;
};

// Requests of service 0 from origin 0 to as many hubs, all of them allowed, 100 requests/s each.
struct TrialDemand {
  std::vector<std::uint8_t> allowed;
  std::vector<double> capacity_per_s;
  double requests_per_s = 80.0;

  explicit TrialDemand(std::size_t hubs) : allowed(hubs, 1), capacity_per_s(hubs, 100.0) {}
  hw_demand view() const { return {0, 0, requests_per_s, allowed.data(), capacity_per_s.data()}; }
};

struct TrialCooling {
  std::vector<hw_cooling_point> points;  // design, two others, and one that is not allowed

  TrialCooling();
  hw_cooling_view view() const;
};

// A water-cooled plant with a cold store, hour by hour, the same each day: 1 MW of heat, a store of 4 MWh of cold that
// fills and empties with 0.8 MW at most, chillers that take more power the warmer the wet bulb, none below 5 degC.
struct TrialStore {
  std::array<double, HW_FORECAST_HOURS> wet_bulb_degc, price_cny_per_kwh,
      carbon_kg_per_kwh;  // by hour of the day
  double hour = 0.0;      // since the first midnight
  double capacity_j = 4.0 * 3.6e9;
  double stored_j = 2.0 * 3.6e9;
  double rate_w = 800e3;
  std::vector<hw_cooling_point> points;  // of the last view

  TrialStore();
  // As designed at rest, charging, discharging; then 2 K warmer at rest. A full store cannot be charged, nor an empty
  // one discharged, and flows end where it is full or empty after an hour.
  hw_cooling_view view();
  // Goes on by an hour with this point of the last view; gives the plant's energy in kWh.
  double run(std::uint32_t point);
};

// A battery of 20 MWh and 5 MW, half full.
hw_supply_view trial_supply(double load_w, double renewable_w);

}  // namespace hubwatt
