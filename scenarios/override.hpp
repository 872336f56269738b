// Overrides of single keys, as typed after `--set`: "hub.zhongwei.cooling=cold-plate". A path is keys joined
// by dots; a key with a dot in it is quoted. Tables of a list are addressed by their id or name, by position
// from 0, or all of them by `*`: "hub.*.cooling=cold-plate". The value is TOML; what is not valid TOML is taken as a string, because shells strip
// quotes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/error.hpp"
#include "scenarios/node.hpp"

namespace hubwatt {

struct Override {
  std::vector<std::string> path;
  Node value;
};

std::variant<Override, Diagnostic> parse_override(std::string_view text);

// Writes the value into the tree, making tables on the way where there are none, or says why it cannot. A
// string that is addressed as a table becomes { entry = <the string>, ... }: the catalogue's entry with a
// change. Whether a new key is known is found out when the tree is read.
std::optional<Diagnostic> apply_override(Node& root, const Override& change);
std::optional<Diagnostic> apply_override(Node& root, std::string_view text);

}  // namespace hubwatt
