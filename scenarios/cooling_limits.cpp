#include "scenarios/cooling_limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <variant>

namespace hubwatt {
namespace {

struct HeatRatio {
  template <class Plant>
  double operator()(const Plant& plant) const {
    return plant.heat_ratio;
  }
  double operator()(const RatioCooling&) const { return 1.0; }
  double operator()(const ChilledWaterEconomizer& kind) const { return kind.plant.heat_ratio; }
  double operator()(const MixedCooling& hall) const {
    double sum = 0.0;
    for (const CoolingPart& part : hall.parts) sum += part.share * heat_per_it(part.cooling);
    return sum;
  }
};

struct SupplyLimit {
  using Limit = std::optional<Temperature>;

  template <class Plant>
  Limit operator()(const Plant& plant) const {
    return plant.supply_limit;
  }
  Limit operator()(const RatioCooling&) const { return std::nullopt; }
  Limit operator()(const MixedCooling&) const { return std::nullopt; }
  Limit operator()(const ChilledWaterEconomizer& kind) const { return kind.plant.supply_limit; }
  Limit operator()(const ColdPlate& plant) const { return (*this)(plant.loop); }
  Limit operator()(const Immersion& plant) const { return (*this)(plant.loop); }
  Limit operator()(const LiquidLoop& loop) const {
    if (!loop.liquid_class) return loop.supply_limit;
    return std::min(loop.supply_limit, warmest_water(*loop.liquid_class));
  }
};

}  // namespace

double heat_per_it(const Cooling& cooling) {
  return std::visit(HeatRatio(), cooling.plant);
}

std::string broken_limit(const Cooling& cooling, const CoolingState& state) {
  if (const auto limit = std::visit(SupplyLimit(), cooling.plant); limit && state.supply > *limit)
    return fmt::format("the supply may be {:.1f} degC at most", limit->celsius());
  if (cooling.air_class) {
    const Temperature warmest = allowable_air(*cooling.air_class).high;
    if (state.inlet > warmest)
      return fmt::format("servers of that class bear {:.1f} degC at most at their inlet", warmest.celsius());
  }
  return "a part of the plant would leave its limits in this weather";
}

}  // namespace hubwatt
