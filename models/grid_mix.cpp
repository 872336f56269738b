#include "models/grid_mix.hpp"

#include "models/contract.hpp"

namespace hubwatt {

namespace {

Power total(std::span<const FuelGeneration> mix) {
  Power sum{};
  for (const FuelGeneration& part : mix) {
    HUBWATT_EXPECTS(part.fuel != nullptr && part.power >= Power{});
    sum += part.power;
  }
  HUBWATT_EXPECTS(sum > Power{});
  return sum;
}

}  // namespace

CarbonIntensity mix_intensity(std::span<const FuelGeneration> mix, CarbonScope scope) {
  const Power all = total(mix);
  CarbonIntensity intensity{};
  for (const FuelGeneration& part : mix)
    intensity +=
        (part.power / all) * (scope == CarbonScope::direct ? part.fuel->direct : part.fuel->life_cycle);
  return intensity;
}

double renewable_share(std::span<const FuelGeneration> mix) {
  Power renewable{};
  for (const FuelGeneration& part : mix)
    if (part.fuel->renewable) renewable += part.power;
  return renewable / total(mix);
}

}  // namespace hubwatt
