#include "models/embodied.hpp"

#include "models/units.hpp"
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

}  // namespace hubwatt
