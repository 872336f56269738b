#include "platforms/markup_text.hpp"

#include <random>

#include "tests/support/catch.hpp"

using namespace hubwatt;

TEST_CASE("text between tags holds no markup and says the same") {
  CHECK(markup_text("a <b> & \"c\" 'd'") == "a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
  std::mt19937 random(1);
  static constexpr std::string_view signs = "ab <>&\"'-;\xe4\xb8\xad";
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    for (int n = std::uniform_int_distribution<>(0, 12)(random); n > 0; --n)
      text += signs[std::uniform_int_distribution<std::size_t>(0, signs.size() - 1)(random)];
    const std::string shown = markup_text(text);
    CHECK(shown.find_first_of("<>\"'") == std::string::npos);
    CHECK((shown == text) == (text.find_first_of("<>\"'&") == std::string::npos));
  }
}
