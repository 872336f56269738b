// The manual of the input, written from the forms that read it: every key with its type, limits, default and why.
// Not here: what results mean (kpi.hpp, kpi_terms.hpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hubwatt {

// "scenario", "platform", "projection", "study" and "policy".
std::vector<std::string_view> docs_topics();

// The page of a topic as text; empty where there is no such topic.
std::string docs(std::string_view topic);

}  // namespace hubwatt
