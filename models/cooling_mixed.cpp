// Mixed halls, and what is asked of a whole plant: its capacity, and the heat that others may move.
#include <algorithm>
#include <type_traits>

#include "models/contract.hpp"
#include "models/cooling_kinds.hpp"

namespace hubwatt {
namespace {

// Where the heat comes back warmest, at the set point.
Temperature warmest_back(const Cooling& cooling);

template <class Plant>
Temperature back_of(const Plant& plant) {
  if constexpr (std::is_same_v<Plant, MixedCooling>) {
    Temperature warmest = Temperature::kelvin(0.0);
    for (const CoolingPart& part : plant.parts) warmest = std::max(warmest, warmest_back(part.cooling));
    return warmest;
  } else {
    const Weather calm{};
    return cool(plant, {{}, {}, calm, CoolingMode::design, {}, {}, {}, {}}).back;
  }
}

Temperature warmest_back(const Cooling& cooling) {
  return std::visit([](const auto& plant) { return back_of(plant); }, cooling.plant);
}

// The part a heat network draws on. A hall has at least one part.
const CoolingPart& warmest_part(const MixedCooling& plant) {
  return *std::max_element(plant.parts.begin(), plant.parts.end(),
                           [](const CoolingPart& a, const CoolingPart& b) {
                             return warmest_back(a.cooling) < warmest_back(b.cooling);
                           });
}

void add(CoolingState& sum, const CoolingState& part, double share) {
  sum.compressor += part.compressor;
  sum.fans += part.fans;
  sum.pumps += part.pumps;
  sum.tower += part.tower;
  sum.humidifier += part.humidifier;
  sum.evaporation += part.evaporation;
  sum.blow_down += part.blow_down;
  sum.drift += part.drift;
  sum.free_share += share * part.free_share;
  sum.allowed = sum.allowed && part.allowed;
}

}  // namespace

//   Equation   each part at its share of IT and design IT; power and water add up; free_share and inlet are
//              means by IT share. What a store moves is split in proportion to the parts' chilled heat; what
//              is reused comes from the part whose heat comes back warmest.
CoolingState cool(const MixedCooling& plant, const CoolingTask& task) {
  HUBWATT_EXPECTS(!plant.parts.empty());
  Power chilled{};
  if (task.to_store != Power{}) {
    for (const CoolingPart& part : plant.parts) {
      chilled += part.share * chilled_heat(part.cooling, task.design_it);
    }
  }
  const CoolingPart* source = task.reused > Power{} ? &warmest_part(plant) : nullptr;
  CoolingState sum;
  double inlet = 0.0;
  for (const CoolingPart& part : plant.parts) {
    CoolingTask own = task;
    own.it *= part.share;
    own.design_it *= part.share;
    own.reused = &part == source ? task.reused : Power{};
    if (task.to_store != Power{}) {
      own.to_store = task.to_store * (part.share * chilled_heat(part.cooling, task.design_it) / chilled);
    }
    const CoolingState state = cool(part.cooling, own);
    add(sum, state, part.share);
    inlet += part.share * state.inlet.kelvin();
    sum.back = std::max(sum.back, state.back);
    if (&part == &plant.parts.front()) sum.supply = state.supply;
  }
  sum.inlet = Temperature::kelvin(inlet);
  return sum;
}

Power cooling_capacity(const Cooling& cooling, Power design_it, int failed_units) {
  HUBWATT_EXPECTS(failed_units >= 0);
  if (const auto* mixed = std::get_if<MixedCooling>(&cooling.plant)) {
    HUBWATT_EXPECTS(!mixed->parts.empty());
    const auto of_part = [&](const CoolingPart& part) {
      return cooling_capacity(part.cooling, design_it, failed_units);
    };
    Power least = of_part(mixed->parts.front());
    for (const CoolingPart& part : mixed->parts) least = std::min(least, of_part(part));
    return least;
  }
  const int running = std::max(cooling.units.installed() - failed_units, 0);
  return design_it * (static_cast<double>(running) / cooling.units.needed);
}

bool can_store_cold(const Cooling& cooling) {
  if (const auto* mixed = std::get_if<MixedCooling>(&cooling.plant)) {
    return std::any_of(mixed->parts.begin(), mixed->parts.end(),
                       [](const CoolingPart& part) { return can_store_cold(part.cooling); });
  }
  return std::holds_alternative<ChilledWater>(cooling.plant) ||
         std::holds_alternative<ChilledWaterEconomizer>(cooling.plant) ||
         std::holds_alternative<AirCooledChiller>(cooling.plant);
}

Power chilled_heat(const Cooling& cooling, Power it) {
  return std::visit(
      [it]<class Plant>(const Plant& plant) -> Power {
        if constexpr (std::is_same_v<Plant, MixedCooling>) {
          Power sum{};
          for (const CoolingPart& part : plant.parts) sum += chilled_heat(part.cooling, part.share * it);
          return sum;
        } else if constexpr (std::is_same_v<Plant, ChilledWaterEconomizer>) {
          return plant.plant.heat_ratio * it;
        } else if constexpr (std::is_same_v<Plant, ChilledWater> || std::is_same_v<Plant, AirCooledChiller>) {
          return plant.heat_ratio * it;
        } else {
          return {};
        }
      },
      cooling.plant);
}

Power reusable_heat(const Cooling& cooling, Power it) {
  return std::visit(
      [it]<class Plant>(const Plant& plant) -> Power {
        if constexpr (std::is_same_v<Plant, MixedCooling>) {
          const CoolingPart& source = warmest_part(plant);
          return reusable_heat(source.cooling, source.share * it);
        } else if constexpr (std::is_same_v<Plant, RatioCooling>) {
          return it;
        } else if constexpr (std::is_same_v<Plant, ChilledWaterEconomizer>) {
          return plant.plant.heat_ratio * it;
        } else if constexpr (std::is_same_v<Plant, ColdPlate> || std::is_same_v<Plant, Immersion>) {
          return plant.liquid_share * plant.heat_ratio * it;
        } else {
          return plant.heat_ratio * it;
        }
      },
      cooling.plant);
}

}  // namespace hubwatt
