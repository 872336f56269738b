#include "scenarios/override.hpp"

#include <algorithm>
#include <utility>

#include "models/nearest_name.hpp"
#include "scenarios/toml_document.hpp"
#include "scenarios/toml_keys.hpp"

namespace hubwatt {
namespace {

constexpr std::string_view every_element = "*";

Diagnostic refused(std::string file, std::string key, std::string problem, std::string suggestion) {
  return {std::move(file), 0, 0, std::move(key), std::move(problem), std::move(suggestion)};
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// Position of the `=` between path and value: the first that is not inside quotes.
std::size_t split_position(std::string_view text) {
  char quote = '\0';
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quote != '\0') {
      if (text[i] == quote) quote = '\0';
    } else if (text[i] == '"' || text[i] == '\'') {
      quote = text[i];
    } else if (text[i] == '=') {
      return i;
    }
  }
  return std::string_view::npos;
}

// A TOML value, or else the bare text.
Node value_of(std::string_view text, const std::string& file) {
  if (auto node = parse_toml_value(text, file)) return std::move(*node);
  Node bare;
  bare.place.file = std::make_shared<const std::string>(file);
  bare.value = std::string(text);
  return bare;
}

std::string joined(const std::vector<std::string>& keys, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : ".") + keys[i];
  return out;
}

std::vector<std::string> names_of(const Array& elements) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const std::string name = element_name(elements[i]);
    names.push_back(name.empty() ? std::to_string(i) : name);
  }
  return names;
}

// The member of that key, made where there is none.
Node& member_of(Table& members, const std::string& key, const Place& place) {
  for (Member& member : members) {
    if (member.key == key) return member.node;
  }
  members.push_back({key, place, {place, {}, Table{}}});
  return members.back().node;
}

// Writes the value at the path's parts from `depth` on, below `at`.
std::optional<Diagnostic> write_below(Node& at, const Override& change, std::size_t depth) {
  const Place& place = change.value.place;
  if (depth == change.path.size()) {
    at.value = change.value.value;
    at.place = place;
    at.founded = nullptr;
    return std::nullopt;
  }
  const std::string& key = change.path[depth];
  const auto refuse = [&](std::string problem, std::string suggestion) {
    return refused(*place.file, joined(change.path, depth + 1),
                   in_quotes(joined(change.path, depth)) + " " + std::move(problem), std::move(suggestion));
  };
  if (auto* elements = std::get_if<Array>(&at.value)) {
    if (key != every_element) {
      Node* element = element_at(*elements, key);
      if (element == nullptr)
        return refuse("has no element " + in_quotes(key), suggestion_for(key, names_of(*elements)));
      return write_below(*element, change, depth + 1);
    }
    if (elements->empty()) return refuse("is an empty list, so '*' addresses nothing", "");
    for (Node& element : *elements)
      if (auto mistake = write_below(element, change, depth + 1)) return mistake;
    return std::nullopt;
  }
  if (key == every_element) {
    return depth == 0
               ? refused(*place.file, key, "a file is no list, so '*' addresses nothing in it", "")
               : refuse("is " + std::string(type_name(at)) + " and no list, so '*' addresses nothing", "");
  }
  if (const std::string* entry = at.text(); entry != nullptr) {
    at.value = Table{{"entry", at.place, {at.place, {}, *entry}}};
  }
  auto* members = std::get_if<Table>(&at.value);
  if (members == nullptr) return refuse("is " + std::string(type_name(at)) + " and has no keys", "");
  if (depth + 1 < change.path.size() && change.path[depth + 1] == every_element && at.find(key) == nullptr)
    return refused(*place.file, joined(change.path, depth + 2),
                   "there is no list " + in_quotes(joined(change.path, depth + 1)), "");
  return write_below(member_of(*members, key, place), change, depth + 1);
}

}  // namespace

std::variant<Override, Diagnostic> parse_override(std::string_view text) {
  const std::string file = "--set " + std::string(text);
  const std::size_t split = split_position(text);
  if (split == std::string_view::npos) {
    return refused(file, "", "there is no '='", "write PATH=VALUE, as in hub.zhongwei.cooling=cold-plate");
  }
  const std::string_view path = trimmed(text.substr(0, split));
  const std::string_view value = trimmed(text.substr(split + 1));
  auto keys = keys_of_path(path);
  if (!keys) return refused(file, "", in_quotes(path) + " is not a path", "join keys with single dots");
  if (keys->size() > most_key_parts) {
    return refused(file, "", "the path has more than " + std::to_string(most_key_parts) + " parts", "");
  }
  if (value.empty())
    return refused(file, std::string(path), "the value is empty", "write '\"\"' for an empty string");
  return Override{std::move(*keys), value_of(value, file)};
}

std::optional<Diagnostic> apply_override(Node& root, const Override& change) {
  auto mistake = write_below(root, change, 0);
  if (!mistake) set_paths(root, root.path);
  return mistake;
}

std::optional<Diagnostic> apply_override(Node& root, std::string_view text) {
  auto parsed = parse_override(text);
  if (auto* mistake = std::get_if<Diagnostic>(&parsed)) return std::move(*mistake);
  return apply_override(root, std::get<Override>(parsed));
}

}  // namespace hubwatt
