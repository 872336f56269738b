// The keys of what feeds a hub: grid, time-of-use tariff, renewables, battery.
#pragma once

#include "platforms/hub.hpp"
#include "scenarios/field_entry.hpp"
#include "scenarios/field_hourly.hpp"

namespace hubwatt {

template <>
inline constexpr std::array names_of<RenewableKind>{std::string_view("pv"), std::string_view("wind")};
template <>
inline constexpr std::array names_of<SupplyContract>{std::string_view("on-site"), std::string_view("direct"),
                                                     std::string_view("certificate")};

template <>
Form<TariffPeriods> form_of();
template <>
Form<Grid> form_of();
template <>
Form<Renewable> form_of();
template <>
Form<Battery> form_of();

template <>
struct Kind<Tariff> {
  static std::optional<Tariff> read(const Node& node, const Limits&, Reading& reading);
  static std::string type() { return "entry of the catalogue, or table"; }
  static Scale scale() { return {}; }
};
template <>
struct Kind<Grid> : TableKind<Grid> {};
template <>
struct Kind<Renewable> : TableKind<Renewable> {};
template <>
struct Kind<Battery> : TableKind<Battery> {};

}  // namespace hubwatt
