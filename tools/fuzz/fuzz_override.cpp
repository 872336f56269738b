// Overrides: the first line is a `--set`, the rest the TOML it changes.
#include "scenarios/override.hpp"
#include "scenarios/toml_document.hpp"
#include "tools/fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hubwatt;
  const std::string_view text = fuzz::text_of(data, size);
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return 0;

  auto tree = parse_toml(text.substr(end + 1), "fuzz.toml");
  if (auto* root = std::get_if<Node>(&tree)) {
    if (const auto mistake = apply_override(*root, text.substr(0, end))) fuzz::ensure_readable({*mistake});
  }
  return 0;
}
