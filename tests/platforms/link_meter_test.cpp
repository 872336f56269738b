#include "platforms/link_meter.hpp"

#include <algorithm>
#include <map>
#include <random>

#include "tests/support/catch.hpp"

using namespace hubwatt;

TEST_CASE("a constant rate is its own peak, in whole steps and in the part of the last") {
  LinkMeter meter(10.0);
  meter.add(0.0, 35.0, 4.0);
  CHECK(meter.bytes() == 140.0);
  CHECK(meter.peak_rate(35.0) == Approx(4.0));
}

TEST_CASE("a burst counts over the whole of its step once that is over") {
  LinkMeter meter(10.0);
  meter.add(12.0, 14.0, 5.0);
  CHECK(meter.peak_rate(14.0) == Approx(10.0 / 4.0));
  CHECK(meter.peak_rate(20.0) == Approx(1.0));
  meter.add(25.0, 26.0, 3.0);
  CHECK(meter.peak_rate(1000.0) == Approx(1.0));
}

TEST_CASE("bytes and peak do not depend on where intervals are cut, and equal a table of steps") {
  std::mt19937_64 random(5);
  std::uniform_real_distribution<double> gap(0.0, 25.0), rates(0.0, 9.0);
  for (int round = 0; round < 2000; ++round) {
    const double step = 1.0 + round % 7;
    LinkMeter whole(step), cut(step);
    std::map<int, double> table;
    double now = 0.0, bytes = 0.0;
    for (int i = 0; i < 12; ++i) {
      const double from = now + (i % 3 == 0 ? gap(random) : 0.0), to = from + gap(random),
                   rate = rates(random);
      whole.add(from, to, rate);
      const double middle = from + 0.37 * (to - from);
      cut.add(from, middle, rate);
      cut.add(middle, to, rate);
      bytes += rate * (to - from);
      for (int k = static_cast<int>(from / step); k * step < to; ++k) {
        table[k] += rate * (std::min(to, (k + 1) * step) - std::max(from, k * step));
      }
      now = to;
    }
    double peak = 0.0;
    for (const auto& [k, in_step] : table) peak = std::max(peak, in_step / std::min(step, now - k * step));
    REQUIRE(whole.bytes() == Approx(bytes).epsilon(1e-12));
    REQUIRE(cut.bytes() == Approx(bytes).epsilon(1e-12));
    REQUIRE(whole.peak_rate(now) == Approx(peak).epsilon(1e-9));
    REQUIRE(cut.peak_rate(now) == Approx(peak).epsilon(1e-9));
  }
}
