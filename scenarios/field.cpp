#include "scenarios/field.hpp"

#include <algorithm>

#include "models/contract.hpp"
#include "scenarios/toml_document.hpp"

namespace hubwatt {

void check_keys(const Node& table, std::string_view noun, const std::vector<KeyPresence>& keys,
                Reading& reading) {
  std::vector<std::string> known;
  for (const KeyPresence& key : keys) known.emplace_back(key.key);
  for (const Member& member : *table.table()) {
    if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
    reading.mistake_at_key(table, member.key, std::string(noun) + " has no such key",
                           suggestion_for(member.key, known));
  }
  for (const KeyPresence& key : keys) {
    if (key.presence != Presence::required || table.find(key.key) != nullptr) continue;
    reading.mistake_at_key(table, key.key, std::string(noun) + " needs this key, and it is missing");
  }
}

Node default_node(std::string_view toml, const Node& table, std::string_view key) {
  std::optional<Node> node = parse_toml_value(toml, "default");
  HUBWATT_ENSURES(node.has_value());
  node->place = table.place;
  node->founded = table.founded;
  set_paths(*node, (table.path.empty() ? "" : table.path + ".") + std::string(key));
  return *node;
}

Node change_of_entry(Node told, std::string_view entry, std::string_view meaning, std::string_view why,
                     Reading& reading) {
  if (told.table() == nullptr || told.find("entry") != nullptr) return told;
  Node usual = default_node(entry, told, "entry");
  reading.note(usual, meaning, why);
  std::get<Table>(told.value).push_back({"entry", told.place, std::move(usual)});
  return told;
}

void expect_no_mistake(std::size_t mistakes_before, const Reading& reading) {
  HUBWATT_ENSURES(reading.mistakes.size() == mistakes_before);
}

}  // namespace hubwatt
