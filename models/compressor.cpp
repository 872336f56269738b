#include "models/compressor.hpp"

#include <algorithm>
#include <cmath>

#include "models/contract.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

bool in_proportion(const PartLoad& curve) {
  return curve.fixed == 0.0 && curve.square == 0.0;
}

double one_machine(const PartLoad& curve, double x) {
  const auto f = [&curve](double at) { return curve.fixed + (curve.linear + curve.square * at) * at; };
  return (x < curve.least ? f(curve.least) * x / curve.least : f(x)) / f(1.0);
}

// Load at which a machine draws least per heat: f(x) / x falls before it and rises behind it.
double best_load(const PartLoad& curve) {
  if (curve.square <= 0.0) return 1.0;
  return std::clamp(std::sqrt(curve.fixed / curve.square), curve.least, 1.0);
}

}  // namespace

double coefficient_of_performance(const Compressor& machine, Temperature supply, Temperature sink) {
  const Temperature evaporating = supply - machine.evaporator_approach;
  const Temperature condensing = std::max(sink + machine.condenser_approach, machine.least_condensing);
  const TemperatureDifference lift = condensing - evaporating;
  if (lift <= TemperatureDifference{}) return machine.greatest_cop;
  const double cop = machine.carnot_share * evaporating.kelvin() / (lift / unit::K);
  return std::clamp(cop, machine.least_cop, machine.greatest_cop);
}

double staged_power(const PartLoad& curve, double load, int machines) {
  if (in_proportion(curve) || load >= machines) return load;
  const double fewest = std::max(std::ceil(load), 1.0), all = machines;
  const double below = std::clamp(std::floor(load / best_load(curve)), fewest, all);
  const double above = std::clamp(below + 1.0, fewest, all);
  return std::min(below * one_machine(curve, load / below), above * one_machine(curve, load / above));
}

Power compressor_power(const Compressor& machine, Power heat, const CompressorBank& bank, Temperature supply,
                       Temperature sink) {
  if (heat <= Power{}) return {};
  const double cop = coefficient_of_performance(machine, supply, sink);
  if (in_proportion(machine.part_load)) return heat / cop;
  HUBWATT_EXPECTS(bank.machines >= 1 && bank.capacity > Power{});
  const double staged = staged_power(machine.part_load, heat / bank.capacity, bank.machines);
  return std::clamp(bank.capacity * staged / cop, heat / machine.greatest_cop, heat / machine.least_cop);
}

}  // namespace hubwatt
