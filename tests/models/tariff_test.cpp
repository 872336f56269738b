#include "models/tariff.hpp"

#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {

TEST_CASE("a tariff without periods changes no price") {
  for (int hour = 0; hour < 24; ++hour)
    CHECK(price_at(0.38 * unit::cny_per_kWh, Tariff{}, hour) == 0.38 * unit::cny_per_kWh);
  CHECK(mean_factor(Tariff{}) == 1.0);
}

TEST_CASE("the dearer period wins an hour that stands in several lists") {
  const Tariff tariff = tariff_from("t", {.peak_hours = {8, 9, 10},
                                          .critical_hours = {10, 11},
                                          .valley_hours = {0, 8, 11},
                                          .peak_ratio = 1.6,
                                          .critical_ratio = 1.95,
                                          .valley_ratio = 0.45});
  CHECK(tariff.id == "t");
  CHECK(tariff.factor[0] == 0.45);
  CHECK(tariff.factor[8] == 1.6);
  CHECK(tariff.factor[10] == 1.95);
  CHECK(tariff.factor[11] == 1.95);
  CHECK(tariff.factor[12] == 1.0);
  CHECK(mean_factor(tariff) == Approx((0.45 + 2 * 1.6 + 2 * 1.95 + 19) / 24.0));
}

}  // namespace hubwatt
