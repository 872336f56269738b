// The keys of what feeds a hub: grid, time-of-use tariff, renewables, battery, generating sets; and of its
// building, whose carbon is spread like theirs.
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
inline constexpr std::array names_of<IrradiancePlane>{std::string_view("modules"), std::string_view("level")};
template <>
inline constexpr std::array names_of<GeneratorDuty>{std::string_view("standby"), std::string_view("prime")};

template <>
Form<TariffPeriods> form_of();
template <>
Form<Grid> form_of();
template <>
Form<PvPlant> form_of();
template <>
Form<PvSky> form_of();
template <>
Form<WindFarm> form_of();
template <>
Form<Renewable> form_of();
template <>
Form<BatteryAgeing> form_of();
template <>
Form<Battery> form_of();
template <>
Form<Generator> form_of();
template <>
Form<Building> form_of();

// The plant's own checks and those against the sun of the hub's place. `node`: the hub's table.
void check_renewables(const Hub& hub, const Node& node, Reading& reading);

template <>
struct Kind<Tariff> {
  static std::optional<Tariff> read(const Node& node, const Limits&, Reading& reading);
  static std::string type() { return "entry of the catalogue, or table"; }
  static Scale scale() { return {}; }
};

// A T that is an entry of the catalogue, an entry with changes, or a table.
template <class T>
struct EntryKind {
  static std::optional<T> read_from(std::string_view section, const Node& node, Reading& reading) {
    return read_entry<T>(node, section, reading);
  }
  static std::string type() { return "entry of the catalogue, or table"; }
  static Scale scale() { return {}; }
};
template <>
struct Kind<PvPlant> : EntryKind<PvPlant> {
  static std::optional<PvPlant> read(const Node& node, const Limits&, Reading& reading) {
    return read_from("pv_plant", node, reading);
  }
};
template <>
struct Kind<PvSky> : EntryKind<PvSky> {
  static std::optional<PvSky> read(const Node& node, const Limits&, Reading& reading) {
    return read_from("pv_sky", node, reading);
  }
};
template <>
struct Kind<WindFarm> : EntryKind<WindFarm> {
  static std::optional<WindFarm> read(const Node& node, const Limits&, Reading& reading) {
    return read_from("wind_farm", node, reading);
  }
};
template <>
struct Kind<Battery> : EntryKind<Battery> {
  static std::optional<Battery> read(const Node& node, const Limits&, Reading& reading) {
    return read_from("battery", node, reading);
  }
};
template <>
struct Kind<Generator> : EntryKind<Generator> {
  static std::optional<Generator> read(const Node& node, const Limits&, Reading& reading) {
    return read_from("generator", node, reading);
  }
};
template <>
struct Kind<Building> : EntryKind<Building> {
  static std::optional<Building> read(const Node& node, const Limits&, Reading& reading) {
    return read_from("building", node, reading);
  }
};
template <>
struct Kind<BatteryAgeing> : TableKind<BatteryAgeing> {};
template <>
struct Kind<Grid> : TableKind<Grid> {};
template <>
struct Kind<Renewable> : TableKind<Renewable> {};

}  // namespace hubwatt
