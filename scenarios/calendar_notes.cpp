#include "scenarios/calendar_notes.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <variant>

#include "models/calendar.hpp"
#include "models/hourly.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

struct Figure {
  std::string name;
  std::size_t rows;
};

std::vector<Figure> figures_of(const Hub& hub) {
  std::vector<Figure> figures;
  if (const auto* table = std::get_if<WeatherTable>(&hub.climate))
    figures.push_back({"climate", table->dry_bulb.rows().size()});
  const Grid& grid = hub.grid;
  figures.push_back({"grid.carbon", grid.carbon.rows().size()});
  if (grid.residual_carbon) figures.push_back({"grid.residual_carbon", grid.residual_carbon->rows().size()});
  figures.push_back({"grid.price", grid.price.rows().size()});
  figures.push_back({"grid.renewable_share", grid.renewable_share.rows().size()});
  for (std::size_t i = 0; i < hub.renewables.size(); ++i) {
    const Renewable& plant = hub.renewables[i];
    if (plant.output) figures.push_back({fmt::format("renewable.{}.output", i), plant.output->rows().size()});
    if (plant.irradiance)
      figures.push_back({fmt::format("renewable.{}.irradiance", i), plant.irradiance->rows().size()});
  }
  return figures;
}

bool holds_end_of_february(const Period& period, Duration utc_offset, int year) {
  using namespace std::chrono;
  const auto offset = static_cast<std::int64_t>(utc_offset / unit::second);
  const auto end = period.start + static_cast<std::int64_t>(std::ceil(period.length / unit::second));
  const sys_seconds from{seconds{period.start + offset}}, to{seconds{end + offset}};
  const sys_days first_of_march{std::chrono::year{year} / March / 1};
  return from < first_of_march && to > first_of_march - days{1};
}

}  // namespace

std::vector<std::string> calendar_notes(const Scenario& scenario) {
  std::vector<std::string> notes;
  const Period& period = scenario.period;
  for (const Hub& hub : scenario.platform.hubs) {
    const auto end = period.start + static_cast<std::int64_t>(period.length / unit::second) - 1;
    const int first = local_hour(period.start, hub.utc_offset).year,
              last = local_hour(end, hub.utc_offset).year;
    for (const Figure& figure : figures_of(hub)) {
      for (int year = first; year <= last; ++year) {
        const bool leap_year = std::chrono::year{year}.is_leap();
        if (!holds_end_of_february(period, hub.utc_offset, year)) continue;
        if (figure.rows == hours_common_year && leap_year)
          notes.push_back(
              fmt::format("hub {}: {} has 8760 hours; 29 February {} takes those of the day before", hub.id,
                          figure.name, year));
        if (figure.rows == hours_leap_year && !leap_year)
          notes.push_back(fmt::format("hub {}: {} has 8784 hours; those of 29 February are left out in {}",
                                      hub.id, figure.name, year));
      }
    }
  }
  return notes;
}

}  // namespace hubwatt
