#include "tools/study/figure_order.hpp"

#include <algorithm>
#include <random>

#include "models/error.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

using Ids = std::vector<std::int64_t>;

TEST_CASE("figures that one point has more stand behind what they follow there") {
  CHECK(joined_order({}).empty());
  CHECK(joined_order(std::vector<Ids>{{1, 2, 3}, {1, 2, 3}}) == Ids{1, 2, 3});
  CHECK(joined_order(std::vector<Ids>{{1, 2, 3}, {1, 9, 8, 2, 3, 7}}) == Ids{1, 9, 8, 2, 3, 7});
  CHECK(joined_order(std::vector<Ids>{{5}, {4, 5}, {}, {4, 6}}) == Ids{4, 6, 5});
}

TEST_CASE("ids come back from their text") {
  CHECK(ids_text(Ids{1, 2, 3, 7}) == "1-3,7");
  CHECK(ids_text(Ids{}).empty());
  std::mt19937 random(3);
  for (int trial = 0; trial < 2000; ++trial) {
    Ids ids(random() % 20);
    for (std::int64_t& id : ids) id = 1 + random() % 12;
    CHECK(ids_of_text(ids_text(ids), "file") == ids);
  }
}

TEST_CASE("a text that is no list of ids is refused, whatever is in it") {
  for (const char* text : {"-", "1-", "1,", ",1", "0", "-3", "3-1", "1--2", "a", "1 2", "1-99999999999"})
    CHECK_THROWS_AS(ids_of_text(text, "file"), InputError);
  std::mt19937 random(4);
  for (int trial = 0; trial < 5000; ++trial) {
    std::string text(random() % 9, ' ');
    for (char& c : text) c = "0123456789-,,-x"[random() % 15];
    try {
      const Ids ids = ids_of_text(text, "file");
      CHECK(std::all_of(ids.begin(), ids.end(), [](std::int64_t id) { return id > 0; }));
    } catch (const InputError&) {
    }
  }
}
