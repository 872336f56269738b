#include "scenarios/renewable_year.hpp"

#include <string>

#include "models/random.hpp"

namespace hubwatt {
namespace {

std::vector<double> year_of_measured(const Renewable& plant, const PvSite& site,
                                     std::span<const Weather> weather) {
  const bool leap = weather.size() == hours_leap_year;
  std::vector<double> hours;
  hours.reserve(weather.size());
  for (int hour = 0; hour < static_cast<int>(weather.size()); ++hour) {
    const Irradiance light = plant.irradiance->at({hour, leap});
    const Temperature air = weather[static_cast<std::size_t>(hour)].dry_bulb;
    hours.push_back(pv_share_of_measured(site, light, plant.irradiance_plane, air, hour));
  }
  return hours;
}

}  // namespace

PvSite pv_site(const Hub& hub, const Renewable& plant) {
  return {{hub.location.latitude, hub.location.longitude, hub.utc_offset}, plant.pv, plant.sky};
}

std::vector<double> renewable_year(const Hub& hub, std::size_t index, int year, std::uint64_t seed,
                                   std::span<const Weather> weather) {
  const Renewable& plant = hub.renewables[index];
  if (plant.output) return {};
  if (plant.irradiance) return year_of_measured(plant, pv_site(hub, plant), weather);
  const std::string stream = "renewable/" + hub.id + "/" + std::to_string(index) + "/" + std::to_string(year);
  if (plant.kind == RenewableKind::wind) {
    return wind_year(plant.capacity_factor, year, Random(seed, stream), plant.wind);
  }
  std::vector<Temperature> air;
  air.reserve(weather.size());
  for (const Weather& hour : weather) air.push_back(hour.dry_bulb);
  return pv_year(pv_site(hub, plant), plant.capacity_factor, year, Random(seed, stream), air);
}

}  // namespace hubwatt
