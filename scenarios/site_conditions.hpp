// Weather, grid and renewable output of one hub, hour by hour of its local time. Years are made when the run
// reaches them, so memory does not grow with the run. The same seed and hub give the same years, whatever else
// the scenario holds.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/calendar.hpp"
#include "platforms/site_plant.hpp"

namespace hubwatt {

class SiteConditionsSource {
 public:
  SiteConditionsSource(const Hub& hub, std::uint64_t seed);

  // Conditions of the hour that holds this moment (seconds since 1970-01-01T00:00Z).
  SiteConditions at(std::int64_t utc_seconds);

  // Grid factor in kg/kWh and price in CNY/kWh of this hour and those that follow.
  void forecast(std::int64_t utc_seconds, std::span<double> carbon, std::span<double> price) const;

 private:
  void make_year(int year);

  const Hub& hub_;
  std::uint64_t seed_;
  int year_ = 0;
  std::vector<Weather> weather_;                  // by hour of the local year
  std::vector<std::vector<double>> output_share_;  // by renewable, then hour
};

}  // namespace hubwatt
