// What series.csv says, summed as a page shows it: per hub and together, by day, by hour of the day and by interval.
// Days and hours of the day are those of each hub's own clock. Sums only, so that every ratio made of them is a ratio
// of sums.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "tools/csv_rows.hpp"

namespace hubwatt {

// Energies in kWh, water in litres.
enum class SeriesSum : std::size_t {
  hours,
  it,
  facility,
  grid,
  on_site,
  direct,
  generators,
  battery_charge,
  battery_discharge,
  curtailed,
  water_l,
  price_by_facility,  // tariff in CNY/kWh times facility energy
  count
};

inline constexpr std::size_t series_sum_count = static_cast<std::size_t>(SeriesSum::count);

struct SeriesSums {
  std::array<double, series_sum_count> values{};

  double operator[](SeriesSum which) const { return values[static_cast<std::size_t>(which)]; }
  double& operator[](SeriesSum which) { return values[static_cast<std::size_t>(which)]; }
  SeriesSums& operator+=(const SeriesSums& other);
};

// The name a sum has in the page's data.
const char* series_sum_name(SeriesSum which);

struct SeriesOfHub {
  std::map<std::int64_t, SeriesSums> days;  // by days since 1970-01-01
  std::array<SeriesSums, 24> clock;
  std::vector<SeriesSums> intervals;
};

struct RunSeries {
  std::vector<SeriesOfHub> hubs;  // in the order asked for
  SeriesOfHub total;
};

// Intervals that cover the run, for the total and, where `keep_hubs`, for each hub.
struct SeriesIntervals {
  std::size_t count = 0;
  double hours = 1.0;  // of each
  bool keep_hubs = true;
};

// Reads all rows and calls `beside` after each. Throws InputError where the table is damaged or tells of a hub that is
// not asked for.
RunSeries sum_series(CsvRows& rows, std::span<const std::string> hubs, const SeriesIntervals& intervals,
                     const std::function<void()>& beside);

}  // namespace hubwatt
