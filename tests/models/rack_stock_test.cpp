// Racks against the energy reported for China.
#include "models/rack_stock.hpp"

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr Power standard_rack = 2.5 * unit::kW;

double national_twh(double racks, double occupancy, double pue) {
  return rack_energy(racks, standard_rack, occupancy, pue, unit::year) / unit::TWh;
}

}  // namespace

TEST_CASE("8.10 million standard racks of the end of 2023 draw about the 150 TWh reported for that year") {
  CHECK(national_twh(8.10e6, 0.60, 1.42) == Approx(151.13628).epsilon(1e-12));
  CHECK(national_twh(8.10e6, 0.60, 1.42) == Approx(150.0).epsilon(0.1));
  // Fair choices of PUE and occupancy ("near 60 %") are as near on either side.
  CHECK(national_twh(8.10e6, 0.60, 1.48) == Approx(150.0).epsilon(0.1));
  CHECK(national_twh(8.10e6, 0.57, 1.42) == Approx(150.0).epsilon(0.1));
}

TEST_CASE("10.85 million standard racks of mid 2025 draw 202 TWh in a full year") {
  CHECK(national_twh(10.85e6, 0.60, 1.42) == Approx(202.4).epsilon(1e-3));
}

TEST_CASE("the racks of public telecom firms are another count: they draw a tenth of the reported energy") {
  CHECK(national_twh(0.818e6, 0.60, 1.42) / 150.0 == Approx(0.10).epsilon(0.05));
}

TEST_CASE("racks needed for the power of so many racks are as many") {
  Random random(1, "rack stock");
  for (int i = 0; i < 5000; ++i) {
    const double racks = 1e7 * random.uniform(), occupancy = 0.05 + 0.95 * random.uniform();
    const Power rating = (1.0 + 130.0 * random.uniform()) * unit::kW;
    const Power it = rack_it_power(racks, rating, occupancy);
    CHECK(racks_needed(it, rating, occupancy) == Approx(racks).epsilon(1e-12));
    CHECK(racks_needed(it, rating, 0.5 * occupancy) == Approx(2.0 * racks).epsilon(1e-12));
    CHECK(rack_energy(racks, rating, occupancy, 1.3, unit::year) / unit::TWh ==
          Approx(1.3 * (it * unit::year / unit::TWh)).epsilon(1e-12));
  }
}

}  // namespace hubwatt
