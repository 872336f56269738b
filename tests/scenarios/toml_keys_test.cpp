#include "scenarios/toml_keys.hpp"

#include <string>

#include "scenarios/override.hpp"
#include "scenarios/toml_document.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

std::string key_of(std::size_t parts) {
  std::string key = "a";
  for (std::size_t i = 1; i < parts; ++i) key += ".a";
  return key;
}

}  // namespace

TEST_CASE("a key of the longest allowed length is read and one part more is refused with its place") {
  CHECK_FALSE(overlong_key(key_of(most_key_parts) + " = 1\n"));
  const auto place = overlong_key("# first\n" + key_of(most_key_parts + 1) + " = 1\n");
  REQUIRE(place);
  CHECK(place->line == 2);
  CHECK(place->column == static_cast<int>(2 * most_key_parts));
  CHECK(overlong_key("[" + key_of(most_key_parts + 1) + "]\n"));
  CHECK(overlong_key("x = { " + key_of(most_key_parts + 1) + " = 1 }\n"));
  CHECK(overlong_key("a" + std::string(most_key_parts, '.')));
}

TEST_CASE("quoted parts count like others, and spaces around dots do not hide a key") {
  std::string quoted = "'a.b'", spaced = "a";
  for (std::size_t i = 0; i < most_key_parts; ++i) {
    quoted += i % 2 == 0 ? ".\"a.\\\"b\"" : ".'c.d'";
    spaced += " \t. a";
  }
  CHECK(overlong_key(quoted + " = 1"));
  CHECK(overlong_key(spaced + " = 1"));
  CHECK_FALSE(overlong_key("'" + key_of(100) + "'.b = 1"));
}

TEST_CASE("dots of numbers, comments and strings make no key") {
  std::string numbers = "x = [0.5";
  for (int i = 0; i < 8760; ++i) numbers += ", 0.5";
  CHECK_FALSE(overlong_key(numbers + "]\n"));
  CHECK_FALSE(overlong_key("# " + key_of(100) + "\n"));
  CHECK_FALSE(overlong_key("x = '" + key_of(100) + "'\n"));
  CHECK_FALSE(overlong_key("x = \"\\\"" + key_of(100) + "\"\n"));
  CHECK_FALSE(overlong_key("x = \"\"\"\n\" " + key_of(100) + "\n\"\"\"\n"));
  CHECK_FALSE(overlong_key("x = '''\n' " + key_of(100) + "\n'''\n"));
  CHECK(overlong_key("x = \"never closed\n" + key_of(100)));
}

TEST_CASE("a key of a hundred thousand parts is a mistake of the input and not of the program") {
  const std::string key = key_of(100'000);
  for (const std::string& text :
       {key + " = 1", "[" + key + "]", "[[" + key + "]]", "x = { " + key + " = 1 }"}) {
    const auto result = parse_toml(text, "a.toml");
    REQUIRE(std::holds_alternative<Diagnostic>(result));
    CHECK(std::get<Diagnostic>(result).line == 1);
  }
  CHECK(std::holds_alternative<Diagnostic>(parse_override(key + "=1")));
}

TEST_CASE("the deepest text that both limits let pass is read without harm") {
  std::string text = "[" + key_of(most_key_parts) + "]\n" + key_of(most_key_parts - 1) + ".b = ";
  constexpr int levels = 200;  // toml++ refuses from 256 on
  for (int i = 0; i < levels; ++i) text += "{ " + key_of(most_key_parts) + " = ";
  text += "1";
  for (int i = 0; i < levels; ++i) text += " }";
  CHECK(std::holds_alternative<Node>(parse_toml(text, "a.toml")));
}
