// Options that take one of some names, and name them where they are given another.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace CLI {
class Validator;
}

namespace hubwatt {

using NamedNumbers = std::vector<std::pair<std::string, int>>;

// For check: the option keeps the name.
CLI::Validator one_of(const std::vector<std::string>& names);

// For transform: the option takes the number that the name stands for, that of an enumeration say.
CLI::Validator number_of(const NamedNumbers& names);

template <class Enum>
NamedNumbers named_values(const std::map<std::string, Enum>& values) {
  NamedNumbers out;
  for (const auto& [name, value] : values) out.emplace_back(name, static_cast<int>(value));
  return out;
}

}  // namespace hubwatt
