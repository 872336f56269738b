#include "models/compressor.hpp"

#include <algorithm>

#include "models/units.hpp"

namespace hubwatt {

double coefficient_of_performance(const Compressor& machine, Temperature supply, Temperature sink) {
  const Temperature evaporating = supply - machine.evaporator_approach;
  const Temperature condensing = std::max(sink + machine.condenser_approach, machine.least_condensing);
  const TemperatureDifference lift = condensing - evaporating;
  if (lift <= TemperatureDifference{}) return machine.greatest_cop;
  const double cop = machine.carnot_share * evaporating.kelvin() / (lift / unit::K);
  return std::clamp(cop, machine.least_cop, machine.greatest_cop);
}

}  // namespace hubwatt
