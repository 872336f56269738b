#include "scenarios/toml_document.hpp"

#include "scenarios/toml_text.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

Node parsed(std::string_view text) {
  auto result = parse_toml(text, "a.toml");
  REQUIRE(std::holds_alternative<Node>(result));
  return std::get<Node>(std::move(result));
}

}  // namespace

TEST_CASE("a table keeps the order of the file") {
  const Node root = parsed("zebra = 1\nant = 2\n[m]\ny = 3\nb = 4\n");
  REQUIRE(root.table()->size() == 3);
  CHECK((*root.table())[0].key == "zebra");
  CHECK((*root.table())[1].key == "ant");
  CHECK((*root.find("m")->table())[0].key == "y");
}

TEST_CASE("a value knows its line, column and path") {
  const Node root = parsed("[[hub]]\nid = \"x\"\n  [hub.grid]\n  price = 3\n");
  const Node& price = *(*root.find("hub")->array())[0].find("grid")->find("price");
  CHECK(*price.place.file == "a.toml");
  CHECK(price.place.line == 4);
  CHECK(price.place.column == 11);
  CHECK(price.path == "hub.x.grid.price");
}

TEST_CASE("a syntax error tells its place") {
  const auto result = parse_toml("a = 1\nb = = 2\n", "a.toml");
  REQUIRE(std::holds_alternative<Diagnostic>(result));
  CHECK(std::get<Diagnostic>(result).line == 2);
  CHECK(std::get<Diagnostic>(result).text().find("a.toml:2:") == 0);
}

TEST_CASE("malformed text is refused and never stops the program") {
  for (const std::string text :
       {"[[[1]]]", "[[1]]]", "a", "=", "\xff", "a = [", "a = {", "[a", "a = \"", "a.b = 1\na = 2"}) {
    INFO(text);
    CHECK(std::holds_alternative<Diagnostic>(parse_toml(text, "a.toml")));
  }
}

TEST_CASE("a date keeps its wall clock and its offset apart") {
  const Node root =
      parsed("local = 2025-01-01T00:00:00\nwest = 2025-01-01T00:00:00-08:00\nday = 1970-01-02\n");
  const auto local = std::get<DateTime>(root.find("local")->value);
  CHECK(local.wall_seconds == 1735689600);
  CHECK_FALSE(local.offset_minutes.has_value());
  CHECK(std::get<DateTime>(root.find("west")->value).offset_minutes == -480);
  CHECK(std::get<DateTime>(root.find("day")->value).wall_seconds == 86400);
}

TEST_CASE("one value is read only from a text that is one value") {
  CHECK(parse_toml_value("0.5", "x")->number() == 0.5);
  CHECK(parse_toml_value("{ a = 1 }", "x")->find("a")->number() == 1.0);
  CHECK_FALSE(parse_toml_value("1\nb = 2", "x").has_value());
  CHECK_FALSE(parse_toml_value("cold-plate", "x").has_value());
  CHECK_FALSE(parse_toml_value("", "x").has_value());
}

TEST_CASE("a value written as text reads back to the same text") {
  for (const std::string text :
       {"1", "-7", "0.25", "30.0", "1e+24", "true", "\"1.9 kW\"", "\"a \\\"b\\\" \\\\ c\"", "[1, 2.5, \"x\"]",
        "2025-01-06T00:00:00", "2025-01-06T23:59:59+08:00", "2025-01-06T01:02:03-09:30", "{}",
        "{ \"a\" = 1, \"b\" = [{ \"c\" = false }] }"}) {
    const auto value = parse_toml_value(text, "a");
    REQUIRE(value.has_value());
    CHECK(toml_text(*value) == text);
  }
}
