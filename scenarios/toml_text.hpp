// A value as TOML text that reads back to the same value: what --set takes, on one line.
#pragma once

#include <string>

#include "scenarios/node.hpp"

namespace hubwatt {

std::string toml_text(const Node& value);

}  // namespace hubwatt
