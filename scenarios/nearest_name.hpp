// The known name a user most likely meant: "did you mean \"dry_bulb\"?".
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hubwatt {

// The name of fewest edits (insertions, deletions, replacements, swaps of neighbours; case is free), the
// first of equals. Empty where even that one differs by more than a third of its letters.
std::optional<std::string> nearest_name(std::string_view wanted, std::span<const std::string> known);

// "did you mean \"x\"?", or else the names there are: "one of a, b, c". Empty where there are none.
std::string suggest_name(std::string_view wanted, std::span<const std::string> known);

}  // namespace hubwatt
