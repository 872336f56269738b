#include "tools/display_width.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace hubwatt {

namespace {

struct Range {
  char32_t first, last;
};

constexpr Range wide[] = {
    {0x1100, 0x115F},    // Hangul, leading letters
    {0x2E80, 0x303E},    // radicals, punctuation
    {0x3041, 0x3247},    // kana, Bopomofo, Hangul letters, enclosed signs
    {0x3250, 0x33FF},    // more of them, squared units
    {0x3400, 0x4DBF},    // ideographs, extension A
    {0x4E00, 0x9FFF},    // ideographs
    {0xA000, 0xA4CF},    // Yi
    {0xA960, 0xA97F},    // Hangul, more leading letters
    {0xAC00, 0xD7A3},    // Hangul syllables
    {0xF900, 0xFAFF},    // compatibility ideographs
    {0xFE10, 0xFE19},    // vertical forms
    {0xFE30, 0xFE6F},    // compatibility and small forms
    {0xFF01, 0xFF60},    // full-width forms
    {0xFFE0, 0xFFE6},    // full-width signs
    {0x1B000, 0x1B2FF},  // more kana
    {0x20000, 0x2FFFD},  // ideographs, extensions B to F
    {0x30000, 0x3FFFD},  // and on
};

constexpr Range without_width[] = {
    {0x0300, 0x036F},  // combining marks
    {0x200B, 0x200F},  // zero width space, joiners, direction marks
    {0x20D0, 0x20F0},  // marks for symbols
    {0x302A, 0x302D},  // tone marks
    {0x3099, 0x309A},  // voice marks of kana
    {0xFE00, 0xFE0F},  // variation selectors
    {0xFEFF, 0xFEFF},  // byte order mark
};

template <std::size_t N>
bool is_in(const Range (&ranges)[N], char32_t sign) {
  const auto next = std::upper_bound(std::begin(ranges), std::end(ranges), sign,
                                     [](char32_t value, const Range& range) { return value < range.first; });
  return next != std::begin(ranges) && sign <= std::prev(next)->last;
}

// Takes one sign off the front; a byte that begins none comes out as itself.
char32_t take_sign(std::string_view& text) {
  const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
  char32_t sign = length == 1 ? first : first & (0x7Fu >> length);
  bool whole = length <= text.size();
  for (std::size_t i = 1; whole && i < length; ++i) {
    whole = (byte(i) & 0xC0u) == 0x80u;
    sign = (sign << 6) | (byte(i) & 0x3Fu);
  }
  text.remove_prefix(whole ? length : 1);
  return whole ? sign : first;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) {
    const char32_t sign = take_sign(text);
    if (!is_in(without_width, sign)) columns += is_in(wide, sign) ? 2 : 1;
  }
  return columns;
}

}  // namespace hubwatt
