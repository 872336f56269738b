// The keys of cooling plants, by `kind`: those of the catalogue, and those written in full under a hub.
#pragma once

#include "models/cooling.hpp"
#include "scenarios/field_kind.hpp"

namespace hubwatt {

template <>
inline constexpr std::array names_of<AirClass>{std::string_view("A1"), std::string_view("A2"),
                                               std::string_view("A3"), std::string_view("A4")};
template <>
inline constexpr std::array names_of<LiquidClass>{std::string_view("W17"), std::string_view("W27"),
                                                  std::string_view("W32"), std::string_view("W40"),
                                                  std::string_view("W45"), std::string_view("W+")};

std::vector<Alternative<CoolingPlant>> cooling_kinds();
// What every plant has beside its kind's keys: its units, its servers' class, source and confidence.
template <>
Form<Cooling> form_of();

// Parts that several kinds share, for the manual.
template <>
Form<VariableSpeed> form_of();
template <>
Form<Compressor> form_of();
template <>
Form<PartLoad> form_of();
template <>
Form<WaterUse> form_of();
template <>
Form<LiquidLoop> form_of();
template <>
Form<CoolingPart> form_of();

template <>
struct Kind<VariableSpeed> : TableKind<VariableSpeed> {};
template <>
struct Kind<Compressor> : TableKind<Compressor> {};
template <>
struct Kind<PartLoad> : TableKind<PartLoad> {};
template <>
struct Kind<WaterUse> : TableKind<WaterUse> {};
template <>
struct Kind<LiquidLoop> : TableKind<LiquidLoop> {};
template <>
struct Kind<CoolingPart> : TableKind<CoolingPart> {};

template <>
struct Kind<Cooling> {
  static std::optional<Cooling> read(const Node& node, const Limits& limits, Reading& reading);
  static std::string type() { return "entry of the catalogue, or table with kind"; }
  static Scale scale() { return {}; }
};

}  // namespace hubwatt
