#include "tools/words_pattern.hpp"

#include <random>

#include "tests/support/catch.hpp"
#include "tools/words.hpp"

using namespace hubwatt;

TEST_CASE("a pattern finds what stands in its places") {
  const WordsPattern pattern("{of}, {from} to {to}, computing x {times}");
  const auto pieces = pattern.pieces_of("GDP, 2024 to 2030, computing x 9.71");
  REQUIRE(pieces);
  CHECK(*pieces == NamedPieces{{"from", "2024"}, {"of", "GDP"}, {"times", "9.71"}, {"to", "2030"}});
  for (const char* other : {"", "GDP", "GDP, 2024 to 2030, computing x ", ", 2024 to 2030, computing x 2",
                            "GDP, 2024 to, computing x 9.71"})
    CHECK_FALSE(pattern.pieces_of(other));
  CHECK(WordsPattern("a {b} c").letters() == 4);
  CHECK_FALSE(WordsPattern("a {b} c").pieces_of("a  c"));
  CHECK_FALSE(WordsPattern("a {b} c").pieces_of("xa b c"));
  CHECK_FALSE(WordsPattern("a {b} c").pieces_of("a b cx"));
}

TEST_CASE("a text made from a pattern comes apart into what it was made of") {
  std::mt19937 random(3);
  const auto piece = [&random] {
    std::string out;
    for (int n = std::uniform_int_distribution<>(1, 6)(random); n > 0; --n)
      out += "abc \u4e2d"[std::uniform_int_distribution<>(0, 6)(random)];
    return out;
  };
  const std::string text = "of {a}; with {b} ({c})";
  const WordsPattern pattern(text);
  for (int i = 0; i < 5000; ++i) {
    const NamedPieces pieces{{"a", piece()}, {"b", piece()}, {"c", piece()}};
    CHECK(pattern.pieces_of(filled(text, pieces)) == pieces);
  }
}

TEST_CASE("texts of results are translated with what is in them, the pattern that says most first") {
  const Words words(Language::chinese);
  CHECK(words.of_result("digital economy, the same per year") ==
        "\u6570\u5b57\u7ecf\u6d4e\uff0c\u540c\u4e0a\uff0c\u6298\u5408\u6bcf\u5e74");
  CHECK(words.of_result("Servers, mine") == "\u670d\u52a1\u5668\u6570\u91cf\uff08mine\uff09");
  CHECK(words.of_result("what a user wrote") == "what a user wrote");
}
