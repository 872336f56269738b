// The dictionaries of tools/words as text inside the program: each a JSON object of English text and its translation.
#pragma once

#include <span>
#include <string_view>

namespace hubwatt {

struct WordsFile {
  std::string_view name;  // "catalogue"
  std::string_view text;
};

// Those that a terminal needs; pages bring theirs. Where two translate the same, the first counts.
std::span<const WordsFile> chinese_words();

}  // namespace hubwatt
