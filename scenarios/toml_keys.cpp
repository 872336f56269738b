#include "scenarios/toml_keys.hpp"

#include <algorithm>

namespace hubwatt {
namespace {

// The end of the string that opens at `at`; strings of one line end with it in any case.
std::size_t string_end(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const std::string_view opening = text.substr(at, 3);
  const bool many_lines = opening.size() == 3 && opening[1] == quote && opening[2] == quote;
  const std::string_view closing = many_lines ? opening : opening.substr(0, 1);
  for (std::size_t i = at + closing.size(); i < text.size(); ++i) {
    if (text[i] == '\n' && !many_lines) return i;
    if (text[i] == '\\' && quote == '"')
      ++i;
    else if (text.substr(i, closing.size()) == closing)
      return i + closing.size();
  }
  return text.size();
}

TextPlace place_at(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const std::size_t line_break = before.rfind('\n');
  const std::size_t line_start = line_break == std::string_view::npos ? 0 : line_break + 1;
  return {static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
          static_cast<int>(at - line_start) + 1};
}

}  // namespace

std::optional<TextPlace> overlong_key(std::string_view text) {
  std::size_t parts = 1;  // of the key, or of the number, that the scan is in
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c == '"' || c == '\'') {
      i = string_end(text, i);
      continue;
    }
    if (c == '#') {
      i = std::min(text.find('\n', i), text.size());
      continue;
    }
    if (c == '.' && ++parts > most_key_parts) return place_at(text, i);
    if (std::string_view("\n=,[]{}").find(c) != std::string_view::npos) parts = 1;
    ++i;
  }
  return std::nullopt;
}

}  // namespace hubwatt
