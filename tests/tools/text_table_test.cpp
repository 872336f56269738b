#include "tools/text_table.hpp"

#include <random>

#include "tests/support/catch.hpp"

using namespace hubwatt;

TEST_CASE("words stand to the left and figures to the right") {
  TextTable table({"hub", "PUE", "met"});
  table.add({"a", "1.2", "yes"});
  table.add({"long", "12.25", "NO"});
  CHECK(table.text() ==
        "  hub     PUE  met\n"
        "  a       1.2  yes\n"
        "  long  12.25  NO\n");
}

TEST_CASE("a row may have a remark beyond the header, and others end before it") {
  TextTable table({"best", "PUE"});
  table.add({"a", "1.2", "and 2 as good"});
  table.add({"b", "1.25"});
  table.add({"c"});
  CHECK(table.text() ==
        "  best   PUE\n"
        "  a      1.2  and 2 as good\n"
        "  b     1.25\n"
        "  c\n");
}

TEST_CASE("columns of Chinese names line up as a terminal shows them") {
  TextTable table({"\u67a2\u7ebd", "PUE"});
  table.add({"\u4e2d\u536b", "1.1"});
  table.add({"abcdef", "1.25"});
  CHECK(table.text() ==
        "  \u67a2\u7ebd     PUE\n"
        "  \u4e2d\u536b     1.1\n"
        "  abcdef  1.25\n");
}

TEST_CASE("every column of figures ends at one display column, whatever the names") {
  std::mt19937 random(7);
  const std::string_view pieces[] = {"a",      "hub",     "\u4e2d", "\uff08", "\u00b7",
                                     "\u00e9", "e\u0301", "\uac00", " x"};
  for (int i = 0; i < 2000; ++i) {
    TextTable table({"h", "\u8d39\u7528"});
    for (int row = 0; row < 5; ++row) {
      std::string name = "n";
      for (int n = std::uniform_int_distribution<>(0, 6)(random); n > 0; --n)
        name += pieces[std::uniform_int_distribution<std::size_t>(0, std::size(pieces) - 1)(random)];
      table.add({name, std::to_string(std::uniform_int_distribution<>(0, 99999)(random))});
    }
    const std::string text = table.text();
    std::size_t begin = 0;
    const std::size_t columns = display_width(text.substr(0, text.find('\n')));
    while (begin < text.size()) {
      const std::size_t end = text.find('\n', begin);
      CHECK(display_width(text.substr(begin, end - begin)) == columns);
      begin = end + 1;
    }
  }
}
