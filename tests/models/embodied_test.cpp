#include "models/embodied.hpp"

#include "models/units.hpp"
#include "tests/models/supply_values.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {

TEST_CASE("equipment has answered for all its carbon at the end of its life") {
  const Carbon server = 2610.0 * unit::kg;
  const Duration life = 6.0 * unit::year;
  Carbon sum{};
  for (int day = 0; day < 6 * 365; ++day) sum += embodied_share(server, life, 1.0 * unit::day);
  CHECK(sum / unit::kg == Approx(2610.0));
  CHECK(embodied_share(server, life, 1.0 * unit::year) / unit::kg == Approx(435.0));
}

TEST_CASE("a building answers by design power and time") {
  const Building building{1500.0 * unit::kg / unit::kW, 30.0 * unit::year, {}, Confidence::estimate};
  CHECK(embodied_share(building, 10.0 * unit::MW, 1.0 * unit::year) / unit::tonne == Approx(500.0));
  CHECK(embodied_share(Building{}, 10.0 * unit::MW, 1.0 * unit::year) == Carbon{});
}

TEST_CASE("generating sets answer by capacity and time") {
  Generator set = catalogue::diesel_standby();
  set.sets = 5;
  CHECK(embodied_share(set, 25.0 * unit::year) / unit::tonne == Approx(5 * 2000 * 0.040));
  set.life = {};
  CHECK(embodied_share(set, 25.0 * unit::year) == Carbon{});
}

TEST_CASE("a battery answers by time or by wear, whichever used up more of it") {
  const Battery battery{
      .capacity = 10.0 * unit::MWh, .embodied = 75.0 * unit::kg_per_kWh, .life = 15.0 * unit::year};
  CHECK(embodied_share(battery, 1.0 * unit::year) / unit::tonne == Approx(50.0));
  CHECK(embodied_share(battery, 1.0 * unit::year, 0.01) / unit::tonne == Approx(50.0));
  CHECK(embodied_share(battery, 1.0 * unit::year, 0.2) / unit::tonne == Approx(150.0));
  CHECK(embodied_share(Battery{}, 1.0 * unit::year) == Carbon{});
}

}  // namespace hubwatt
