// The keys at the top of a platform file.
#pragma once

#include "platforms/hub.hpp"
#include "scenarios/field.hpp"

namespace hubwatt {

// `schema = 1`: the version of the input that a file is written for.
void read_schema(const Node& node, Reading& reading);
inline constexpr std::string_view schema_type = "1";
inline constexpr std::string_view schema_doc = "version of the input the file is written for";

template <>
Form<Platform> form_of();

}  // namespace hubwatt
