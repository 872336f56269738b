#include "models/server_parts.hpp"

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

ServerParts eight_and_two() {
  return {.accelerators = {8, 70.0 * unit::W, 700.0 * unit::W, 1.2},
          .sockets = {2, 90.0 * unit::W, 350.0 * unit::W, 0.8},
          .memory = 250.0 * unit::W,
          .network = 650.0 * unit::W,
          .storage = 80.0 * unit::W,
          .supply = {50.0 * unit::W, 0.95}};
}

TEST_CASE("a server by parts draws the sum of its devices over the losses of its supply") {
  const ServerPower server = server_power_of(eight_and_two(), 0.07);
  CHECK(server.accelerators == 8);
  CHECK(server.idle / unit::W == Approx((1720.0 / 0.93 + 50.0) / 0.95).epsilon(1e-12));
  CHECK(server.peak / unit::W == Approx((7280.0 / 0.93 + 50.0) / 0.95).epsilon(1e-12));
  CHECK(server.host_share == Approx(520.0 / 5560.0).epsilon(1e-12));
  const double share = 5040.0 / 5560.0 * std::pow(0.5, 1.2) + 520.0 / 5560.0 * std::pow(0.5, 0.8);
  const Power half = server.idle + (server.peak - server.idle) * share;
  CHECK(server_power(server, 0.5) / unit::W == Approx(half / unit::W).epsilon(1e-12));
}

TEST_CASE("parts in proportion to activity make a straight line between idle and peak") {
  ServerParts parts = eight_and_two();
  parts.accelerators.exponent = parts.sockets.exponent = 1.0;
  const ServerPower server = server_power_of(parts, 0.07);
  CHECK(server.straight());
  CHECK(power_share(server, 0.3) == 0.3);
}

TEST_CASE("a server without accelerators follows its sockets' exponent") {
  ServerParts parts = eight_and_two();
  parts.accelerators = {};
  const ServerPower server = server_power_of(parts, 0.05);
  CHECK(server.accelerators == 0);
  CHECK(power_share(server, 0.5) == Approx(std::pow(0.5, 0.8)).epsilon(1e-12));
}

TEST_CASE("any server by parts draws more the busier it is, between its idle and its peak power") {
  Random random(8, "server parts test");
  for (int i = 0; i < 5000; ++i) {
    const auto devices = [&random](int most) {
      const Power idle = 100.0 * random.uniform() * unit::W;
      return Devices{1 + static_cast<int>(most * random.uniform()), idle, idle + random.uniform() * unit::kW,
                     0.3 + 2.0 * random.uniform()};
    };
    ServerParts parts{.accelerators = devices(16),
                      .sockets = devices(4),
                      .memory = 300.0 * random.uniform() * unit::W,
                      .network = 300.0 * random.uniform() * unit::W,
                      .storage = 100.0 * random.uniform() * unit::W,
                      .supply = {50.0 * random.uniform() * unit::W, 0.8 + 0.2 * random.uniform()}};
    const ServerPower server = server_power_of(parts, 0.2 * random.uniform());
    const double low = random.uniform();
    const double high = low + (1.0 - low) * random.uniform();
    const Power slack = 1e-9 * server.peak;
    REQUIRE(server_power(server, low) <= server_power(server, high) + slack);
    REQUIRE(server_power(server, low) >= server.idle);
    REQUIRE(server_power(server, high) <= server.peak + slack);
    REQUIRE(server_power(server, 0.0) == server.idle);
  }
}

}  // namespace
}  // namespace hubwatt
