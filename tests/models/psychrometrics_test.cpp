#include "models/psychrometrics.hpp"

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr Pressure sea_level = 101325.0 * unit::Pa;

Temperature degc(double t) {
  return Temperature::celsius(t);
}

TEST_CASE("saturation pressure is that of the steam tables") {
  CHECK(saturation_pressure(degc(0.01)) / unit::Pa == Approx(611.7).epsilon(0.002));
  CHECK(saturation_pressure(degc(20.0)) / unit::Pa == Approx(2339.2).epsilon(0.004));
  CHECK(saturation_pressure(degc(40.0)) / unit::Pa == Approx(7384.4).epsilon(0.004));
}

TEST_CASE("pressure falls with altitude as in the standard atmosphere") {
  CHECK(site_pressure({}) == sea_level);
  CHECK(site_pressure(1500.0 * unit::metre) / unit::Pa == Approx(84556.0).epsilon(1e-4));
  CHECK(site_pressure(3000.0 * unit::metre) / unit::Pa == Approx(70109.0).epsilon(1e-4));
}

TEST_CASE("the wet bulb is that of the psychrometric chart") {
  CHECK(wet_bulb(degc(30.0), 0.50, sea_level).celsius() == Approx(22.12).margin(0.1));
  CHECK(wet_bulb(degc(20.0), 0.60, sea_level).celsius() == Approx(15.21).margin(0.1));
  CHECK(wet_bulb(degc(35.0), 0.40, sea_level).celsius() == Approx(24.10).margin(0.1));
}

TEST_CASE("the wet bulb solves the psychrometer equation from desert to frost") {
  Random random(3, "wet bulb test");
  for (int i = 0; i < 20000; ++i) {
    const double t = -40.0 + 95.0 * random.uniform();
    const double rh = random.uniform();
    const Pressure p = (60000.0 + 45000.0 * random.uniform()) * unit::Pa;
    const double w = wet_bulb(degc(t), rh, p).celsius();
    const Pressure left = saturation_pressure(degc(w)) - 6.6e-4 * (1.0 + 0.00115 * w) * (t - w) * p;
    REQUIRE(left / unit::Pa == Approx(rh * (saturation_pressure(degc(t)) / unit::Pa)).margin(1e-4));
  }
}

TEST_CASE("dew point, wet bulb and dry bulb never change their order") {
  Random random(4, "weather order test");
  for (int i = 0; i < 20000; ++i) {
    const double t = -40.0 + 95.0 * random.uniform();
    const double rh = random.uniform();
    const Weather air = weather_at(degc(t), rh, (60000.0 + 45000.0 * random.uniform()) * unit::Pa);
    REQUIRE(air.dew_point <= air.wet_bulb);
    REQUIRE(air.wet_bulb <= air.dry_bulb);
    const Weather moister = weather_at(degc(t), rh + (1.0 - rh) * random.uniform(), air.pressure);
    REQUIRE(moister.wet_bulb >= air.wet_bulb);
    REQUIRE(moister.dew_point >= air.dew_point);
    const Weather warmer = weather_at(degc(t + 5.0 * random.uniform()), rh, air.pressure);
    REQUIRE(warmer.wet_bulb >= air.wet_bulb);
  }
}

TEST_CASE("saturated air has one temperature and dry air a dew point at its limit") {
  const Weather fog = weather_at(degc(12.0), 1.0, sea_level);
  CHECK(fog.wet_bulb.celsius() == Approx(12.0).margin(1e-9));
  CHECK(fog.dew_point.celsius() == Approx(12.0).margin(1e-9));
  CHECK(weather_at(degc(12.0), 0.0, sea_level).dew_point.celsius() == Approx(-100.0));
}

TEST_CASE("thin air has a lower wet bulb at the same temperature and humidity") {
  CHECK(wet_bulb(degc(30.0), 0.5, site_pressure(1400.0 * unit::metre)) <
        wet_bulb(degc(30.0), 0.5, sea_level));
}

TEST_CASE("relative humidity from the dew point undoes the dew point of a humidity") {
  Random random(5, "dew point test");
  for (int i = 0; i < 5000; ++i) {
    const Temperature t = degc(-30.0 + 70.0 * random.uniform());
    const double rh = 0.01 + 0.99 * random.uniform();
    REQUIRE(relative_humidity(t, dew_point(rh * saturation_pressure(t))) == Approx(rh).epsilon(1e-9));
  }
  CHECK(relative_humidity(degc(10.0), degc(11.0)) == 1.0);
}

}  // namespace
}  // namespace hubwatt
