#include "models/air_class.hpp"

#include "models/random.hpp"
#include "tests/models/catalogue_values.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

using catalogue::degc;

TEST_CASE("each class of servers allows what the one before it does, and more warmth") {
  const AirClass classes[] = {AirClass::a1, AirClass::a2, AirClass::a3, AirClass::a4};
  for (int i = 0; i < 3; ++i) {
    CHECK(allowable_air(classes[i + 1]).low <= allowable_air(classes[i]).low);
    CHECK(allowable_air(classes[i + 1]).high > allowable_air(classes[i]).high);
  }
  CHECK(allowable_air(AirClass::a1).holds(recommended_air.low));
  CHECK(allowable_air(AirClass::a1).holds(recommended_air.high));
  CHECK(allowable_air(AirClass::a2).high.celsius() == Approx(35.0));
  CHECK(warmest_water(LiquidClass::w45).celsius() == Approx(45.0));
  CHECK(warmest_water(LiquidClass::w_plus) > warmest_water(LiquidClass::w45));
}

TEST_CASE("failures follow the table at its points and hold beyond its ends") {
  CHECK(failure_factor(degc(20.0)) == Approx(1.0));
  CHECK(failure_factor(degc(15.0)) == Approx(0.72));
  CHECK(failure_factor(degc(25.0)) == Approx(1.24));
  CHECK(failure_factor(degc(30.0)) == Approx(1.42));
  CHECK(failure_factor(degc(45.0)) == Approx(1.77));
  CHECK(failure_factor(degc(-10.0)) == Approx(0.72));
  CHECK(failure_factor(degc(80.0)) == Approx(1.77));
}

TEST_CASE("warmer air never lowers the rate of failures") {
  Random random(5, "x-factor");
  for (int i = 0; i < 5000; ++i) {
    const Temperature here = degc(5.0 + 50.0 * random.uniform());
    REQUIRE(failure_factor(here + 10.0 * random.uniform() * unit::K) >= failure_factor(here));
  }
}

}  // namespace
}  // namespace hubwatt
