// The units in which the text of a projection shows its figures: small enough that the largest of a row is 0.1 or more,
// for a company's TWh are GWh or MWh, and in Chinese those that count in ten thousands (万) and hundred millions (亿).
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "tools/words.hpp"

namespace hubwatt {

struct ShownUnit {
  std::string name;
  double per_unit = 1.0;  // how many of them make one of the file's
};

// For a row of one quantity of trajectory.json.
ShownUnit shown_unit(const Words& words, const nlohmann::ordered_json& quantity);

// For figures that stand by themselves: the largest one.
ShownUnit shown_unit(const Words& words, const std::string& unit);

}  // namespace hubwatt
