#include "scenarios/foundation.hpp"

#include <utility>

namespace hubwatt {
namespace {

using Founded = std::shared_ptr<const Foundation>;

const std::string* text_at(const Node& table, std::string_view key) {
  const Node* value = table.find(key);
  return value == nullptr ? nullptr : value->text();
}

// Where one of the two is told, the other is as forms have it: not told, or no better than an estimate.
Founded told_by(const Node& table, const Founded& around) {
  const std::string* source = text_at(table, "source");
  const std::string* confidence = text_at(table, "confidence");
  if (source == nullptr && confidence == nullptr) return around;
  return std::make_shared<const Foundation>(
      Foundation{around ? around->entry : "", source ? *source : "", confidence ? *confidence : "estimate"});
}

void found(Node& at, Founded around) {
  if (auto* members = std::get_if<Table>(&at.value)) {
    around = told_by(at, around);
    for (Member& member : *members) found(member.node, around);
  } else if (auto* elements = std::get_if<Array>(&at.value)) {
    for (Node& element : *elements) found(element, around);
  }
  at.founded = std::move(around);
}

}  // namespace

void found_by_tables(Node& root) {
  found(root, nullptr);
}

void found_by_entries(Node& catalogue) {
  for (Member& section : std::get<Table>(catalogue.value)) {
    auto* entries = std::get_if<Table>(&section.node.value);
    if (entries == nullptr) continue;
    for (Member& entry : *entries)
      found(entry.node,
            std::make_shared<const Foundation>(Foundation{section.key + "." + entry.key, "", ""}));
  }
}

}  // namespace hubwatt
