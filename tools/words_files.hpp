// The dictionaries of tools/words as text inside the program: each a JSON object of English text and its translation.
#pragma once

#include <span>
#include <string_view>

namespace hubwatt {

std::span<const std::string_view> chinese_words();

}  // namespace hubwatt
