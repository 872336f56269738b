#include "platforms/great_circle.hpp"

#include <cmath>
#include <numbers>
#include <random>

#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

double km(const Location& a, const Location& b) {
  return great_circle_distance(a, b) / unit::km;
}

constexpr double half_round = std::numbers::pi * 6371.0088;

}  // namespace

TEST_CASE("a quarter of a meridian and a quarter of the equator are a quarter of the circumference") {
  CHECK(km({0, 0, {}}, {90, 0, {}}) == Approx(half_round / 2).epsilon(1e-12));
  CHECK(km({0, 10, {}}, {0, 100, {}}) == Approx(half_round / 2).epsilon(1e-12));
}

TEST_CASE("antipodes are half a circumference apart, even where rounding exceeds one") {
  CHECK(km({37.53, 105.18, {}}, {-37.53, -74.82, {}}) == Approx(half_round).epsilon(1e-9));
}

TEST_CASE("a place is at no distance from itself, and altitude does not count") {
  CHECK(km({31.15, 121.12, {}}, {31.15, 121.12, 4.0 * unit::metre}) == 0.0);
}

// Coordinates of cities to a hundredth of a degree, distances to a kilometre, as national-hub lists give them.
TEST_CASE("Ulanqab to Shaoguan, the longest pair of hubs, is 1805 km, Zhongwei to Qingpu 1623 km") {
  CHECK(std::round(km({41.03, 113.07, {}}, {24.8, 113.6, {}})) == 1805);
  CHECK(std::round(km({37.53, 105.18, {}}, {31.15, 121.12, {}})) == 1623);
}

TEST_CASE("crossing the date line is not a way round the earth") {
  CHECK(km({0, 179.5, {}}, {0, -179.5, {}}) == Approx(half_round / 180).epsilon(1e-9));
}

TEST_CASE("distance is the same both ways and obeys the triangle inequality") {
  std::mt19937_64 random(7);
  std::uniform_real_distribution<double> latitude(-90, 90), longitude(-180, 180);
  const auto place = [&] { return Location{latitude(random), longitude(random), {}}; };
  for (int i = 0; i < 5000; ++i) {
    const Location a = place(), b = place(), c = place();
    REQUIRE(km(a, b) == Approx(km(b, a)).epsilon(1e-12));
    REQUIRE(km(a, c) <= km(a, b) + km(b, c) + 1e-6);
  }
}
