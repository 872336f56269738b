// The keys of a hub and of what stands in it.
#pragma once

#include "platforms/hub.hpp"
#include "scenarios/field.hpp"

namespace hubwatt {

template <>
inline constexpr std::array names_of<Side>{std::string_view("none"), std::string_view("east"),
                                           std::string_view("west")};

// One of the names, as an index.
std::optional<std::size_t> read_reference(const Node& node, std::string_view noun,
                                          const std::vector<std::string>& names, Reading& reading);
template <class Tag>
std::optional<Id<Tag>> read_id(const Node& node, std::string_view noun, const std::vector<std::string>& names,
                               Reading& reading) {
  const auto index = read_reference(node, noun, names, reading);
  if (!index) return std::nullopt;
  return Id<Tag>{*index};
}

template <>
struct Kind<ServerTypeId> {
  static std::optional<ServerTypeId> read(const Node& node, const Limits&, Reading& reading) {
    return read_id<ServerTypeTag>(node, "server type", reading.servers, reading);
  }
  static std::string type() { return "name of a server type"; }
  static Scale scale() { return {}; }
};

template <>
Form<Location> form_of();
template <>
struct Kind<Location> : TableKind<Location> {};
template <>
Form<RackGroup> form_of();
template <>
struct Kind<RackGroup> : TableKind<RackGroup> {};
template <>
Form<Hub> form_of();
template <>
struct Kind<Hub> : TableKind<Hub> {};

}  // namespace hubwatt
