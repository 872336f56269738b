#include "models/sun.hpp"

#include <cmath>

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr int equinox = 81;
constexpr int june_solstice = 172;

}  // namespace

TEST_CASE("at an equinox's noon on the equator the sun stands overhead") {
  const Sun sun = sun_at({0.0, 7.5 / 60.0 * 15.0, Duration{}}, equinox, 12.0);  // 7.5 min of equation of time
  CHECK(sun.up == Approx(1.0).margin(1e-4));
}

TEST_CASE("at Beijing's summer noon the sun stands at 90 - latitude + 23.45 degrees, in the south") {
  double highest = 0.0;
  Sun noon;
  for (double clock = 11.0; clock < 13.0; clock += 0.01) {
    const Sun sun = sun_at({39.9, 116.4, 8.0 * unit::hour}, june_solstice, clock);
    if (sun.up > highest) highest = sun.up, noon = sun;
  }
  CHECK(std::asin(highest) * 180.0 / 3.14159265 == Approx(73.55).margin(0.05));
  CHECK(noon.north < 0.0);
  CHECK(std::abs(noon.east) < 0.01);
}

TEST_CASE("the sun rises in the east and sets in the west") {
  CHECK(sun_at({39.9, 116.4, 8.0 * unit::hour}, equinox, 7.0).east > 0.9);
  CHECK(sun_at({39.9, 116.4, 8.0 * unit::hour}, equinox, 17.0).east < -0.9);
}

TEST_CASE("the sun's direction has length one, and a plane sees it by the angle between") {
  Random random(2, "sun");
  for (int i = 0; i < 10000; ++i) {
    const SunPlace place{-66.0 + 132.0 * random.uniform(), 360.0 * random.uniform() - 180.0, Duration{}};
    const int day = 1 + static_cast<int>(365.0 * random.uniform());
    const Sun sun = sun_at(place, day, 24.0 * random.uniform());
    REQUIRE(sun.east * sun.east + sun.north * sun.north + sun.up * sun.up == Approx(1.0));
    const Plane plane{90.0 * random.uniform(), 360.0 * random.uniform()};
    const double cosine = cos_incidence(sun, plane);
    REQUIRE((cosine >= 0.0 && cosine <= 1.0 + 1e-12));
    REQUIRE(cos_incidence(sun, {0.0, plane.azimuth}) == Approx(std::max(sun.up, 0.0)).margin(1e-12));
    if (sun.up > 0.0) {
      // Turned by half a circle, a plane sees what its opposite saw; both see no less than the level one twice.
      const double opposite = cos_incidence(sun, {plane.tilt, plane.azimuth + 180.0});
      REQUIRE(cosine + opposite >= 2.0 * sun.up * std::cos(plane.tilt * 3.14159265358979 / 180.0) - 1e-9);
    }
  }
}

TEST_CASE("a plane tilted by the latitude sees the sun as a level one at the equator") {
  const SunPlace there{40.0, 105.0, 7.0 * unit::hour};
  const SunPlace equator{0.0, 105.0, 7.0 * unit::hour};
  for (int day = 1; day < 366; day += 7) {
    for (double clock = 0.0; clock < 24.0; clock += 0.5) {
      const Sun sun = sun_at(there, day, clock);
      if (sun.up <= 0.0) continue;
      const double level = std::max(sun_at(equator, day, clock).up, 0.0);
      REQUIRE(cos_incidence(sun, towards_equator(40.0)) == Approx(level).margin(1e-12));
    }
  }
}

TEST_CASE("light on a level plane is the level light, whatever its parts") {
  Random random(9, "level");
  for (int i = 0; i < 5000; ++i) {
    const int day = 1 + static_cast<int>(365.0 * random.uniform());
    const Sun sun = sun_at({35.0, 105.0, 7.0 * unit::hour}, day, 24.0 * random.uniform());
    const Irradiance level = random.uniform() * clear_sky(sun);
    const double share = diffuse_share(level, sun, day);
    REQUIRE((share >= 0.0 && share <= 1.0));
    REQUIRE(on_plane(level, share, sun, {0.0, 180.0}, 0.2) / unit::W_per_m2 ==
            Approx(level / unit::W_per_m2).margin(1e-9));
    REQUIRE(on_plane(level, share, sun, {90.0 * random.uniform(), 180.0}, 0.2) >= Irradiance{});
  }
}

TEST_CASE("dull light is diffuse, clear light is not, and the law of Erbs has no gap") {
  const Sun sun = sun_at({35.0, 105.0, 7.0 * unit::hour}, june_solstice, 12.0);
  const auto share = [&sun](double k) {
    const double outside =
        1367.0 * (1.0 + 0.033 * std::cos(2.0 * 3.14159265 * june_solstice / 365.0)) * sun.up;
    return diffuse_share(k * outside * unit::W_per_m2, sun, june_solstice);
  };
  CHECK(share(0.1) == Approx(0.991).margin(1e-4));
  CHECK(share(0.219) == Approx(share(0.221)).margin(0.003));
  CHECK(share(0.5) == Approx(0.659).margin(0.003));
  CHECK(share(0.799) == Approx(share(0.801)).margin(0.003));
}

}  // namespace hubwatt
