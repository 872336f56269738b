// The national platform keeps what was published about the hubs' network, and its own derivation.
#include <cstdint>
#include <set>

#include "models/units.hpp"
#include "platforms/wan.hpp"
#include "scenarios/platform_reader.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

Platform national() {
  InputFiles files;
  return read_platform("platforms/catalogue/china-hubs.platform.toml", files);
}

}  // namespace

TEST_CASE("the national hubs' links are 20 ms, 99.9 % available and 928 Tbps in all") {
  const Platform platform = national();
  Bandwidth sum{};
  for (const Link& link : platform.links) {
    CHECK(link.latency == 20.0 * unit::ms);
    CHECK(link.availability == 0.999);
    sum += link.bandwidth;
  }
  CHECK(sum / unit::Tbps == Approx(928.0).epsilon(1e-12));
}

TEST_CASE("every pair of the fourteen national sites is joined by links") {
  const Platform platform = national();
  CHECK(platform.hubs.size() == 14);
  CHECK(platform.origins.size() == 9);
  const Wan wan(platform);
  for (std::size_t a = 0; a < platform.hubs.size(); ++a) {
    for (std::size_t b = 0; b < platform.hubs.size(); ++b) {
      CHECK(wan.connected(end_point(HubId{a}), end_point(HubId{b})));
    }
  }
}

TEST_CASE("a job stands for the same number of jobs in every national hub") {
  const Platform platform = national();
  std::set<int> represented;
  std::int64_t accelerators = 0, ai_servers = 0, cpu_servers = 0;
  for (const Hub& hub : platform.hubs) {
    for (const RackGroup& group : hub.racks) {
      const ServerType& type = platform.servers[group.server.index];
      const std::int64_t servers = std::int64_t{group.servers()} * group.represents;
      (type.accelerators() > 0 ? ai_servers : cpu_servers) += servers;
      if (type.accelerators() > 0) represented.insert(group.represents);
      accelerators += group.accelerators_of(type);
    }
  }
  CHECK(represented == std::set<int>{100});
  CHECK(accelerators == 18144);
  CHECK(ai_servers == 226800);
  CHECK(cpu_servers == 4225000);
}
