#include "models/pv_plant.hpp"

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/models/supply_values.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr Irradiance light_of(double w) {
  return w * unit::W_per_m2;
}

}  // namespace

TEST_CASE("at standard light and 25 degC cells a plant gives its peak less losses") {
  const PvPlant plant = catalogue::crystalline();
  // 1000 W/m2 heat the cells by 31.25 K, so the air is at -6.25 degC.
  const Temperature air = Temperature::celsius(-6.25);
  CHECK(cell_temperature(light_of(1000.0), air, plant).celsius() == Approx(25.0));
  CHECK(pv_power_share(light_of(1000.0), air, plant) == Approx((1.0 - 0.1408) * 0.96));
}

TEST_CASE("each kelvin of the cells costs its coefficient") {
  const PvPlant plant = catalogue::crystalline();
  const double cool = pv_power_share(light_of(800.0), Temperature::celsius(0.0), plant);  // cells at 25 degC
  const double warm = pv_power_share(light_of(800.0), Temperature::celsius(10.0), plant);
  CHECK(cell_temperature(light_of(800.0), Temperature::celsius(20.0), plant).celsius() == Approx(45.0));
  CHECK(warm / cool == Approx(0.96));
}

TEST_CASE("inverters cap what modules beyond their size give") {
  PvPlant plant = catalogue::crystalline();
  plant.dc_ratio = 1.5;
  CHECK(pv_power_share(light_of(1000.0), Temperature::celsius(0.0), plant) == 1.0);
  CHECK(pv_uncapped_share(light_of(1000.0), Temperature::celsius(0.0), plant) > 1.1);
  CHECK(pv_power_share(light_of(400.0), Temperature::celsius(0.0), plant) < 0.55);
}

TEST_CASE("PV gives nothing without light, never more than capacity, more in more light, less in heat") {
  Random random(5, "pv_plant");
  for (int i = 0; i < 20000; ++i) {
    PvPlant plant = catalogue::crystalline();
    plant.dc_ratio = 0.5 + 1.5 * random.uniform();
    plant.losses = 0.5 * random.uniform();
    plant.temperature_coefficient = -0.005 * random.uniform();
    const Temperature air = Temperature::celsius(-40.0 + 90.0 * random.uniform());
    const Irradiance light = light_of(1400.0 * random.uniform());
    const double power = pv_power_share(light, air, plant);
    REQUIRE((power >= 0.0 && power <= 1.0));
    REQUIRE(pv_power_share(Irradiance{}, air, plant) == 0.0);
    REQUIRE(pv_power_share(light + light_of(10.0), air, plant) >= power);
    REQUIRE(pv_power_share(light, air + 5.0 * unit::K, plant) <= power);
  }
}

}  // namespace hubwatt
