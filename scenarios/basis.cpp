#include "scenarios/basis.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "scenarios/server_fields.hpp"

namespace hubwatt {
namespace {

constexpr std::string_view every_key = "*";

struct Child {
  std::string name;
  const Node* node;
};

std::vector<Child> children_of(const Node& at) {
  std::vector<Child> out;
  if (const Table* members = at.table()) {
    for (const Member& member : *members) out.push_back({member.key, &member.node});
  } else if (const Array* elements = at.array()) {
    for (std::size_t i = 0; i < elements->size(); ++i) {
      const std::string name = element_name((*elements)[i]);
      out.push_back({name.empty() ? std::to_string(i) : name, &(*elements)[i]});
    }
  }
  return out;
}

// One pattern, or several.
struct KeyPatterns {
  static std::optional<std::vector<std::string>> read(const Node& node, const Limits& limits,
                                                      Reading& reading) {
    auto patterns = node.text() ? std::vector{*node.text()}
                                : Kind<std::vector<std::string>>::read(node, limits, reading)
                                      .value_or(std::vector<std::string>{});
    for (std::size_t i = 0; i < patterns.size(); ++i)
      if (!keys_of_path(patterns[i]))
        reading.mistake(node.text() ? node : (*node.array())[i], in_quotes(patterns[i]) + " is not a path",
                        "join keys with single dots, as in 'hub.*.climate'");
    return patterns;
  }
  static std::string type() { return "pattern of keys, or array of patterns"; }
  static Scale scale() { return {}; }
};

void check_pattern(const Node& root, const Node& written, std::vector<Diagnostic>& mistakes) {
  const auto pattern = keys_of_path(*written.text());
  if (!pattern) return;  // told when the table is read
  std::vector<const Node*> here{&root};
  std::string above;
  for (const std::string& key : *pattern) {
    std::vector<const Node*> next;
    std::set<std::string> names;
    for (const Node* node : here) {
      for (Child& child : children_of(*node)) {
        if (key == every_key || child.name == key) next.push_back(child.node);
        names.insert(std::move(child.name));
      }
    }
    if (next.empty()) {
      const std::string where = above.empty() ? "at the top of this file" : "below " + in_quotes(above);
      mistakes.push_back({*written.place.file, written.place.line, written.place.column, written.path,
                          "covers no key of this file: there is no " + in_quotes(key) + " " + where,
                          suggestion_for(key, std::vector<std::string>(names.begin(), names.end()))});
      return;
    }
    above += (above.empty() ? "" : ".") + key;
    here = std::move(next);
  }
}

}  // namespace

template <>
Form<Basis> form_of() {
  return {"a basis",
          {field_as<KeyPatterns>("keys", &Basis::keys,
                                 "what it is about: a key as --set has it, with * for any one part; all keys "
                                 "below are meant too"),
           field("confidence", &Basis::confidence, "how well they are founded"),
           field("source", &Basis::source, "where they come from")},
          {}};
}

bool covers(const std::vector<std::string>& pattern, const std::vector<std::string>& key) {
  return pattern.size() <= key.size() &&
         std::equal(pattern.begin(), pattern.end(), key.begin(), [](const auto& wanted, const auto& part) {
           return wanted == every_key || wanted == part;
         });
}

void check_basis(const Node& root, std::vector<Diagnostic>& mistakes) {
  const Node* tables = root.find("basis");
  if (tables == nullptr || tables->array() == nullptr) return;
  for (const Node& table : *tables->array()) {
    const Node* keys = table.find("keys");
    if (keys == nullptr) continue;
    if (keys->text() != nullptr) check_pattern(root, *keys, mistakes);
    if (keys->array() == nullptr) continue;
    for (const Node& pattern : *keys->array())
      if (pattern.text() != nullptr) check_pattern(root, pattern, mistakes);
  }
}

}  // namespace hubwatt
