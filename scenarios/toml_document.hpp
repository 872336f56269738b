// TOML text to a tree of nodes. The only file that includes toml++ is its source. Reads no files.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "models/error.hpp"
#include "scenarios/node.hpp"

namespace hubwatt {

// The whole text as a table, or its first syntax error. `file` is the name that messages show.
std::variant<Node, Diagnostic> parse_toml(std::string_view text, const std::string& file);

// One TOML value, as on the right side of a key ("0.5", "\"12 MW\"", "{ kind = \"ratio\" }"), or nothing
// where the text is not exactly one value. The node's place is `file` without a line.
std::optional<Node> parse_toml_value(std::string_view text, const std::string& file);

}  // namespace hubwatt
