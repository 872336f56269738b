// A TOML file as a tree of values that remember where they stand: file, line, column and dotted path. Tables
// keep the order of the file. Made by toml_document.hpp, changed by override.hpp, read by field.hpp. Knows
// nothing of toml++ and nothing of what a key means.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hubwatt {

// Line and column count from 1; 0 where the text has no lines (an override, a default).
struct Place {
  std::shared_ptr<const std::string> file;
  int line = 0;
  int column = 0;
};

// A date with a time of day. Seconds are those of the wall clock since 1970-01-01T00:00:00 of the same clock.
struct DateTime {
  std::int64_t wall_seconds = 0;
  std::int32_t nanoseconds = 0;
  std::optional<int> offset_minutes;  // from UTC; empty where the text gives none
};

struct TimeOfDay {};  // legal TOML that no key of ours takes

// On what a value rests: what the nearest table around it says as `source` and `confidence`. `entry` is the
// catalogue's entry that the value is part of, "cooling.cold-plate"; empty for a file's own.
struct Foundation {
  std::string entry, source, confidence;
};

struct Node;
struct Member;
using Array = std::vector<Node>;
using Table = std::vector<Member>;

struct Node {
  using Value = std::variant<bool, std::int64_t, double, std::string, DateTime, TimeOfDay, Array, Table>;

  Place place;
  std::string path;  // as --set addresses it, "hub.zhongwei.cooling"; empty for a whole file
  Value value;
  std::shared_ptr<const Foundation> founded = {};  // null where nothing is said

  const Table* table() const { return std::get_if<Table>(&value); }
  const Array* array() const { return std::get_if<Array>(&value); }
  const std::string* text() const { return std::get_if<std::string>(&value); }
  std::optional<double> number() const;  // of an integer or a float

  const Node* find(std::string_view key) const;  // member of a table, or nullptr
  Node* find(std::string_view key);
};

struct Member {
  std::string key;
  Place key_place;
  Node node;
};

// "a string", "an integer", "a table", ... for messages.
std::string_view type_name(const Node& node);

// Name by which a table of an array is addressed: its `id`, else its `name`, else the ends of a link joined by a
// hyphen; empty where it has none of them.
std::string element_name(const Node& element);

// What `name` addresses in an array: the element of that name, else the one at that position from 0, or nullptr.
Node* element_at(Array& elements, std::string_view name);

// The value that the keys lead to from `root`, or nullptr.
const Node* node_at(const Node& root, std::span<const std::string> keys);

// The keys of a path, or nothing where one is empty or a quote is open. A key with a dot in it is quoted.
std::optional<std::vector<std::string>> keys_of_path(std::string_view path);

// Writes `path` into `node` and the paths below it into its children.
void set_paths(Node& node, std::string path);

// `base` with the members of `changes` in the place of its own of the same key; where both members are tables, these
// are merged in turn, and a table over an array of tables changes the elements that its keys address. Both arguments
// are tables.
Node merged(Node base, const Node& changes);

// A table without, or with only, the members of these keys.
Node without(Node table, std::span<const std::string_view> keys);
Node only(Node table, std::span<const std::string_view> keys);

}  // namespace hubwatt
