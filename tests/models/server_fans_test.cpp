#include "models/server_fans.hpp"

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr Temperature degc(double t) {
  return Temperature::celsius(t);
}

constexpr ServerFans air{0.06, 0.025};

TEST_CASE("fans draw nothing beyond the figures at an inlet of 25 degC and below") {
  for (const double inlet : {-10.0, 10.0, 24.9, 25.0}) CHECK(fan_excess(air, degc(inlet)) == 0.0);
  CHECK(fan_excess(ServerFans{}, degc(40.0)) == 0.0);
}

TEST_CASE("fan power goes with the cube of a speed that rises in proportion to the inlet") {
  CHECK(fan_excess(air, degc(35.0)) == Approx(0.06 * (1.25 * 1.25 * 1.25 - 1.0)).epsilon(1e-12));
  CHECK(fan_excess(air, degc(35.0)) == Approx(0.0571875).epsilon(1e-12));
}

TEST_CASE("fans turn no faster than at 40 degC") {
  CHECK(fan_excess(air, degc(55.0)) == fan_excess(air, degc(40.0)));
}

TEST_CASE("a warmer inlet never lets fans draw less, and never more than at full speed") {
  Random random(3, "server fans test");
  for (int i = 0; i < 10000; ++i) {
    const ServerFans fans{0.2 * random.uniform(), 0.1 * random.uniform()};
    const double low = 50.0 * random.uniform();
    const double high = low + 10.0 * random.uniform();
    REQUIRE(fan_excess(fans, degc(low)) >= 0.0);
    REQUIRE(fan_excess(fans, degc(low)) <= fan_excess(fans, degc(high)));
    REQUIRE(fan_excess(fans, degc(high)) <= fan_excess(fans, fans_at_full_speed));
  }
}

TEST_CASE("the sums over kinds of server give what the kinds give one by one") {
  Random random(4, "server fans test");
  for (int i = 0; i < 3000; ++i) {
    const Temperature inlet = degc(15.0 + 30.0 * random.uniform());
    FanLoad sum;
    Power each{};
    Power base{};
    for (int kind = 0; kind < 4; ++kind) {
      const ServerFans fans{0.1 * random.uniform(), 0.05 * random.uniform()};
      const Power servers = random.uniform() * unit::MW;
      sum += fan_load(fans, servers);
      each += fan_excess(fans, inlet) * servers;
      base += fans.share * servers;
    }
    REQUIRE(sum.base / unit::W == Approx(base / unit::W).epsilon(1e-12));
    REQUIRE(fan_excess(sum, inlet) / unit::W == Approx(each / unit::W).epsilon(1e-9).margin(1e-9));
    FanLoad none = sum;
    none -= sum;
    REQUIRE(fan_excess(none, inlet) == Power{});
  }
}

}  // namespace
}  // namespace hubwatt
