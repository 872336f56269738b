// Values that the catalogue may hold: written as the name of an entry ("cold-plate"), as an entry with changes
// ({ entry = "cold-plate", liquid_share = 0.7 }) or in full. Sub-tables of an entry are changed member by member.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "scenarios/field.hpp"

namespace hubwatt {

struct Entry {
  std::string id;  // empty where the value is written in full
  Node node;       // a table
};

// The catalogue's table for the value, changes applied. A mistake and nothing where there is no such entry.
std::optional<Entry> find_entry(const Node& node, std::string_view section, Reading& reading);

// A T of the catalogue's section `section`; its member `id`, where it has one, becomes the entry's name.
template <class T>
std::optional<T> read_entry(const Node& node, std::string_view section, Reading& reading) {
  const auto entry = find_entry(node, section, reading);
  if (!entry) return std::nullopt;
  auto value = read_form(entry->node, form_of<T>(), reading);
  if constexpr (requires { value->id; }) {
    if (value && !entry->id.empty()) value->id = entry->id;
  }
  return value;
}

}  // namespace hubwatt
