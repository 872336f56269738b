// The forms of a study file's tables, for its reader and the manual.
#pragma once

#include "scenarios/field.hpp"
#include "scenarios/study/study.hpp"

namespace hubwatt {

template <>
inline constexpr std::array names_of<Design>{std::string_view("full-factorial"),
                                             std::string_view("one-at-a-time"),
                                             std::string_view("latin-hypercube")};
template <>
inline constexpr std::array names_of<Objective::Best>{std::string_view("lowest"),
                                                      std::string_view("highest")};

// An axis as it is written. See axis_of.
struct AxisTold {
  std::string name, key;
  std::vector<Node> values;
  std::vector<Level> levels;
  std::optional<Node> low, high;
};

template <>
Form<Level> form_of();
template <>
struct Kind<Level> : TableKind<Level> {};
template <>
Form<AxisTold> form_of();
template <>
struct Kind<Axis> {
  static std::optional<Axis> read(const Node& node, const Limits&, Reading& reading);
  static std::string type() { return "table"; }
  static Scale scale() { return {}; }
};
template <>
Form<Objective> form_of();
template <>
struct Kind<Objective> : TableKind<Objective> {};
template <>
Form<Study> form_of();

}  // namespace hubwatt
