#include "models/server_compute.hpp"

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {

TEST_CASE("a server of two chips with 28 cores of 64 FLOP per cycle at 2.2 GHz has 7.9 TFLOPS") {
  const ServerChips server{.chips = 2, .cores = 28, .per_cycle = 64.0 * unit::FLOP, .clock = 2.2 * unit::GHz};
  CHECK(server_compute(server) / unit::TFLOPS == Approx(7.8848).epsilon(1e-12));
  CHECK(server_compute({}) == ComputeRate{});
}

TEST_CASE("a server's compute rate is in proportion to each of its figures") {
  Random random(1, "server compute");
  for (int i = 0; i < 2000; ++i) {
    const ServerChips server{.chips = 1 + static_cast<int>(8.0 * random.uniform()),
                             .cores = 1 + static_cast<int>(128.0 * random.uniform()),
                             .per_cycle = (1.0 + 4096.0 * random.uniform()) * unit::FLOP,
                             .clock = (0.5 + 4.0 * random.uniform()) * unit::GHz};
    const double was = server_compute(server) / unit::TFLOPS;
    const auto times = [&](auto change) {
      ServerChips other = server;
      change(other);
      return server_compute(other) / unit::TFLOPS / was;
    };
    CHECK(times([](ServerChips& s) { s.chips *= 3; }) == Approx(3.0).epsilon(1e-12));
    CHECK(times([](ServerChips& s) { s.cores *= 5; }) == Approx(5.0).epsilon(1e-12));
    CHECK(times([](ServerChips& s) { s.per_cycle *= 2.0; }) == Approx(2.0).epsilon(1e-12));
    CHECK(times([](ServerChips& s) { s.clock *= 1.5; }) == Approx(1.5).epsilon(1e-12));
  }
}

}  // namespace hubwatt
