#include "scenarios/field_entry.hpp"

#include "models/nearest_name.hpp"

namespace hubwatt {
namespace {

std::vector<std::string> keys_of(const Node* table) {
  std::vector<std::string> keys;
  if (table != nullptr && table->table() != nullptr) {
    for (const Member& member : *table->table()) keys.push_back(member.key);
  }
  return keys;
}

std::optional<Entry> entry_named(const Node& name, std::string_view section, Reading& reading) {
  const Node* entries = reading.catalogue.find(section);
  const std::string* id = name.text();
  if (id == nullptr) {
    wrong_type(name, "the name of an entry or a table", reading);
    return std::nullopt;
  }
  if (const Node* entry = entries ? entries->find(*id) : nullptr) {
    Entry found{*id, *entry};
    set_paths(found.node, name.path);  // that is where a change of it would be written
    return found;
  }
  reading.mistake(name,
                  "there is no " + in_quotes(*id) + " in the catalogue's section " + std::string(section),
                  suggestion_for(*id, keys_of(entries)));
  return std::nullopt;
}

}  // namespace

std::optional<Entry> find_entry(const Node& node, std::string_view section, Reading& reading) {
  if (node.table() == nullptr) return entry_named(node, section, reading);
  const Node* base = node.find("entry");
  if (base == nullptr) return Entry{"", node};
  auto entry = entry_named(*base, section, reading);
  if (!entry) return std::nullopt;
  const Node* own_kind = entry->node.find("kind");
  const Node* kind = node.find("kind");
  if (own_kind != nullptr && kind != nullptr && kind->text() != nullptr &&
      *kind->text() != *own_kind->text()) {
    reading.mistake(*kind, "an entry keeps its kind, here " + in_quotes(*own_kind->text()),
                    "name an entry of that kind, or leave 'entry' out and write the table in full");
    return std::nullopt;
  }
  constexpr std::string_view entry_key[] = {"entry"};
  entry->node = merged(std::move(entry->node), without(node, entry_key));
  set_paths(entry->node, node.path);
  return entry;
}

}  // namespace hubwatt
