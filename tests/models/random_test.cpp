#include "models/random.hpp"

#include <cmath>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace hubwatt {

TEST_CASE("the same seed and stream give the same numbers on every machine") {
  // From an implementation of its own, in another language, of the published algorithms.
  Random random(42, "arrivals");
  CHECK(random.bits() == 0xa00ee8818062bd90U);
  CHECK(random.bits() == 0xd7c5a57a54b7c7f2U);
  for (int i = 2; i < 999; ++i) random.bits();
  CHECK(random.bits() == 0xa90697c8a44d79aeU);
}

TEST_CASE("drawing more from one stream moves no other") {
  Random first(42, "arrivals");
  Random other(42, "failures");
  for (int i = 0; i < 1000; ++i) first.bits();
  Random again(42, "failures");
  for (int i = 0; i < 100; ++i) REQUIRE(other.bits() == again.bits());
}

TEST_CASE("no two seeds and streams begin alike") {
  std::set<std::uint64_t> first;
  for (std::uint64_t seed = 0; seed < 100; ++seed)
    for (int stream = 0; stream < 100; ++stream) first.insert(Random(seed, std::to_string(stream)).bits());
  CHECK(first.size() == 10000);
}

TEST_CASE("neighbouring seeds and streams are not correlated") {
  constexpr int draws = 20000;
  Random a(1, "pv");
  Random b(2, "pv");
  Random c(1, "wind");
  double ab = 0.0, ac = 0.0;
  for (int i = 0; i < draws; ++i) {
    const double x = a.normal();
    ab += x * b.normal();
    ac += x * c.normal();
  }
  CHECK(std::abs(ab / draws) < 4.0 / std::sqrt(draws));
  CHECK(std::abs(ac / draws) < 4.0 / std::sqrt(draws));
}

TEST_CASE("uniform numbers fill the unit interval evenly") {
  Random random(5, "uniform");
  constexpr int draws = 200000;
  constexpr int bins = 50;
  std::vector<int> count(bins);
  for (int i = 0; i < draws; ++i) {
    const double u = random.uniform();
    REQUIRE((u >= 0.0 && u < 1.0));
    ++count[static_cast<std::size_t>(u * bins)];
  }
  double chi_square = 0.0;
  for (const int n : count) chi_square += std::pow(n - draws / bins, 2) / (draws / bins);
  CHECK(chi_square < 49 + 4.0 * std::sqrt(2.0 * 49));  // 49 degrees of freedom
}

TEST_CASE("normal numbers have the moments and tails of the normal law") {
  Random random(5, "normal");
  constexpr int draws = 400000;
  double sum = 0.0, squares = 0.0, fourth = 0.0;
  int beyond_two = 0;
  for (int i = 0; i < draws; ++i) {
    const double x = random.normal();
    sum += x, squares += x * x, fourth += x * x * x * x;
    beyond_two += std::abs(x) > 2.0 ? 1 : 0;
  }
  CHECK(std::abs(sum / draws) < 4.0 / std::sqrt(draws));
  CHECK(std::abs(squares / draws - 1.0) < 4.0 * std::sqrt(2.0 / draws));
  CHECK(std::abs(fourth / draws - 3.0) < 4.0 * std::sqrt(96.0 / draws));
  constexpr double two_sided = 0.045500263896;
  CHECK(std::abs(beyond_two / double{draws} - two_sided) < 4.0 * std::sqrt(two_sided / draws));
}

}  // namespace hubwatt
