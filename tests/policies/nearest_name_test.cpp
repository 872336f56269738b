#include "policies/nearest_name.hpp"

#include <vector>

#include "tests/support/catch.hpp"

using hubwatt::nearest_name;

TEST_CASE("the nearest name is that of fewest edits, and none where all are far") {
  const std::vector<std::string> names = {"cheapest", "easy-backfill", "fcfs", "fixed",
                                          "greenest", "nearest",       "none"};
  CHECK(nearest_name("neerest", names) == "nearest");
  CHECK(nearest_name("easybackfill", names) == "easy-backfill");
  CHECK(nearest_name("fcsf", names) == "fcfs");  // neighbours swapped count once
  CHECK(nearest_name("non", names) == "none");
  CHECK(nearest_name("nearest", names) == "nearest");
  CHECK_FALSE(nearest_name("tetris", names).has_value());
  CHECK_FALSE(nearest_name("", names).has_value());
  CHECK_FALSE(nearest_name("x", {}).has_value());
}
