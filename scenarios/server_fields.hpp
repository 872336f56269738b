// The keys of a server type: [server.NAME] of a platform file or of the catalogue.
#pragma once

#include "platforms/hub.hpp"
#include "scenarios/field.hpp"

namespace hubwatt {

template <>
inline constexpr std::array names_of<PowerCurve>{std::string_view("linear"), std::string_view("fan")};
template <>
inline constexpr std::array names_of<Confidence>{std::string_view("official"), std::string_view("paper"),
                                                 std::string_view("computed"), std::string_view("estimate")};

template <>
Form<ServerType> form_of();

}  // namespace hubwatt
