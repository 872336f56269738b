// The keys of a power chain: entries of the catalogue, and chains written in full under a hub.
#pragma once

#include "models/power_chain.hpp"
#include "scenarios/field_entry.hpp"

namespace hubwatt {

template <>
inline constexpr std::array names_of<Redundancy>{std::string_view("N"), std::string_view("N+1"),
                                                 std::string_view("2N")};

template <>
Form<ChainStage> form_of();
template <>
struct Kind<ChainStage> : TableKind<ChainStage> {};

// A stage that may take its losses from an entry [ups.NAME] of the catalogue by the key `mode`.
struct UpsKind {
  static std::optional<ChainStage> read(const Node& node, const Limits&, Reading& reading);
  static std::string type() { return "table"; }
  static Scale scale() { return {}; }
};

// An entry of the catalogue's section ups: what a UPS loses in one of its ways to work.
struct UpsMode {
  ChainStage losses;
  std::string source;
  Confidence confidence = Confidence::estimate;
};
template <>
Form<UpsMode> form_of();
template <>
struct Kind<UpsMode> {
  static std::optional<UpsMode> read(const Node& node, const Limits&, Reading& reading) {
    return read_entry<UpsMode>(node, "ups", reading);
  }
  static std::string type() { return "entry of the catalogue"; }
  static Scale scale() { return {}; }
};

template <>
Form<SecondPath> form_of();
template <>
struct Kind<SecondPath> : TableKind<SecondPath> {};

template <>
Form<PowerChain> form_of();
template <>
struct Kind<PowerChain> {
  static std::optional<PowerChain> read(const Node& node, const Limits&, Reading& reading) {
    return read_entry<PowerChain>(node, "power_chain", reading);
  }
  static std::string type() { return "entry of the catalogue, or table"; }
  static Scale scale() { return {}; }
};

}  // namespace hubwatt
