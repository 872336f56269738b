#include "tools/child_program.hpp"

#include "models/error.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

TEST_CASE("another program is told words as they are, and heard to its end") {
  const auto said = ask_program({"printf", "%s|", "two words", "$HOME", "it's"}, 10.0 * unit::second);
  REQUIRE(said);
  CHECK(said->output == "two words|$HOME|it's|");
  CHECK(said->errors.empty());
  CHECK(said->exit_code == 0);
}

TEST_CASE("both outputs of another program are heard, however much it says") {
  const std::string loud =
      "i=0; while [ $i -lt 20000 ]; do echo 0123456789; echo abcdefghij >&2; i=$((i+1)); done";
  const auto said = ask_program({"sh", "-c", loud + "; exit 7"}, 60.0 * unit::second);
  REQUIRE(said);
  CHECK(said->output.size() == 220000);
  CHECK(said->errors.size() == 220000);
  CHECK(said->exit_code == 7);
}

TEST_CASE("a program that is killed ends with its signal") {
  CHECK(ask_program({"sh", "-c", "kill -9 $$"}, 10.0 * unit::second)->exit_code == 137);
}

TEST_CASE("a program that is not there is told apart from one that fails") {
  CHECK_FALSE(ask_program({"no-program-of-this-name"}, 10.0 * unit::second));
  CHECK(ask_program({"false"}, 10.0 * unit::second)->exit_code == 1);
}

TEST_CASE("a program that does not answer is ended with all that it started") {
  CHECK_THROWS_WITH(ask_program({"sh", "-c", "sleep 30 & sleep 30"}, 1.0 * unit::second),
                    "sh did not answer within 1 s");
}
