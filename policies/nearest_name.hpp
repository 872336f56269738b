// Which of the known names a mistyped one was probably meant to be.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hubwatt {

// The candidate that takes the fewest insertions, deletions, replacements and swaps of neighbours to become
// (optimal string alignment distance), where those are at most a third of its letters; the first of equals.
std::optional<std::string> nearest_name(std::string_view typed, std::span<const std::string> candidates);

}  // namespace hubwatt
