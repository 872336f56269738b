#include "models/pv_plant.hpp"

#include <algorithm>

#include "models/contract.hpp"
#include "models/units.hpp"

namespace hubwatt {

Plane PvPlant::plane(double latitude) const {
  const Plane usual = towards_equator(latitude);
  return {tilt.value_or(usual.tilt), azimuth.value_or(usual.azimuth)};
}

Temperature cell_temperature(Irradiance on_plane, Temperature air, const PvPlant& plant) {
  constexpr Temperature standard_air = Temperature::celsius(20.0);
  constexpr Irradiance standard_light = 800.0 * unit::W_per_m2;
  return air + (plant.nominal_cell - standard_air) * (on_plane / standard_light);
}

double pv_uncapped_share(Irradiance on_plane, Temperature air, const PvPlant& plant) {
  HUBWATT_EXPECTS(on_plane >= Irradiance{} && plant.temperature_coefficient <= 0.0);
  constexpr Temperature rated = Temperature::celsius(25.0);
  constexpr Irradiance rated_light = 1000.0 * unit::W_per_m2;
  const TemperatureDifference above = cell_temperature(on_plane, air, plant) - rated;
  const double heat = 1.0 + plant.temperature_coefficient * (above / unit::K);
  const double direct = on_plane / rated_light * heat * (1.0 - plant.losses);
  return std::max(plant.dc_ratio * plant.inverter_efficiency * direct, 0.0);
}

double pv_power_share(Irradiance on_plane, Temperature air, const PvPlant& plant) {
  return std::min(pv_uncapped_share(on_plane, air, plant), 1.0);
}

}  // namespace hubwatt
