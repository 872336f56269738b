// The keys at the top of a scenario file.
#pragma once

#include "scenarios/field.hpp"
#include "scenarios/scenario.hpp"

namespace hubwatt {

template <>
inline constexpr std::array names_of<EngineKind>{std::string_view("event"), std::string_view("exec")};

// A name of a folder, and a word in results.
std::optional<std::string> read_plain_name(const Node& node, Reading& reading);

template <>
Form<OutputSwitches> form_of();
template <>
struct Kind<OutputSwitches> : TableKind<OutputSwitches> {};

// The platform has been read by then: names of hubs and origins are known.
template <>
Form<Scenario> form_of();

}  // namespace hubwatt
