// An axis as it is written to an axis as it is run: values become levels with names, two ends a range.
#pragma once

#include "scenarios/study/study_fields.hpp"

namespace hubwatt {

// Nothing, and mistakes, where it is no axis.
std::optional<Axis> axis_of(const AxisTold& told, const Node& node, Reading& reading);

// A value as the name of a level: a string as it stands, a table without its braces, cut where it is long.
std::string level_name(const Node& value);

// The override that gives a key a value.
std::string override_text(const std::string& key, const Node& value);

}  // namespace hubwatt
