#include "scenarios/study/study_range.hpp"

#include <charconv>
#include <cmath>

#include "models/random.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

TEST_CASE("a number of a range stays within its borders, near what was drawn, and has few digits") {
  CHECK(number_between(12.3456789, 12.0, 13.0) == "12.35");
  CHECK(number_between(0.0, 0.0, 1.0) == "0");
  CHECK(number_between(250.0, 0.0, 1e6) == "250");
  CHECK(number_between(-0.25, -1.0, 0.0) == "-0.25");
  CHECK(number_between(1.9999, 1.0, 2.0) == "1.9999");  // "2.00" would be the next part's
  Random random(1, "numbers");
  for (int i = 0; i < 20'000; ++i) {
    const double from = (random.uniform() - 0.5) * std::pow(10.0, 40.0 * random.uniform() - 20.0);
    const double to = from + std::abs(from) * random.uniform() + 1e-12;
    const double value = from + random.uniform() * (to - from);
    if (!(value < to)) continue;
    const std::string text = number_between(value, from, to);
    double read = 0.0;
    const auto [end, outcome] = std::from_chars(text.data(), text.data() + text.size(), read);
    CAPTURE(text, from, to);
    REQUIRE(outcome == std::errc());
    REQUIRE(end == text.data() + text.size());
    REQUIRE(read >= from);
    REQUIRE(read < to);
    REQUIRE(std::abs(read - value) <= (to - from) / 100.0);
  }
}
