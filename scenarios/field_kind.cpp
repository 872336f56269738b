#include "scenarios/field_kind.hpp"

namespace hubwatt {

std::optional<std::size_t> read_kind(const Node& node, std::string_view noun,
                                     const std::vector<std::string>& kinds, Reading& reading) {
  if (node.table() == nullptr) {
    wrong_type(node, std::string(noun) + " as a table", reading);
    return std::nullopt;
  }
  const Node* kind = node.find("kind");
  if (kind == nullptr) {
    reading.mistake_at_key(node, "kind", std::string(noun) + " needs this key, and it is missing",
                           "known: " + joined_names(kinds));
    return std::nullopt;
  }
  return read_name(*kind, kinds, reading);
}

}  // namespace hubwatt
