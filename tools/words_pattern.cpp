#include "tools/words_pattern.hpp"

namespace hubwatt {

WordsPattern::WordsPattern(std::string_view text) {
  std::size_t open = text.find('{');
  begin_ = text.substr(0, open);
  while (open != std::string_view::npos) {
    const std::size_t close = text.find('}', open);
    const std::size_t next = text.find('{', close);
    const std::size_t length = next == std::string_view::npos ? next : next - close - 1;
    places_.push_back(
        {std::string(text.substr(open + 1, close - open - 1)), std::string(text.substr(close + 1, length))});
    open = next;
  }
}

std::optional<NamedPieces> WordsPattern::pieces_of(std::string_view text) const {
  if (text.substr(0, begin_.size()) != begin_) return std::nullopt;
  text.remove_prefix(begin_.size());
  NamedPieces pieces;
  for (const Place& place : places_) {
    const bool last = &place == &places_.back();
    if (last && (text.size() <= place.after.size() || !text.ends_with(place.after))) return std::nullopt;
    const std::size_t end = last ? text.size() - place.after.size() : text.find(place.after, 1);
    if (end == std::string_view::npos || text.empty()) return std::nullopt;
    pieces[place.name] = text.substr(0, end);
    text.remove_prefix(end + place.after.size());
  }
  return text.empty() ? std::optional(std::move(pieces)) : std::nullopt;
}

std::size_t WordsPattern::letters() const {
  std::size_t count = begin_.size();
  for (const Place& place : places_) count += place.after.size();
  return count;
}

std::string filled(std::string_view pattern, const NamedPieces& pieces) {
  std::string out;
  for (std::size_t open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{')) {
    const std::size_t close = pattern.find('}', open);
    out += pattern.substr(0, open);
    out += pieces.at(std::string(pattern.substr(open + 1, close - open - 1)));
    pattern.remove_prefix(close + 1);
  }
  return out.append(pattern);
}

}  // namespace hubwatt
