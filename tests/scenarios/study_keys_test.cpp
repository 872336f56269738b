#include "scenarios/study/study_keys.hpp"

#include "tests/support/catch.hpp"

using namespace hubwatt;

TEST_CASE("a change replaces one of the same key, of a part of it, and of what its star stands for") {
  CHECK(replaces({"hub", "a", "cooling"}, {"hub", "a", "cooling"}));
  CHECK(replaces({"hub", "a", "battery"}, {"hub", "a", "battery", "capacity"}));
  CHECK(replaces({"hub", "*", "cooling"}, {"hub", "a", "cooling"}));
  CHECK_FALSE(replaces({"hub", "a", "cooling"}, {"hub", "*", "cooling"}));  // other hubs keep theirs
  CHECK_FALSE(replaces({"hub", "a", "battery", "capacity"}, {"hub", "a", "battery"}));
  CHECK_FALSE(replaces({"hub", "b", "cooling"}, {"hub", "a", "cooling"}));
}

TEST_CASE("two changes are of one key where a hub can be meant by both") {
  CHECK(same_key({"hub", "a", "cooling"}, {"hub", "a", "cooling"}));
  CHECK(same_key({"hub", "*", "cooling"}, {"hub", "a", "cooling"}));
  CHECK(same_key({"hub", "a", "cooling"}, {"hub", "*", "cooling"}));
  CHECK_FALSE(same_key({"hub", "a", "cooling"}, {"hub", "b", "cooling"}));
  CHECK_FALSE(same_key({"hub", "a"}, {"hub", "a", "cooling"}));
}
