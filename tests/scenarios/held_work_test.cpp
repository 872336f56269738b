#include "scenarios/held_work.hpp"

#include "models/units.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

ServerType accelerator_type(double idle_kw, double peak_kw, ServerFans fans) {
  ServerType type;
  type.power = {.idle = idle_kw * unit::kW, .peak = peak_kw * unit::kW, .accelerators = 8};
  type.fans = fans;
  return type;
}

// Two kinds of accelerators and servers without; the first kind stands for three.
Platform platform_of(const ServerType& first) {
  Platform platform;
  platform.servers = {first, accelerator_type(1.0, 5.0, {0.05, 0.02}), {}};
  platform.servers[2].power = {.idle = 200.0 * unit::W, .peak = 800.0 * unit::W};
  platform.servers[2].fans = {0.05, 0.02};
  Hub hub;
  hub.racks = {{.server = ServerTypeId{0}, .racks = 2, .servers_per_rack = 2, .represents = 3},
               {.server = ServerTypeId{1}, .racks = 1, .servers_per_rack = 2},
               {.server = ServerTypeId{2}, .racks = 1, .servers_per_rack = 10, .background_activity = 0.25}};
  platform.hubs = {hub};
  return platform;
}

void start(HubServers& servers, ServerPool& pool, std::uint32_t index, std::uint32_t width, double activity) {
  Shares shares;
  REQUIRE(pool.find(width, shares));
  pool.take(shares);
  servers.took(pool, index, shares, 0.0);
  const ShareFigures figures = servers.figures_of(index, shares, activity);
  servers.job_started(figures);
  servers.job_works(index, figures, activity);
}

// Two jobs and replicas on the first kind, a job on the second.
StepSample busy(const Platform& platform) {
  HubServers servers(platform.hubs[0], platform);
  std::vector<ServerPool> pools = servers.make_pools();
  start(servers, pools[0], 0, 8, 0.5);
  start(servers, pools[0], 0, 4, 0.5);
  start(servers, pools[1], 1, 12, 0.9);
  Shares shares;
  REQUIRE(pools[0].find(8, shares));
  pools[0].take(shares);
  servers.took(pools[0], 0, shares, 0.0);
  const ReplicaLoad replicas{0, servers.figures_of(0, shares, 0.3), 0.3};
  servers.set_services({&replicas, 1});
  StepSample sample;
  sample.load = servers.load(), sample.fans = servers.fan_load(), sample.uses = servers.uses();
  return sample;
}

void check_like_new(const ServerType& was, const ServerType& is) {
  const Platform before = platform_of(was), after = platform_of(is);
  const HubServers were(before.hubs[0], before), as(after.hubs[0], after);
  const AskedOfHub held = held_work(busy(before), were, as);
  const StepSample anew = busy(after);
  CHECK(held.load.power / unit::kW == Approx(anew.load.power / unit::kW).epsilon(1e-12));
  CHECK(held.load.idle / unit::kW == Approx(anew.load.idle / unit::kW).epsilon(1e-12));
  CHECK(held.load.jobs / unit::kW == Approx(anew.load.jobs / unit::kW).epsilon(1e-12));
  CHECK(held.load.services / unit::kW == Approx(anew.load.services / unit::kW).epsilon(1e-12));
  for (const double celsius : {25.0, 30.0, 38.0}) {
    const Temperature inlet = Temperature::celsius(celsius);
    CHECK(fan_excess(held.fans, inlet) / unit::kW ==
          Approx(fan_excess(anew.fans, inlet) / unit::kW).epsilon(1e-12).margin(1e-15));
  }
}

}  // namespace

TEST_CASE("work held on servers of other power asks for what it would have, had it begun on them") {
  const ServerType was = accelerator_type(2.0, 8.0, {0.08, 0.03});
  check_like_new(was, was);
  check_like_new(was, accelerator_type(2.2, 8.0, was.fans));
  check_like_new(was, accelerator_type(2.0, 8.8, was.fans));
  check_like_new(was, accelerator_type(2.0, 8.0, {0.088, 0.03}));
}

TEST_CASE("work of one activity is held on servers of a bent curve") {
  ServerType was = accelerator_type(2.0, 8.0, {0.08, 0.03});
  was.power.exponent = 0.8;
  ServerType is = was;
  is.power.exponent = 0.88;
  const Platform before = platform_of(was), after = platform_of(is);
  const HubServers were(before.hubs[0], before), as(after.hubs[0], after);
  const AskedOfHub held = held_work(busy(before), were, as);
  const StepSample anew = busy(after);
  CHECK(held.load.jobs / unit::kW == Approx(anew.load.jobs / unit::kW).epsilon(1e-12));
  CHECK(held.load.services / unit::kW == Approx(anew.load.services / unit::kW).epsilon(1e-12));
}

TEST_CASE("servers in other pools cannot hold the work") {
  const Platform platform = platform_of(accelerator_type(2.0, 8.0, {}));
  Platform apart = platform;
  apart.hubs[0].racks.push_back(apart.hubs[0].racks[0]);
  apart.hubs[0].racks.back().power_cap = 7.0 * unit::kW;
  const HubServers one(platform.hubs[0], platform), other(apart.hubs[0], apart);
  CHECK(same_pools(one, one));
  CHECK_FALSE(same_pools(one, other));
}
