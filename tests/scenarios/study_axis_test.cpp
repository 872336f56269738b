#include "scenarios/study/study_axis.hpp"

#include "scenarios/override.hpp"
#include "scenarios/toml_document.hpp"
#include "scenarios/toml_text.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

Node value(const std::string& toml) {
  return *parse_toml_value(toml, "test");
}

}  // namespace

TEST_CASE("a level is called by its value in few words") {
  CHECK(level_name(value("\"cold-plate\"")) == "cold-plate");
  CHECK(level_name(value("2")) == "2");
  CHECK(level_name(value("2.0")) == "2.0");
  CHECK(level_name(value("true")) == "true");
  CHECK(level_name(value("{ entry = \"cold-plate\", liquid_share = 0.7 }")) ==
        "cold-plate, liquid_share 0.7");
  CHECK(level_name(value("[1, [2, \"a\"], { b = 3 }]")) == "[1, [2, a], b 3]");
  CHECK(level_name(value("\"a\\nb\"")) == "a b");
  const std::string longer = level_name(value("\"" + std::string(50, 'x') + "\""));
  CHECK(longer == std::string(37, 'x') + "...");
  // Characters of three bytes each stay whole.
  std::string chinese;
  for (int i = 0; i < 20; ++i) chinese += "冷";
  CHECK(level_name(value("\"" + chinese + "\"")) == chinese.substr(0, 36) + "...");
}

TEST_CASE("an override of a value reads back to that value") {
  for (const char* toml : {"\"cold-plate\"", "\"true\"", "\"[1]\"", "\"a = \\\"b\\\"\"", "1", "1.5", "false",
                           "[1, \"2\"]", "{ entry = \"x\", part.y = 2 }", "2025-01-01T00:00:00"}) {
    CAPTURE(toml);
    const auto parsed = parse_override(override_text("hub.\"a=b\".cooling", value(toml)));
    REQUIRE(std::holds_alternative<Override>(parsed));
    const Override& change = std::get<Override>(parsed);
    CHECK(change.path == std::vector<std::string>{"hub", "a=b", "cooling"});
    CHECK(toml_text(change.value) == toml_text(value(toml)));
  }
}
