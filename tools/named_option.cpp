#include "tools/named_option.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "models/nearest_name.hpp"

namespace hubwatt {

CLI::Validator number_of(const NamedNumbers& names) {
  std::vector<std::string> known;
  for (const auto& [name, number] : names) known.push_back(name);
  const auto find = [names, known](std::string& text) {
    const auto found =
        std::find_if(names.begin(), names.end(), [&text](const auto& one) { return one.first == text; });
    if (found == names.end())
      return fmt::format("there is no {}; known: {}", in_quotes(text), joined_names(known));
    text = std::to_string(found->second);
    return std::string();
  };
  return CLI::Validator(find, fmt::format("{{{}}}", fmt::join(known, ",")));
}

CLI::Validator one_of(const std::vector<std::string>& names) {
  NamedNumbers numbered;
  for (const std::string& name : names) numbered.emplace_back(name, 0);
  return number_of(numbered);
}

}  // namespace hubwatt
