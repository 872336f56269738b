#include "scenarios/node.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "models/contract.hpp"

namespace hubwatt {

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

void set_paths(Node& node, std::string path) {
  const std::string prefix = path.empty() ? "" : path + ".";
  if (auto* members = std::get_if<Table>(&node.value)) {
    for (Member& member : *members) set_paths(member.node, prefix + member.key);
  } else if (auto* elements = std::get_if<Array>(&node.value)) {
    for (std::size_t i = 0; i < elements->size(); ++i) {
      const std::string name = element_name((*elements)[i]);
      set_paths((*elements)[i], prefix + (name.empty() ? std::to_string(i) : name));
    }
  }
  node.path = std::move(path);
}

Node merged(Node base, const Node& changes) {
  HUBWATT_EXPECTS(base.table() != nullptr && changes.table() != nullptr);
  auto& members = std::get<Table>(base.value);
  for (const Member& change : *changes.table()) {
    Node* own = base.find(change.key);
    if (own != nullptr && own->table() != nullptr && change.node.table() != nullptr) {
      *own = merged(std::move(*own), change.node);
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
