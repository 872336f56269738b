// How long a dotted key may be. Every part of a key is one more level of tables, and toml++ and whoever walks its
// tables recurse by level: a key of a hundred thousand parts would end the stack. So keys are measured in the text,
// before it is parsed. Levels of brackets need no limit here; toml++ has its own.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace hubwatt {

inline constexpr std::size_t most_key_parts = 16;  // the longest key that means anything has 6

struct TextPlace {
  int line = 1;
  int column = 1;
};

// Where a key of `text` goes beyond `most_key_parts`, or nothing. Exact up to the first syntax error.
std::optional<TextPlace> overlong_key(std::string_view text);

}  // namespace hubwatt
