// The keys of a power chain: entries of the catalogue, and chains written in full under a hub.
#pragma once

#include "models/power_chain.hpp"
#include "scenarios/field_entry.hpp"

namespace hubwatt {

template <>
Form<ConversionLoss> form_of();
template <>
struct Kind<ConversionLoss> : TableKind<ConversionLoss> {};

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
