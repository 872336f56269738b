#include "models/server_power.hpp"

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr ServerPower eight_accelerators{1.9 * unit::kW, 8.4 * unit::kW, 8, PowerCurve::linear};
constexpr ServerPower two_sockets{0.1 * unit::kW, 0.4 * unit::kW, 0, PowerCurve::fan};

TEST_CASE("an accelerator server draws idle plus its span in proportion to activity") {
  CHECK(server_power(eight_accelerators, 0.0) == eight_accelerators.idle);
  CHECK(server_power(eight_accelerators, 0.25) / unit::kW == Approx(3.525).epsilon(1e-12));
  CHECK(server_power(eight_accelerators, 1.0) / unit::kW == Approx(8.4).epsilon(1e-12));
}

TEST_CASE("a CPU server follows the curve of Fan, Weber and Barroso") {
  CHECK(server_power(two_sockets, 0.0) / unit::W == Approx(100.0));
  CHECK(server_power(two_sockets, 0.5) / unit::W == Approx(286.3213).epsilon(1e-6));
  CHECK(server_power(two_sockets, 1.0) / unit::W == Approx(400.0));
}

TEST_CASE("a busier server never draws less, nor leaves its idle and peak power") {
  Random random(1, "server power test");
  for (int i = 0; i < 10000; ++i) {
    const double low = random.uniform();
    const double high = low + (1.0 - low) * random.uniform();
    for (const ServerPower& server : {eight_accelerators, two_sockets}) {
      const Power less = server_power(server, low), more = server_power(server, high);
      REQUIRE(less <= more + 1e-9 * unit::W);
      REQUIRE(less >= server.idle);
      REQUIRE(more <= server.peak + 1e-9 * unit::W);
    }
  }
}

}  // namespace
}  // namespace hubwatt
