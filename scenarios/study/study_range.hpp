// The range of an axis, and values within it as the study writes them.
#pragma once

#include "scenarios/study/study_fields.hpp"

namespace hubwatt {

// Nothing, and mistakes, where the ends make no range.
std::optional<Range> range_of(const AxisTold& told, const Node& node, Reading& reading);

// "12.5 MW"; a plain number where the range has no unit.
std::string value_text(const Range& range, const std::string& number);

// The override that gives the range's key such a value.
std::string override_text(const Range& range, const std::string& number);

// The shortest text of a number near `value` that stays from `from` on and below `to`.
std::string number_between(double value, double from, double to);

}  // namespace hubwatt
