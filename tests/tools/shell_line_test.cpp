#include "tools/shell_line.hpp"

#include <vector>

#include "models/units.hpp"
#include "tests/support/catch.hpp"
#include "tools/child_program.hpp"

using namespace hubwatt;

TEST_CASE("a shell reads the words of a line as they were") {
  const std::vector<std::string> words{"a", "it's", "$HOME `b` \"c\"", "", "x=[1, 2]", "\\",
                                       "*", "~",    "中卫\n;|&"};
  std::string expected;
  for (const std::string& word : words) expected += word + "|";
  const auto said = ask_program({"sh", "-c", "printf '%s|' " + shell_line(words)}, 20.0 * unit::second);
  CHECK(said.value().output == expected);
}
