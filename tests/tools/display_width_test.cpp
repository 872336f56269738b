#include "tools/display_width.hpp"

#include <clocale>
#include <cwchar>
#include <string>

#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

std::string utf8(char32_t sign) {
  const auto byte = [](char32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  if (sign < 0x80) return {byte(sign)};
  if (sign < 0x800) return {byte(0xC0 | sign >> 6), byte(0x80 | (sign & 0x3F))};
  if (sign < 0x10000)
    return {byte(0xE0 | sign >> 12), byte(0x80 | (sign >> 6 & 0x3F)), byte(0x80 | (sign & 0x3F))};
  return {byte(0xF0 | sign >> 18), byte(0x80 | (sign >> 12 & 0x3F)), byte(0x80 | (sign >> 6 & 0x3F)),
          byte(0x80 | (sign & 0x3F))};
}

struct Block {
  char32_t first, last;
};

// What names of places and words of a report are written with.
constexpr Block blocks[] = {{0x20, 0x7E},       {0xA1, 0x17F},    {0x391, 0x3C9},   {0x410, 0x44F},
                            {0x1100, 0x1112},   {0x2010, 0x2027}, {0x2190, 0x2193}, {0x3001, 0x3029},
                            {0x3041, 0x3096},   {0x30A0, 0x30FF}, {0x3105, 0x312F}, {0x3131, 0x318E},
                            {0x3220, 0x3247},   {0x3250, 0x32FE}, {0x3300, 0x33FF}, {0x3400, 0x4DB5},
                            {0x4E00, 0x9FA5},   {0xA000, 0xA48C}, {0xAC00, 0xD7A3}, {0xF900, 0xFA2D},
                            {0xFE30, 0xFE4F},   {0xFF01, 0xFF60}, {0xFF61, 0xFF9D}, {0xFFE0, 0xFFE6},
                            {0x20000, 0x2A6D6}, {0x0300, 0x036F}};

}  // namespace

TEST_CASE("a text takes the columns that a terminal gives it") {
  CHECK(display_width("") == 0);
  CHECK(display_width("zhongwei 1.20 %") == 15);
  CHECK(display_width("\u4e2d\u536b") == 4);
  CHECK(display_width("PUE\uff08\u5e74\u5ea6\uff09") == 3 + 8);
  CHECK(display_width("\u5f20\u5bb6\u53e3\u00b7\u6000\u6765") == 11);  // the middle dot is narrow
  CHECK(display_width("Z\u00fcrich") == 6);
  CHECK(display_width("Zu\u0308rich") == 6);  // the same, written with a mark
  CHECK(display_width("\u3248") == 1);        // ambiguous, between wide ones
}

TEST_CASE("bytes that are no text take a column each, and never the bytes after them") {
  CHECK(display_width("\xff") == 1);
  CHECK(display_width("a\x80z") == 3);
  CHECK(display_width("\xe4\xb8") == 2);
  CHECK(display_width("\xe4\u4e2d") == 3);
}

TEST_CASE("the columns of every sign are those that the C library knows") {
  const std::string before = std::setlocale(LC_CTYPE, nullptr);
  REQUIRE(std::setlocale(LC_CTYPE, "C.UTF-8") != nullptr);
  int different = 0;
  for (const Block& block : blocks)
    for (char32_t sign = block.first; sign <= block.last; ++sign) {
      const int known = wcwidth(static_cast<wchar_t>(sign));
      if (known < 0 || static_cast<std::size_t>(known) == display_width(utf8(sign))) continue;
      UNSCOPED_INFO("U+" << std::hex << static_cast<unsigned>(sign) << " takes " << known);
      ++different;
    }
  CHECK(different == 0);
  std::setlocale(LC_CTYPE, before.c_str());
}
