// The sun worked out by the day, against the equations of sun.hpp written out.
#include "models/sun_of_day.hpp"

#include <algorithm>
#include <cmath>

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {
constexpr double degree = 3.14159265358979323846 / 180.0;
}

TEST_CASE("the sun of a day stands where declination, equation of time and hour angle put it") {
  Random random(5, "sun of day");
  for (int i = 0; i < 5000; ++i) {
    const SunPlace place{-66.0 + 132.0 * random.uniform(), 360.0 * random.uniform() - 180.0,
                         8.0 * unit::hour};
    const int day = 1 + static_cast<int>(365.0 * random.uniform());
    const double clock = 24.0 * random.uniform();
    const double declination = 23.45 * degree * std::sin(360.0 * degree * (284 + day) / 365.0);
    const double b = 360.0 * degree * (day - 81) / 364.0;
    const double minutes = 9.87 * std::sin(2.0 * b) - 7.53 * std::cos(b) - 1.5 * std::sin(b);
    const double angle = 15.0 * degree * (clock - 8.0 + place.longitude / 15.0 + minutes / 60.0 - 12.0);
    const double latitude = place.latitude * degree;
    const Sun sun = SunOfDay(place, day).at(clock);
    REQUIRE(sun.east == Approx(-std::cos(declination) * std::sin(angle)).margin(1e-12));
    REQUIRE(sun.north == Approx(std::cos(latitude) * std::sin(declination) -
                                std::sin(latitude) * std::cos(declination) * std::cos(angle))
                             .margin(1e-12));
    REQUIRE(sun.up == Approx(std::sin(latitude) * std::sin(declination) +
                             std::cos(latitude) * std::cos(declination) * std::cos(angle))
                          .margin(1e-12));
  }
}

TEST_CASE("a plane sees the sun by the product of their directions, and nothing from behind") {
  Random random(6, "plane");
  for (int i = 0; i < 5000; ++i) {
    const Plane plane{90.0 * random.uniform(), 360.0 * random.uniform()};
    const Sun sun = sun_at({35.0, 105.0, 7.0 * unit::hour}, 1 + i % 365, 24.0 * random.uniform());
    const double cosine = sun.east * std::sin(plane.tilt * degree) * std::sin(plane.azimuth * degree) +
                          sun.north * std::sin(plane.tilt * degree) * std::cos(plane.azimuth * degree) +
                          sun.up * std::cos(plane.tilt * degree);
    REQUIRE(PlaneNormal(plane).cos_incidence(sun) ==
            Approx(sun.up > 0.0 ? std::max(cosine, 0.0) : 0.0).margin(1e-12));
  }
}
