// "Did you mean": the known name closest to a mistyped one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hubwatt {

// Least number of single-character insertions, deletions, replacements and swaps of neighbours that turn `a`
// into `b`, each place changed once at most (optimal string alignment). Case counts. Source: F. Damerau, "A
// technique for computer detection and correction of spelling errors", CACM 7(3), 1964.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The first of the names at the least distance, if that is at most a third of the longer text (and at least
// 1). Case is free.
std::optional<std::string> nearest_name(std::string_view name, std::span<const std::string> known);

// "did you mean 'x'?", or "known: 'a', 'b' or 'c'" where nothing is near; empty where nothing is known.
std::string suggestion_for(std::string_view name, std::span<const std::string> known);

std::string in_quotes(std::string_view name);                  // 'name'
std::string joined_names(std::span<const std::string> names);  // 'a', 'b' or 'c'

}  // namespace hubwatt
