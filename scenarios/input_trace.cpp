#include "scenarios/input_trace.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "scenarios/basis.hpp"
#include "scenarios/toml_text.hpp"

namespace hubwatt {
namespace {

bool is_single(const Node& node) {
  return node.table() == nullptr && node.array() == nullptr;
}

// Told beside the entry's figures once for all, in InputUse::source and confidence.
bool tells_of_entry(const Node& node) {
  return node.founded && !node.founded->entry.empty() &&
         (node.path.ends_with(".source") || node.path.ends_with(".confidence"));
}

// An array's elements may have been set one by one; then the last setting is where it comes from.
const Place& origin_of(const Node& node) {
  const Place* found = &node.place;
  if (const Array* elements = node.array())
    for (const Node& element : *elements)
      if (element.place.line == 0) found = &element.place;
  return *found;
}

// By the file that is read or by --set.
bool is_given(const InputUse& use) {
  return use.entry.empty() && use.by_default.empty();
}

std::string text_at(const Node& table, std::string_view key) {
  const Node* value = table.find(key);
  return value != nullptr && value->text() != nullptr ? *value->text() : std::string();
}

}  // namespace

void InputTrace::begin(const Node& root, std::string file) {
  shown_ = *root.place.file;
  file_ = std::move(file);
  noted_.clear();
  patterns_.clear();
  const Node* tables = root.find("basis");
  if (tables == nullptr || tables->array() == nullptr) return;
  for (const Node& table : *tables->array()) {
    const Node* keys = table.find("keys");
    if (keys == nullptr) continue;
    const Array several = keys->array() != nullptr ? *keys->array() : Array{*keys};
    for (const Node& one : several) {
      if (one.text() == nullptr) continue;
      auto parts = keys_of_path(*one.text());
      if (parts)
        patterns_.push_back({*one.text(), text_at(table, "source"), text_at(table, "confidence"), *parts});
    }
  }
}

void InputTrace::note(const Node& at, std::string_view meaning, std::string_view by_default) {
  if (const Table* members = at.table()) {
    for (const Member& member : *members) note(member.node, meaning, by_default);
    return;
  }
  if (const Array* elements = at.array();
      elements != nullptr && !std::all_of(elements->begin(), elements->end(), is_single)) {
    for (const Node& element : *elements) note(element, meaning, by_default);
    return;
  }
  if (tells_of_entry(at) || !noted_.insert(at.path).second) return;
  const Place& place = by_default.empty() ? origin_of(at) : at.place;
  InputUse use{.key = at.path,
               .value = toml_text(at),
               .file = *place.file == shown_ ? file_ : *place.file,
               .line = place.line,
               .entry = at.founded ? at.founded->entry : "",
               .meaning = std::string(meaning),
               .by_default = std::string(by_default)};
  if (!by_default.empty()) {
    // Reasons say so where nothing better is behind them.
    if (by_default.find("estimate") != std::string_view::npos) {
      use.source = by_default;
      use.confidence = "estimate";
    }
  } else if (at.founded && place.file == at.place.file) {
    use.source = at.founded->source;
    use.confidence = at.founded->confidence;
  } else if (const Pattern* basis = *place.file == shown_ ? basis_of(at.path) : nullptr) {
    use.source = basis->source;
    use.confidence = basis->confidence;
    use.basis = basis->text;
  }
  inputs_.push_back(std::move(use));
}

const InputTrace::Pattern* InputTrace::basis_of(const std::string& key) const {
  if (patterns_.empty()) return nullptr;
  const auto parts = keys_of_path(key);
  if (!parts) return nullptr;
  const auto found = std::find_if(patterns_.rbegin(), patterns_.rend(),
                                  [&parts](const Pattern& pattern) { return covers(pattern.keys, *parts); });
  return found == patterns_.rend() ? nullptr : &*found;
}

void InputTrace::forget(const std::string& table, std::string_view key) {
  const std::string inside = table + ".", at = inside + std::string(key), below = at + ".";
  auto first = inputs_.end();  // of the table's own, which are the last
  while (first != inputs_.begin() && std::prev(first)->key.starts_with(inside)) --first;
  inputs_.erase(std::remove_if(first, inputs_.end(),
                               [&](const InputUse& use) {
                                 return !is_given(use) && (use.key == at || use.key.starts_with(below));
                               }),
                inputs_.end());
}

void InputTrace::forget_if(const std::function<bool(const std::string& key)>& unused) {
  std::erase_if(inputs_, [&unused](const InputUse& use) { return !is_given(use) && unused(use.key); });
}

}  // namespace hubwatt
