#include "models/compressor.hpp"

#include <algorithm>
#include <cmath>

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

TEST_CASE("machines share a load as draws least: by hand for a centrifugal curve") {
  const PartLoad curve = catalogue::centrifugal();
  const auto f = [](double x) { return (0.03303 + 0.6852 * x + 0.2818 * x * x) / 1.00003; };
  CHECK(staged_power(curve, 4.0, 4) == Approx(4.0));
  CHECK(staged_power(curve, 2.0, 5) == Approx(5.0 * f(0.4)));
  CHECK(staged_power(curve, 0.2, 5) == Approx(f(0.2)));
  CHECK(staged_power(curve, 0.05, 5) == Approx(0.5 * f(0.1)));  // on half of the time at its least load
  CHECK(staged_power(curve, 6.0, 5) == Approx(6.0));
  CHECK(staged_power({}, 2.7, 5) == 2.7);
}

TEST_CASE("no number of machines at equal shares draws less than the sequence") {
  Random random(7, "sequence");
  for (int i = 0; i < 5000; ++i) {
    PartLoad curve{0.3 * random.uniform(), random.uniform(), 0.0, 0.05 + 0.4 * random.uniform()};
    curve.square = random.uniform() - 0.5 * curve.linear * random.uniform();
    const int machines = 1 + static_cast<int>(9.0 * random.uniform());
    const double load = machines * random.uniform();
    const double full = curve.fixed + curve.linear + curve.square;
    const double drawn = staged_power(curve, load, machines);
    for (int k = std::max(1, static_cast<int>(std::ceil(load))); k <= machines; ++k) {
      const double x = std::max(load / k, curve.least);
      const double each = (curve.fixed + (curve.linear + curve.square * x) * x) / full * (load / k / x);
      REQUIRE(drawn <= k * each + 1e-9);
    }
  }
}

TEST_CASE("compressor power never falls with heat or sink, never rises with supply, and keeps its bounds") {
  Random random(9, "part load");
  for (int i = 0; i < 20000; ++i) {
    Compressor machine = catalogue::chilled_water().compressor;
    machine.part_load = {0.3 * random.uniform(), random.uniform(), 0.0, 0.05 + 0.4 * random.uniform()};
    machine.part_load.square = random.uniform() - 0.5 * machine.part_load.linear * random.uniform();
    const CompressorBank bank{1 + static_cast<int>(6.0 * random.uniform()), 2.0 * unit::MW};
    const Power heat = 12.0 * random.uniform() * unit::MW, more = heat + 2.0 * random.uniform() * unit::MW;
    const Temperature supply = degc(5.0 + 20.0 * random.uniform()),
                      sink = degc(-10.0 + 45.0 * random.uniform());
    const TemperatureDifference by = 5.0 * random.uniform() * unit::K;
    const Power here = compressor_power(machine, heat, bank, supply, sink), tiny = 1e-6 * unit::W;
    REQUIRE(compressor_power(machine, more, bank, supply, sink) >= here - tiny);
    REQUIRE(compressor_power(machine, heat, bank, supply, sink + by) >= here - tiny);
    REQUIRE(compressor_power(machine, heat, bank, supply + by, sink) <= here + tiny);
    REQUIRE(here >= heat / machine.greatest_cop - tiny);
    REQUIRE(here <= heat / machine.least_cop + tiny);
  }
}

}  // namespace
}  // namespace hubwatt
