#include "policies/policy_options.hpp"

#include <map>

#include "tests/policies/loading.hpp"
#include "tests/support/catch.hpp"

using hubwatt::policy::Options;
using hubwatt::test::says;

namespace {

// One option `x` of this text.
struct OneOption {
  explicit OneOption(const char* text) : value(text), view{1, &key, &value}, options(view) {}
  const char* key = "x";
  const char* value;
  hw_options view;
  Options options;
};

}  // namespace

TEST_CASE("an option is read as what it is, and its fallback holds where the scenario has none") {
  CHECK(OneOption("0.25").options.number("x", 1.0) == 0.25);
  CHECK(OneOption("7").options.count("x", 1) == 7);
  CHECK(OneOption("true").options.flag("x", false));
  CHECK(OneOption("some words").options.text("x", "") == "some words");
  CHECK(OneOption("0.25").options.number("y", 1.5) == 1.5);
  CHECK(OneOption("0.25").options.count("y", 3) == 3);
  CHECK(OneOption("0.25").options.text("y", "fallback") == "fallback");
  CHECK(OneOption("0.25").options.flag("y", true));
  CHECK(OneOption("0.25").options.seconds("y", 60.0) == 60.0);
}

TEST_CASE("a duration is read with its unit, in seconds") {
  CHECK(OneOption("12 h").options.seconds("x", 0.0) == 43200.0);
  CHECK(OneOption("1.5min").options.seconds("x", 0.0) == 90.0);
  CHECK(OneOption("2 d").options.seconds("x", 0.0) == 172800.0);
  CHECK(OneOption("0 s").options.seconds("x", 5.0) == 0.0);
  for (const char* wrong : {"12", "h", "", "12 hours", "-1 s", "1e999 s", "nan s"}) {
    INFO(wrong);
    CHECK_THROWS_WITH(OneOption(wrong).options.seconds("x", 0.0), says("not a duration such as"));
  }
}

TEST_CASE("an option that cannot be read is refused with its text") {
  for (const char* wrong : {"", "half", "0.5 kW", "nan", "inf", " 1"}) {
    INFO(wrong);
    CHECK_THROWS_WITH(OneOption(wrong).options.number("x", 1.0), says("option \"x\"") && says(wrong));
  }
  for (const char* wrong : {"", "-1", "1.5", "99999999999"}) {
    INFO(wrong);
    CHECK_THROWS_WITH(OneOption(wrong).options.count("x", 1), says("not a whole number"));
  }
  CHECK_THROWS_WITH(OneOption("yes").options.flag("x", true), says("not true or false"));
  CHECK_THROWS_WITH(OneOption("2").options.number("x", 1.0, 0.0, 1.0), says("limits"));
}

TEST_CASE("an option nobody read is refused with those there are") {
  OneOption one("1");
  one.options.number("depth", 1.0);
  one.options.flag("strict", false);
  CHECK_THROWS_WITH(one.options.refuse_unread(), says("unknown option \"x\"; options are: depth, strict"));
  one.options.number("x", 1.0);
  CHECK_NOTHROW(one.options.refuse_unread());
}
