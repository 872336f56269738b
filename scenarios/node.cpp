#include "scenarios/node.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "models/contract.hpp"

namespace hubwatt {
namespace {

std::string quoted_if_needed(const std::string& key) {
  if (key.find_first_of(".='\"") == std::string::npos) return key;
  return key.find('"') == std::string::npos ? '"' + key + '"' : '\'' + key + '\'';
}

// Whether every key of `changes` addresses a table of `elements`; these are then merged with what it says.
bool merge_elements(Array& elements, const Table& changes) {
  for (const Member& change : changes) {
    const Node* element = element_at(elements, change.key);
    if (element == nullptr || element->table() == nullptr || change.node.table() == nullptr) return false;
  }
  for (const Member& change : changes) {
    Node& element = *element_at(elements, change.key);
    element = merged(std::move(element), change.node);
  }
  return true;
}

}  // namespace

std::optional<double> Node::number() const {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&value)) return *real;
  return std::nullopt;
}

const Node* Node::find(std::string_view key) const {
  if (const Table* members = table()) {
    for (const Member& member : *members) {
      if (member.key == key) return &member.node;
    }
  }
  return nullptr;
}

Node* Node::find(std::string_view key) {
  return const_cast<Node*>(std::as_const(*this).find(key));
}

std::string_view type_name(const Node& node) {
  static constexpr std::array<std::string_view, std::variant_size_v<Node::Value>> names{
      "a boolean", "an integer", "a number", "a string", "a date", "a time of day", "an array", "a table"};
  return names[node.value.index()];
}

std::string element_name(const Node& element) {
  for (const std::string_view key : {"id", "name"}) {
    const Node* name = element.find(key);
    if (name != nullptr && name->text() != nullptr) return *name->text();
  }
  const Node* between = element.find("between");
  const Array* ends = between ? between->array() : nullptr;
  if (ends == nullptr || ends->size() != 2 || !ends->front().text() || !ends->back().text()) return {};
  return *ends->front().text() + "-" + *ends->back().text();
}

Node* element_at(Array& elements, std::string_view name) {
  for (Node& element : elements) {
    if (element_name(element) == name) return &element;
  }
  std::size_t position = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), position);
  const bool whole = error == std::errc() && end == name.data() + name.size();
  return whole && position < elements.size() ? &elements[position] : nullptr;
}

const Node* node_at(const Node& root, std::span<const std::string> keys) {
  auto* at = const_cast<Node*>(&root);
  for (const std::string& key : keys) {
    auto* elements = std::get_if<Array>(&at->value);
    at = elements != nullptr ? element_at(*elements, key) : at->find(key);
    if (at == nullptr) return nullptr;
  }
  return at;
}

std::optional<std::vector<std::string>> keys_of_path(std::string_view path) {
  std::vector<std::string> keys(1);
  char quote = '\0';
  for (const char c : path) {
    if (quote != '\0' && c == quote) {
      quote = '\0';
    } else if (quote == '\0' && (c == '"' || c == '\'')) {
      quote = c;
    } else if (quote == '\0' && c == '.') {
      keys.emplace_back();
    } else {
      keys.back() += c;
    }
  }
  const bool empty_key = std::any_of(keys.begin(), keys.end(), [](const auto& key) { return key.empty(); });
  if (quote != '\0' || empty_key) return std::nullopt;
  return keys;
}

void set_paths(Node& node, std::string path) {
  const std::string prefix = path.empty() ? "" : path + ".";
  if (auto* members = std::get_if<Table>(&node.value)) {
    for (Member& member : *members) set_paths(member.node, prefix + quoted_if_needed(member.key));
  } else if (auto* elements = std::get_if<Array>(&node.value)) {
    for (std::size_t i = 0; i < elements->size(); ++i) {
      const std::string name = element_name((*elements)[i]);
      set_paths((*elements)[i], prefix + (name.empty() ? std::to_string(i) : quoted_if_needed(name)));
    }
  }
  node.path = std::move(path);
}

Node merged(Node base, const Node& changes) {
  HUBWATT_EXPECTS(base.table() != nullptr && changes.table() != nullptr);
  auto& members = std::get<Table>(base.value);
  for (const Member& change : *changes.table()) {
    Node* own = base.find(change.key);
    const Table* parts = change.node.table();
    if (own != nullptr && own->table() != nullptr && parts != nullptr) {
      *own = merged(std::move(*own), change.node);
    } else if (own != nullptr && own->array() != nullptr && parts != nullptr &&
               merge_elements(std::get<Array>(own->value), *parts)) {
      own->place = change.node.place;
    } else if (own != nullptr) {
      *own = change.node;
    } else {
      members.push_back(change);
    }
  }
  base.place = changes.place;
  base.path = changes.path;
  return base;
}

Node without(Node table, std::span<const std::string_view> keys) {
  HUBWATT_EXPECTS(table.table() != nullptr);
  std::erase_if(std::get<Table>(table.value), [keys](const Member& member) {
    return std::find(keys.begin(), keys.end(), member.key) != keys.end();
  });
  return table;
}

Node only(Node table, std::span<const std::string_view> keys) {
  HUBWATT_EXPECTS(table.table() != nullptr);
  std::erase_if(std::get<Table>(table.value), [keys](const Member& member) {
    return std::find(keys.begin(), keys.end(), member.key) == keys.end();
  });
  return table;
}

}  // namespace hubwatt
