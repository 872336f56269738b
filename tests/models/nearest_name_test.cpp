#include "models/nearest_name.hpp"

#include <random>
#include <vector>

#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

std::string random_word(std::mt19937& random) {
  std::uniform_int_distribution<int> length(0, 9), letter('a', 'd');
  std::string out(static_cast<std::size_t>(length(random)), ' ');
  for (char& c : out) c = static_cast<char>(letter(random));
  return out;
}

}  // namespace

TEST_CASE("the edit distance of words that differ by one edit is one") {
  CHECK(edit_distance("latency", "latncy") == 1);
  CHECK(edit_distance("latency", "latencyy") == 1);
  CHECK(edit_distance("latency", "letency") == 1);
  CHECK(edit_distance("side", "sied") == 1);
  CHECK(edit_distance("", "abc") == 3);
}

TEST_CASE(
    "the edit distance is symmetric, zero for equals alone, and between the difference and the maximum of "
    "lengths") {
  std::mt19937 random(1);
  for (int i = 0; i < 5000; ++i) {
    const std::string a = random_word(random), b = random_word(random);
    const std::size_t distance = edit_distance(a, b);
    REQUIRE(distance == edit_distance(b, a));
    REQUIRE((distance == 0) == (a == b));
    REQUIRE(distance <= std::max(a.size(), b.size()));
    REQUIRE(distance >= std::max(a.size(), b.size()) - std::min(a.size(), b.size()));
  }
}

TEST_CASE("the nearest name is one of the known, and none of them is nearer") {
  std::mt19937 random(2);
  for (int i = 0; i < 3000; ++i) {
    std::vector<std::string> known;
    for (int k = 0; k < 6; ++k) known.push_back(random_word(random));
    const std::string name = random_word(random);
    const auto found = nearest_name(name, known);
    if (!found) continue;
    REQUIRE(std::find(known.begin(), known.end(), *found) != known.end());
    for (const std::string& other : known) {
      const std::size_t limit = std::max<std::size_t>(1, std::max(name.size(), other.size()) / 3);
      if (edit_distance(name, other) <= limit)
        REQUIRE(edit_distance(name, *found) <= edit_distance(name, other));
    }
  }
}

TEST_CASE("a known name is nearest to itself whatever its case") {
  const std::vector<std::string> known{"latency", "bandwidth", "availability"};
  for (const std::string& name : known) CHECK(nearest_name(name, known) == name);
  CHECK(nearest_name("LATENCY", known) == "latency");
}

TEST_CASE("a name far from all gets the list") {
  const std::vector<std::string> known{"ratio", "immersion"};
  CHECK(suggestion_for("xyz", known) == "known: 'ratio' or 'immersion'");
  CHECK(suggestion_for("ration", known) == "did you mean 'ratio'?");
  CHECK(suggestion_for("xyz", {}).empty());
}

TEST_CASE("the nearest name is that of fewest edits, and none where all are far") {
  const std::vector<std::string> known{"cheapest", "easy-backfill", "fcfs", "fixed",
                                       "greenest", "nearest",       "none"};
  CHECK(nearest_name("neerest", known) == "nearest");
  CHECK(nearest_name("easybackfill", known) == "easy-backfill");
  CHECK(nearest_name("fcsf", known) == "fcfs");  // neighbours swapped count once
  CHECK(nearest_name("non", known) == "none");
  CHECK_FALSE(nearest_name("tetris", known).has_value());
  CHECK_FALSE(nearest_name("", known).has_value());
  CHECK_FALSE(nearest_name("x", {}).has_value());
}
