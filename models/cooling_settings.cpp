// The operating points that each kind of plant offers. Offsets stand last and rise, so that a plant with less
// room below its supply limit offers a shorter list.
#include <algorithm>
#include <array>
#include <cmath>

#include "models/cooling_kinds.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

using enum CoolingMode;

constexpr int most_offset = 6;  // K

// `Modes` at the set point, then at each offset those of the first `Repeated` of them.
template <std::size_t Repeated, std::size_t Modes>
constexpr auto points(const std::array<CoolingMode, Modes>& modes) {
  std::array<CoolingSetting, Modes + Repeated * most_offset> out{};
  std::size_t next = 0;
  for (CoolingMode mode : modes) out[next++] = {mode, {}};
  for (int offset = 1; offset <= most_offset; ++offset) {
    for (std::size_t i = 0; i < Repeated; ++i) out[next++] = {modes[i], offset * (1.0 * unit::K)};
  }
  return out;
}

constexpr auto as_given = std::array{CoolingSetting{}};
constexpr auto warmer = points<1>(std::array{design});
constexpr auto warmer_or_dry = points<2>(std::array{design, dry});
constexpr auto warmer_or_outside = points<1>(std::array{design, economizer, mechanical});
constexpr auto evaporative = points<2>(std::array{design, dry, economizer, mechanical});
static_assert(evaporative.size() <= 16);

// The points of `modes` modes, `repeated` of them at offsets, that the room above the set point leaves.
std::span<const CoolingSetting> within_room(std::span<const CoolingSetting> all, std::size_t modes,
                                            std::size_t repeated, TemperatureDifference room) {
  constexpr double rounding = 1e-9;
  const double offsets = std::clamp(std::floor(room / unit::K + rounding), 0.0, double{most_offset});
  return all.first(modes + repeated * static_cast<std::size_t>(offsets));
}

template <class Plant>
TemperatureDifference room_of(const Plant& plant) {
  return plant.supply_limit - plant.supply;
}
TemperatureDifference room_of(const RatioCooling&) {
  return {};
}
TemperatureDifference room_of(const ChilledWaterEconomizer& kind) {
  return room_of(kind.plant);
}
TemperatureDifference room_of(const LiquidLoop& loop) {
  const Temperature limit =
      loop.liquid_class ? std::min(loop.supply_limit, warmest_water(*loop.liquid_class)) : loop.supply_limit;
  return limit - loop.supply;
}
TemperatureDifference room_of(const ColdPlate& plant) {
  return room_of(plant.loop);
}
TemperatureDifference room_of(const Immersion& plant) {
  return room_of(plant.loop);
}
TemperatureDifference room_of(const MixedCooling& plant) {
  TemperatureDifference least = double{most_offset} * unit::K;
  for (const CoolingPart& part : plant.parts) least = std::min(least, supply_room(part.cooling));
  return least;
}

// Air at the servers rises with the supply, except where the offset is that of a water loop.
template <class Plant>
constexpr bool air_follows_supply =
    !std::is_same_v<Plant, ColdPlate> && !std::is_same_v<Plant, Immersion> &&
    !std::is_same_v<Plant, RatioCooling> && !std::is_same_v<Plant, MixedCooling>;

}  // namespace

TemperatureDifference supply_room(const Cooling& cooling) {
  return std::visit(
      [&cooling]<class Plant>(const Plant& plant) {
        const TemperatureDifference room = room_of(plant);
        if (!cooling.air_class || !air_follows_supply<Plant>) return room;
        const Weather calm{};  // the set point does not ask for the weather
        const Temperature inlet = cool(plant, {{}, {}, calm, design, {}, {}, {}, cooling.units}).inlet;
        return std::min(room, allowable_air(*cooling.air_class).high - inlet);
      },
      cooling.plant);
}

bool can_run_dry(const Cooling& cooling) {
  if (const auto* mixed = std::get_if<MixedCooling>(&cooling.plant)) {
    return std::all_of(mixed->parts.begin(), mixed->parts.end(),
                       [](const CoolingPart& part) { return can_run_dry(part.cooling); });
  }
  return std::holds_alternative<IndirectEvaporative>(cooling.plant) ||
         std::holds_alternative<ColdPlate>(cooling.plant) || std::holds_alternative<Immersion>(cooling.plant);
}

std::span<const CoolingSetting> cooling_settings(const Cooling& cooling) {
  if (std::holds_alternative<RatioCooling>(cooling.plant)) return as_given;
  const TemperatureDifference room = supply_room(cooling);
  if (std::holds_alternative<IndirectEvaporative>(cooling.plant)) return within_room(evaporative, 4, 2, room);
  if (can_run_dry(cooling)) return within_room(warmer_or_dry, 2, 2, room);
  if (std::holds_alternative<ChilledWaterEconomizer>(cooling.plant) ||
      std::holds_alternative<DirectAir>(cooling.plant)) {
    return within_room(warmer_or_outside, 3, 1, room);
  }
  return within_room(warmer, 1, 1, room);
}

}  // namespace hubwatt
