#include "models/frequency.hpp"

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr ServerPower box{2.0 * unit::kW, 10.0 * unit::kW, 8, PowerCurve::linear};

TEST_CASE("only the part of a run that is bound by the clock slows with it") {
  CHECK(speed_at(1.0, 0.7) == 1.0);
  CHECK(speed_at(0.5, 0.0) == 1.0);
  CHECK(speed_at(0.5, 1.0) == Approx(0.5).epsilon(1e-12));
  CHECK(speed_at(0.5, 0.5) == Approx(1.0 / 1.5).epsilon(1e-12));
}

TEST_CASE("a lower clock draws less above idle by its power exponent") {
  CHECK(power_share(Frequency{2.0, 0.5, {}}, 0.5) == Approx(0.25).epsilon(1e-12));
  CHECK(power_share(Frequency{2.2, 0.5, {}}, 1.0) == 1.0);
}

TEST_CASE("the clock for a limit is the highest state that keeps it") {
  const Frequency any{2.0, 0.4, {}};
  CHECK(frequency_for_cap(box, any, 4.0 * unit::kW, 1.0).value() == Approx(0.5).epsilon(1e-12));
  CHECK(frequency_for_cap(box, any, 4.0 * unit::kW, 0.25).value() == 1.0);
  CHECK(frequency_for_cap(box, any, 20.0 * unit::kW, 1.0).value() == 1.0);
  CHECK_FALSE(frequency_for_cap(box, any, 3.0 * unit::kW, 1.0).has_value());
  CHECK_FALSE(frequency_for_cap(box, any, 1.0 * unit::kW, 0.0).has_value());
  const Frequency steps{2.0, 0.4, {0.4, 0.6, 0.8, 1.0}};
  CHECK(frequency_for_cap(box, steps, 4.0 * unit::kW, 1.0).value() == 0.4);
  CHECK(highest_state(steps, 0.8).value() == 0.8);
  CHECK(highest_state(steps, 0.79).value() == 0.6);
  CHECK_FALSE(highest_state(steps, 0.39).has_value());
}

TEST_CASE("a limit is never passed, a higher one never slows, and what is saved in power costs speed") {
  Random random(9, "frequency test");
  for (int i = 0; i < 20000; ++i) {
    Frequency clocks{0.8 + 2.5 * random.uniform(), 0.2 + 0.5 * random.uniform(), {}};
    if (random.uniform() < 0.5) clocks.states = {clocks.least, 0.75, 0.9, 1.0};
    ServerPower server = box;
    server.exponent = 0.5 + random.uniform();
    const double activity = random.uniform();
    const Power cap = server.idle + (server.peak - server.idle) * random.uniform();
    const auto clock = frequency_for_cap(server, clocks, cap, activity);
    if (!clock) {
      const Power least = server.idle + (server.peak - server.idle) * power_share(server, activity) *
                                            power_share(clocks, clocks.least);
      REQUIRE(least > cap);
      continue;
    }
    const Power drawn = server.idle + (server.peak - server.idle) * power_share(server, activity) *
                                          power_share(clocks, *clock);
    REQUIRE(drawn <= cap * (1.0 + 1e-9));
    REQUIRE(*clock >= clocks.least);
    REQUIRE(*clock <= 1.0);
    REQUIRE(frequency_for_cap(server, clocks, cap + 1.0 * unit::W, activity).value() >= *clock);
    const double bound = random.uniform();
    REQUIRE(speed_at(*clock, bound) <= 1.0 + 1e-12);
    REQUIRE(speed_at(*clock, bound) >= *clock - 1e-12);
  }
}

}  // namespace
}  // namespace hubwatt
