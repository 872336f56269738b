#include "scenarios/study/study_axis.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenarios/override.hpp"
#include "scenarios/study/study_range.hpp"
#include "scenarios/toml_text.hpp"

namespace hubwatt {
namespace {

constexpr std::size_t longest_name = 100;  // that a user gives
constexpr std::size_t longest_value = 40;  // bytes of a value that names its level

// At most so many bytes, and no character in halves.
std::string cut(std::string text) {
  if (text.size() <= longest_value) return text;
  std::size_t end = longest_value - 3;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
  return text.substr(0, end) + "...";
}

std::string short_text(const Node& value);

template <class List, class Text>
std::string joined(const List& list, Text text) {
  std::string out;
  for (const auto& one : list) out += (out.empty() ? "" : ", ") + text(one);
  return out;
}

// What names a table stands first, and alone.
std::string member_text(const Member& member) {
  if (member.key == "entry" || member.key == "kind" || member.key == "name") return short_text(member.node);
  return member.key + " " + short_text(member.node);
}

std::string short_text(const Node& value) {
  if (value.text() != nullptr) return *value.text();
  if (value.array() != nullptr) return "[" + joined(*value.array(), short_text) + "]";
  if (value.table() != nullptr) return joined(*value.table(), member_text);
  return toml_text(value);
}

// Columns of results go by it.
void check_name(const std::string& name, const Node& table, Reading& reading) {
  if (name.size() > longest_name)
    reading.mistake_at_key(table, "name",
                           fmt::format("has {} bytes, and {} are the most", name.size(), longest_name));
}

// Two values of one short name go by their whole text.
std::vector<Level> levels_of(const std::string& key, const std::vector<Node>& values, Reading& reading) {
  std::vector<Level> levels;
  for (const Node& value : values) {
    const std::string set = override_text(key, value);
    const auto same = [&set](const Level& other) { return other.set.front() == set; };
    if (std::any_of(levels.begin(), levels.end(), same))
      reading.mistake(value, "stands here a second time", "leave it out");
    levels.push_back({level_name(value), {set}});
  }
  std::vector<std::string> names;
  for (const Level& level : levels) names.push_back(level.name);
  for (std::size_t i = 0; i < levels.size(); ++i)
    if (levels[i].name.empty() || std::count(names.begin(), names.end(), names[i]) > 1)
      levels[i].name = toml_text(values[i]);
  return levels;
}

void check_levels(const std::vector<Level>& levels, const Node& list, Reading& reading) {
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const Node& table = (*list.array())[i];
    check_name(levels[i].name, table, reading);
    for (std::size_t other = 0; other < i; ++other) {
      if (levels[other].name == levels[i].name)
        reading.mistake_at_key(table, "name", "there is a level " + in_quotes(levels[i].name) + " already",
                               "choose another name");
      else if (levels[other].set == levels[i].set)
        reading.mistake(table, "changes the same as level " + in_quotes(levels[other].name),
                        "leave one of them out");
    }
  }
}

void check_size(std::size_t size, const Node& axis, std::string_view key, Reading& reading) {
  constexpr std::size_t most = 1000;  // each is tried by itself before anything runs
  if (size < 2)
    reading.mistake_at_key(axis, key, fmt::format("an axis needs two levels at least, and has {}", size),
                           "what all points share goes into `set` of the study");
  if (size > most)
    reading.mistake_at_key(axis, key,
                           fmt::format("has {} levels, and {} are the most of an axis", size, most));
}

// Which of the three ways to tell an axis this one takes; empty, and a mistake, where it is none or several.
std::string_view way_of(const Node& node, Reading& reading) {
  std::vector<std::string> ways;
  for (const char* key : {"values", "level", "low", "high"})
    if (node.find(key) != nullptr && (ways.empty() || ways.back() != "low")) ways.emplace_back(key);
  if (ways.empty()) {
    reading.mistake(node, "has neither values, levels nor a range", "write key = \"...\" and values = [...]");
    return {};
  }
  if (ways.size() > 1) {
    reading.mistake_at_key(node, ways[1] == "high" ? "high" : ways[1],
                           "stands beside " + in_quotes(ways[0]) + ", and an axis has one of them",
                           "leave one of them out");
    return {};
  }
  return ways.front() == "values" ? "values" : ways.front() == "level" ? "level" : "range";
}

}  // namespace

std::string level_name(const Node& value) {
  std::string text = short_text(value);
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  return cut(std::move(text));
}

std::string override_text(const std::string& key, const Node& value) {
  return key + "=" + toml_text(value);
}

std::optional<Axis> axis_of(const AxisTold& told, const Node& node, Reading& reading) {
  const std::size_t before = reading.mistakes.size();
  const std::string_view way = way_of(node, reading);
  if (way.empty()) return std::nullopt;
  Axis axis{told.name, {}, {}};
  if (way == "level") {
    if (!told.key.empty())
      reading.mistake_at_key(node, "key", "stands beside levels, which name their keys in `set`",
                             "leave it out");
    if (node.find("name") == nullptr) reading.mistake_at_key(node, "name", "an axis of levels needs a name");
    check_levels(told.levels, *node.find("level"), reading);
    check_size(told.levels.size(), node, "level", reading);
    axis.levels = told.levels;
  } else if (told.key.empty()) {
    reading.mistake_at_key(node, "key", "is missing, and says what the axis changes",
                           "write key = \"hub.*.cooling\"");
    return std::nullopt;
  } else if (told.key.find('=') != std::string::npos) {
    reading.mistake_at_key(node, "key", "holds a '=', and values stand in keys of their own");
    return std::nullopt;
  } else {
    if (node.find("name") == nullptr) axis.name = told.key;
    if (way == "values") {
      axis.levels = levels_of(told.key, told.values, reading);
      check_size(axis.levels.size(), node, "values", reading);
    } else {
      axis.range = range_of(told, node, reading);
    }
  }
  if (node.find("name") != nullptr) check_name(axis.name, node, reading);
  return reading.mistakes.size() == before ? std::optional(std::move(axis)) : std::nullopt;
}

}  // namespace hubwatt
