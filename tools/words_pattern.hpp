// A text with named places for others, "{of}, the same per year": tells whether a text was made from it, and of what.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hubwatt {

using NamedPieces = std::map<std::string, std::string>;

class WordsPattern {
 public:
  explicit WordsPattern(std::string_view text);

  // What stands in the places; none where the text was not made from this. A piece is never empty, and as short as
  // what follows it allows.
  std::optional<NamedPieces> pieces_of(std::string_view text) const;

  // How much of it is the same in all texts.
  std::size_t letters() const;

 private:
  std::string begin_;
  struct Place {
    std::string name, after;  // what stands between this place and the next
  };
  std::vector<Place> places_;
};

// The pattern's text with the pieces in its places, all of which they have.
std::string filled(std::string_view pattern, const NamedPieces& pieces);

}  // namespace hubwatt
