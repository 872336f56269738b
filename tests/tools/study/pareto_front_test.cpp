#include "tools/study/pareto_front.hpp"

#include <set>

#include "models/random.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

using Best = Objective::Best;
using Points = std::vector<std::vector<double>>;

// By the definition alone: every point against every other.
std::vector<std::size_t> brute_force(const Points& points, const std::vector<Best>& best) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < points.size(); ++i) {
    bool beaten = false;
    for (const std::vector<double>& other : points) {
      bool as_good = true, better = false;
      for (std::size_t k = 0; k < best.size(); ++k) {
        const double gain = (other[k] - points[i][k]) * (best[k] == Best::highest ? 1.0 : -1.0);
        as_good = as_good && gain >= 0.0;
        better = better || gain > 0.0;
      }
      beaten = beaten || (as_good && better);
    }
    if (!beaten) out.push_back(i);
  }
  return out;
}

std::size_t below(Random& random, std::size_t n) {
  return static_cast<std::size_t>(random.uniform() * static_cast<double>(n));
}

}  // namespace

TEST_CASE("the front of a line that falls is all of it, of one that rises its lowest point") {
  CHECK(pareto_front(Points{{1, 4}, {2, 3}, {3, 2}, {4, 1}}, std::vector{Best::lowest, Best::lowest}) ==
        std::vector<std::size_t>{0, 1, 2, 3});
  CHECK(pareto_front(Points{{2, 2}, {1, 1}, {3, 3}}, std::vector{Best::lowest, Best::lowest}) ==
        std::vector<std::size_t>{1});
  CHECK(pareto_front(Points{{2, 2}, {1, 1}, {3, 3}}, std::vector{Best::lowest, Best::highest}) ==
        std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("points of the same values are on the front together, and a point as good and worse is not") {
  CHECK(pareto_front(Points{{1, 1}, {1, 2}, {1, 1}, {0, 3}}, std::vector{Best::lowest, Best::lowest}) ==
        std::vector<std::size_t>{0, 2, 3});
  CHECK(pareto_front(Points{{5}, {3}, {3}, {9}}, std::vector{Best::lowest}) ==
        std::vector<std::size_t>{1, 2});
  CHECK(pareto_front(Points{}, std::vector{Best::lowest}).empty());
}

TEST_CASE("the front is that of the definition, for thousands of random points with many ties") {
  Random random(7, "fronts");
  for (int round = 0; round < 4000; ++round) {
    const std::size_t objectives = 1 + below(random, 4), values = 2 + below(random, 6);
    std::vector<Best> best;
    for (std::size_t k = 0; k < objectives; ++k)
      best.push_back(random.uniform() < 0.5 ? Best::lowest : Best::highest);
    Points points(below(random, 30));
    for (std::vector<double>& point : points)
      for (std::size_t k = 0; k < objectives; ++k)
        point.push_back(static_cast<double>(below(random, values)));
    REQUIRE(pareto_front(points, best) == brute_force(points, best));
  }
}

TEST_CASE("turning an objective's sign and its best leaves the front") {
  Random random(8, "fronts");
  for (int round = 0; round < 500; ++round) {
    Points points(40), turned;
    for (std::vector<double>& point : points) point = {random.uniform(), random.normal(), random.uniform()};
    turned = points;
    for (std::vector<double>& point : turned) point[1] = -point[1];
    REQUIRE(pareto_front(points, std::vector{Best::lowest, Best::lowest, Best::highest}) ==
            pareto_front(turned, std::vector{Best::lowest, Best::highest, Best::highest}));
  }
}
