#include "scenarios/hub_servers.hpp"

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

ServerType accelerator_type(ServerFans fans) {
  ServerType type;
  type.power = {.idle = 2.0 * unit::kW, .peak = 8.0 * unit::kW, .accelerators = 8};
  type.fans = fans;
  return type;
}

Platform two_kinds() {
  Platform platform;
  platform.servers = {accelerator_type({0.08, 0.03}), accelerator_type({}), {}};
  platform.servers[2].power = {.idle = 200.0 * unit::W, .peak = 800.0 * unit::W};
  platform.servers[2].fans = {0.05, 0.02};
  Hub hub;
  hub.racks = {{.server = ServerTypeId{0}, .racks = 2, .servers_per_rack = 2, .represents = 3},
               {.server = ServerTypeId{1}, .racks = 1, .servers_per_rack = 2},
               {.server = ServerTypeId{2}, .racks = 1, .servers_per_rack = 10}};
  platform.hubs = {hub};
  return platform;
}

// Starts a job of `width` on a pool, as the engine does.
struct Started {
  Shares shares;
  double activity;
};

Started start(HubServers& servers, ServerPool& pool, std::uint32_t index, std::uint32_t width,
              double activity) {
  Started job{{}, activity};
  REQUIRE(pool.find(width, job.shares));
  pool.take(job.shares);
  servers.took(pool, index, job.shares, 0.0);
  servers.job_started(servers.figures_of(index, job.shares, activity));
  servers.job_works(index, servers.figures_of(index, job.shares, activity), activity);
  return job;
}

}  // namespace

TEST_CASE("fans of a hub draw nothing more at 25 degC, whatever runs") {
  const Platform platform = two_kinds();
  HubServers servers(platform.hubs[0], platform);
  CHECK(fan_excess(servers.fan_load(), Temperature::celsius(25.0)) == Power{});
}

TEST_CASE("fans of a hub follow the power of the servers that have them, as jobs come and go") {
  const Platform platform = two_kinds();
  HubServers servers(platform.hubs[0], platform);
  std::vector<ServerPool> pools = servers.make_pools();
  const Temperature warm = Temperature::celsius(34.0);
  const double with_fans = fan_excess(platform.servers[0].fans, warm);
  const Power cpu = fan_excess(platform.servers[2].fans, warm) * 10.0 * 200.0 * unit::W;
  const auto expected = [&](Power first_kind) { return (with_fans * first_kind + cpu) / unit::W; };
  const auto got = [&] { return fan_excess(servers.fan_load(), warm) / unit::W; };
  CHECK(got() == Approx(expected(12.0 * 2.0 * unit::kW)).epsilon(1e-12));

  const Started on_fans = start(servers, pools[0], 0, 16, 0.5);  // 2 servers of 3 each at half their span
  CHECK(got() == Approx(expected(42.0 * unit::kW)).epsilon(1e-12));
  start(servers, pools[1], 1, 16, 1.0);
  CHECK(got() == Approx(expected(42.0 * unit::kW)).epsilon(1e-12));

  servers.job_ended(0, servers.figures_of(0, on_fans.shares, on_fans.activity), on_fans.activity);
  CHECK(got() == Approx(expected(24.0 * unit::kW)).epsilon(1e-12));
  CHECK(servers.fan_load().base / unit::W == Approx(0.08 * 24000.0 + 0.05 * 2000.0).epsilon(1e-12));
}
