#include "platforms/simgrid_platform.hpp"

#include <simgrid/plugins/energy.h>

#include <ctime>

#include "models/units.hpp"
#include "platforms/simgrid_compat.hpp"
#include "tests/platforms/in_child.hpp"
#include "tests/platforms/networks.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

Platform hubs_with_servers(int racks, int servers_per_rack) {
  Platform platform = test::hubs_without_links(2);
  platform.servers.resize(1);
  platform.servers[0].power = {2.0 * unit::kW, 10.0 * unit::kW, 8, PowerCurve::linear};
  platform.hubs[1].racks = {{ServerTypeId{0}, racks, servers_per_rack, 10, 0.0}};
  return platform;
}

}  // namespace

TEST_CASE("every simulated server gets a host, in the order of racks, or none does") {
  for (const ServerHosts wanted : {ServerHosts::none, ServerHosts::one_each}) {
    const auto child = test::in_child([&] {
      const Platform platform = hubs_with_servers(3, 4);
      const SimgridClock clock;
      const SimgridPlatform built = build_simgrid_platform(clock, platform, Wan(platform), wanted);
      bool in_order = true;
      for (std::size_t i = 0; i < built.servers.at(1).size(); ++i) {
        const std::string name =
            "h1/group-0/rack-" + std::to_string(i / 4) + "/server-" + std::to_string(i % 4);
        in_order = in_order && built.servers[1][i]->get_name() == name;
      }
      return std::vector<double>{double(built.gateways.size()), double(built.servers.at(0).size()),
                                 double(built.servers.at(1).size()), double(in_order)};
    });
    REQUIRE(child.ended_well);
    CHECK(child.numbers == std::vector<double>{2, 0, wanted == ServerHosts::none ? 0.0 : 12.0, 1});
    CHECK(child.output.empty());
  }
}

TEST_CASE("SimGrid's host energy is idle plus a share of the span for each busy core") {
  const auto child = test::in_child([] {
    const SimgridClock clock;
    sg_host_energy_plugin_init();
    const Platform platform = hubs_with_servers(1, 3);
    const SimgridPlatform built =
        build_simgrid_platform(clock, platform, Wan(platform), ServerHosts::one_each);
    std::vector<simgrid::s4u::ExecPtr> execs;
    for (const std::size_t busy : {0UL, 3UL, 8UL}) {
      simgrid::s4u::Host* host = built.servers[1][busy == 0 ? 0 : busy == 3 ? 1 : 2];
      for (std::size_t core = 0; core < busy; ++core) {
        execs.push_back(simgrid::s4u::Exec::init());
        execs.back()->set_flops_amount(1000.0)->set_host(host)->start();
      }
    }
    simgrid::s4u::Engine::get_instance()->run_until(3600.0);
    std::vector<double> energies;
    for (const auto* host : built.servers[1]) energies.push_back(sg_host_get_consumed_energy(host));
    return energies;
  });
  INFO(child.output);
  REQUIRE(child.ended_well);
  const auto expected = [](double busy) { return 2000.0 * 3600.0 + 8000.0 * busy / 8.0 * 1000.0; };
  CHECK(child.numbers.at(0) == Approx(expected(0)).epsilon(1e-9));
  CHECK(child.numbers.at(1) == Approx(expected(3)).epsilon(1e-9));
  CHECK(child.numbers.at(2) == Approx(expected(8)).epsilon(1e-9));
}

TEST_CASE("ten thousand servers are built within seconds") {
  const auto child = test::in_child([] {
    const Platform platform = hubs_with_servers(1250, 8);
    const SimgridClock clock;
    const std::clock_t before = std::clock();
    const SimgridPlatform built =
        build_simgrid_platform(clock, platform, Wan(platform), ServerHosts::one_each);
    return std::vector<double>{double(built.servers[1].size()),
                               double(std::clock() - before) / CLOCKS_PER_SEC};
  });
  REQUIRE(child.ended_well);
  CHECK(child.numbers.at(0) == 10000.0);
  CHECK(child.numbers.at(1) < 3.0);
}
