// TOML: a tree or one mistake with its line; every value of the tree knows where it stands.
#include "scenarios/toml_document.hpp"
#include "tools/fuzz/fuzz.hpp"

namespace {

using namespace hubwatt;

void ensure_placed(const Node& node) {
  HUBWATT_ENSURES(!type_name(node).empty());
  if (const Table* table = node.table()) {
    for (const Member& member : *table) {
      HUBWATT_ENSURES(member.key_place.line > 0 && member.key_place.column > 0);
      HUBWATT_ENSURES(node.find(member.key) != nullptr);
      ensure_placed(member.node);
    }
  }
  if (const Array* array = node.array()) {
    for (const Node& element : *array) ensure_placed(element);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const auto read = parse_toml(text, "fuzz.toml");
  if (const auto* mistake = std::get_if<Diagnostic>(&read)) {
    HUBWATT_ENSURES(mistake->line > 0);
    fuzz::ensure_readable({*mistake});
  } else {
    ensure_placed(std::get<Node>(read));
  }
  return 0;
}
