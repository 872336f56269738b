#include "models/water.hpp"

#include <algorithm>

#include "models/units.hpp"

namespace hubwatt {
namespace {

constexpr double psychrometer = 6.6e-4;  // per K

// Slope of saturation_pressure, Pa/K: the derivative of its equation.
double saturation_slope(Temperature t) {
  const double above = t.celsius() + 243.04;
  return saturation_pressure(t) / unit::Pa * (17.625 * 243.04) / (above * above);
}

double latent_part(Temperature wet_bulb, TemperatureDifference depression, Pressure pressure,
                   TemperatureDifference over_wet_bulb) {
  const double slope = saturation_slope(wet_bulb + 0.5 * over_wet_bulb);
  const double sensible = psychrometer * (pressure / unit::Pa);
  return (slope + sensible * (depression / over_wet_bulb)) / (slope + sensible);
}

}  // namespace

double latent_part(const Weather& weather, TemperatureDifference over_wet_bulb) {
  const auto depression = std::max(weather.dry_bulb - weather.wet_bulb, TemperatureDifference{});
  return latent_part(weather.wet_bulb, depression, weather.pressure, over_wet_bulb);
}

WaterLoss water_loss(const WaterUse& use, Power heat, const Weather& weather) {
  double share = use.latent_share;
  if (use.over_wet_bulb > TemperatureDifference{}) {
    const double reference =
        latent_part(Temperature::celsius(20.0), 3.0 * unit::K, 101325.0 * unit::Pa, use.over_wet_bulb);
    share *= latent_part(weather, use.over_wet_bulb) / reference;
  }
  WaterLoss loss;
  loss.evaporation = heat * share * use.per_heat;
  loss.drift = heat * use.drift;
  loss.blow_down = std::max(loss.evaporation / (use.cycles - 1.0) - loss.drift, WaterFlow{});
  return loss;
}

}  // namespace hubwatt
