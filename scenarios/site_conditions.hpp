// Weather, grid and renewable output of one hub, hour by hour of its local time, and the coming day of them as
// policies are shown it. Years are made when the run or a forecast reaches them and at most two are kept, so memory
// does not grow with the run. The same seed and hub give the same years, whatever else the scenario holds.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "models/calendar.hpp"
#include "platforms/site_plant.hpp"

namespace hubwatt {

// The current hour and the 23 that follow, in the units of policies/abi.h. The weather is that of the run itself, so
// the last hours of December look into the next year's: a forecast without error.
struct DayAhead {
  using Hours = std::array<double, 24>;
  Hours dry_bulb_degc{}, wet_bulb_degc{}, price_cny_per_kwh{}, carbon_kg_per_kwh{}, renewable_w{};
};

// What the grid delivers in the hour `now.hour`.
void meet_grid(const Grid& grid, SiteConditions& now);

class SiteConditionsSource {
 public:
  SiteConditionsSource(const Hub& hub, std::uint64_t seed);
  // Of a hub like that of another source, which outlives this one; what is the same is taken from there.
  struct Differences {
    bool weather = false;
    std::vector<std::size_t> renewables;  // whose output differs, as a share of their capacity
  };
  SiteConditionsSource(const Hub& hub, SiteConditionsSource& alike, Differences differences);

  // Conditions of the hour that holds this moment (seconds since 1970-01-01T00:00Z).
  SiteConditions at(std::int64_t utc_seconds);

  // The day that begins with the hour that holds this moment. Costs an hour's work where the last call was for the hour
  // before. Valid until the next call.
  const DayAhead& day_ahead(std::int64_t utc_seconds);

  // Grid factor in kg/kWh and price in CNY/kWh of this hour and those that follow.
  void forecast(std::int64_t utc_seconds, std::span<double> carbon, std::span<double> price) const;

 private:
  struct Year {
    int year = 0;
    std::vector<Weather> weather;                   // by hour of the local year
    std::vector<std::vector<double>> output_share;  // by renewable, then hour
  };
  const Year& year_at(int year);
  std::vector<Weather> weather_of(int year) const;
  void fill(std::int64_t utc_seconds, std::size_t ahead);

  const Hub& hub_;
  std::uint64_t seed_;
  SiteConditionsSource* alike_ = nullptr;
  Differences differences_;
  std::array<Year, 2> years_;  // even and odd ones: a forecast at the year's end needs both
  DayAhead ahead_;
  std::optional<std::int64_t> ahead_hour_;  // of ahead_'s first, in hours of the local clock since 1970
};

}  // namespace hubwatt
