// The keys of a kind of work: entries of the catalogue's section activity.
#pragma once

#include "models/activity.hpp"
#include "scenarios/field_entry.hpp"

namespace hubwatt {

template <>
Form<ActivityPreset> form_of();
template <>
struct Kind<ActivityPreset> {
  static std::optional<ActivityPreset> read(const Node& node, const Limits&, Reading& reading) {
    return read_entry<ActivityPreset>(node, "activity", reading);
  }
  static std::string type() { return "entry of the catalogue, or table"; }
  static Scale scale() { return {}; }
};

}  // namespace hubwatt
