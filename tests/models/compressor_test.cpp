#include "models/compressor.hpp"

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/models/catalogue_values.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

using catalogue::degc;

TEST_CASE("the coefficient of performance is a share of Carnot's") {
  const Compressor machine = catalogue::trim_compressor(10.0);
  CHECK(coefficient_of_performance(machine, degc(24.0), degc(30.0)) == Approx(0.45 * 287.15 / 28.0));
}

TEST_CASE("head pressure control holds the condensing temperature up in the cold") {
  const Compressor machine = catalogue::trim_compressor(10.0);
  CHECK(coefficient_of_performance(machine, degc(24.0), degc(-20.0)) ==
        coefficient_of_performance(machine, degc(24.0), degc(18.0)));
}

TEST_CASE("the coefficient of performance stays within its limits, also without any lift") {
  const Compressor machine = catalogue::trim_compressor(10.0);
  CHECK(coefficient_of_performance(machine, degc(60.0), degc(0.0)) == machine.greatest_cop);
  CHECK(coefficient_of_performance(machine, degc(36.0), degc(0.0)) == machine.greatest_cop);
  CHECK(coefficient_of_performance(machine, degc(-60.0), degc(60.0)) == machine.least_cop);
}

TEST_CASE("a machine performs no worse with warmer supply and no better with a warmer sink") {
  const Compressor machine = catalogue::trim_compressor(3.0);
  Random random(6, "compressor test");
  for (int i = 0; i < 10000; ++i) {
    const Temperature supply = degc(60.0 * random.uniform()), sink = degc(-30.0 + 80.0 * random.uniform());
    const double here = coefficient_of_performance(machine, supply, sink);
    const TemperatureDifference more = 10.0 * random.uniform() * unit::K;
    REQUIRE(coefficient_of_performance(machine, supply + more, sink) >= here);
    REQUIRE(coefficient_of_performance(machine, supply, sink + more) <= here);
  }
}

}  // namespace
}  // namespace hubwatt
