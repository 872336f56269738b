#include "platforms/platform_export.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "models/units.hpp"
#include "platforms/simgrid_compat.hpp"
#include "platforms/simgrid_platform.hpp"
#include "tests/platforms/in_child.hpp"
#include "tests/platforms/networks.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

// Everything SimGrid holds that hubwatt put there, in an order of its own.
std::string inventory(const Platform& platform) {
  const auto& engine = *simgrid::s4u::Engine::get_instance();
  std::vector<std::string> lines;
  for (const auto* host : engine.get_all_hosts()) {
    std::ostringstream line;
    const char* wattage = host->get_property("wattage_per_state");
    line << "host " << host->get_cname() << " in " << host->get_englobing_zone()->get_cname() << ", "
         << host->get_core_count() << " x " << host->get_speed() << ", "
         << (wattage ? wattage : "no wattage");
    lines.push_back(line.str());
  }
  for (const auto* link : engine.get_all_links()) {
    const std::string name = link->get_name();
    if (name.ends_with("/lan") || name == "__loopback__") continue;
    std::ostringstream line;
    line << "link " << name << ' ' << link->get_bandwidth() << ' ' << link->get_latency();
    lines.push_back(line.str());
  }
  for (const Hub& a : platform.hubs) {
    for (const Hub& b : platform.hubs) {
      if (a.id == b.id) continue;
      std::vector<simgrid::s4u::Link*> links;
      double latency = 0.0;
      engine.host_by_name(a.id + "/gateway")
          ->route_to(engine.host_by_name(b.id + "/gateway"), links, &latency);
      std::ostringstream line;
      line << "route " << a.id << " to " << b.id << " in " << latency;
      for (const auto* link : links) line << ' ' << link->get_cname();
      lines.push_back(line.str());
    }
  }
  std::ranges::sort(lines);
  std::string out;
  for (const std::string& line : lines) out += line + '\n';
  return out;
}

std::string loaded_inventory(const Platform& platform) {
  const auto child = test::in_child([&] {
    SimgridClock clock;
    const std::string file =
        std::filesystem::temp_directory_path() / ("hubwatt-export-" + std::to_string(getpid()) + ".xml");
    std::ofstream(file) << simgrid_xml(platform);
    simgrid::s4u::Engine::get_instance()->load_platform(file);
    std::remove(file.c_str());
    std::fputs(inventory(platform).c_str(), stdout);
    return std::vector<double>{};
  });
  INFO(child.output);
  REQUIRE(child.ended_well);
  return child.output;
}

std::string built_inventory(const Platform& platform) {
  const auto child = test::in_child([&] {
    const SimgridClock clock;
    build_simgrid_platform(clock, platform, Wan(platform), ServerHosts::one_each);
    std::fputs(inventory(platform).c_str(), stdout);
    return std::vector<double>{};
  });
  INFO(child.output);
  REQUIRE(child.ended_well);
  return child.output;
}

Platform three_hubs() {
  Platform platform = test::hubs_without_links(3);
  platform.servers.resize(2);
  platform.servers[0].power = {3.5 * unit::kW, 10.2 * unit::kW, 8, PowerCurve::linear};
  platform.servers[1].power = {0.123456789 * unit::kW, 0.5 * unit::kW, 0, PowerCurve::fan};
  platform.hubs[0].racks = {{ServerTypeId{0}, 3, 4, 10, 0.0}, {ServerTypeId{1}, 1, 2, 1, 0.0}};
  platform.hubs[2].racks = {{ServerTypeId{0}, 1, 1, 1, 0.0}};
  platform.origins = {{"city", {}}};
  test::add_link(platform, 0, 1, 20 * unit::ms, 2 * unit::Tbps, 0.999);
  test::add_link(platform, 2, 1, 4.2 * unit::ms, 100 * unit::Gbps);
  platform.links.push_back({"c", end_point(OriginId{0}), end_point(HubId{1}), unit::ms, unit::Gbps, 1.0});
  return platform;
}

}  // namespace

TEST_CASE("SimGrid loads an exported platform into the hosts, links and routes it has when built") {
  const Platform platform = three_hubs();
  const std::string built = built_inventory(platform);
  CHECK(loaded_inventory(platform) == built);
  CHECK(built.find("host h0/group-0/rack-2/server-3 in h0, 8 x 1, 3500:3500:10200\n") != std::string::npos);
  CHECK(built.find("host h0/group-1/rack-0/server-1 in h0, 1 x 1, 123.456789:123.456789:500\n") !=
        std::string::npos);
  CHECK(built.find("link l0_UP 2.5e+11 0.02\n") != std::string::npos);
  CHECK(built.find("route h0 to h2 in 0.0242 l0_UP l1_DOWN\n") != std::string::npos);
  CHECK(built.find("route h2 to h0 in 0.0242 l1_UP l0_DOWN\n") != std::string::npos);
}

TEST_CASE("names with marks of XML and of other scripts survive the way through SimGrid") {
  Platform platform = three_hubs();
  platform.name = "a -- b & \"c\"";
  platform.hubs[0].id = "a&b<c>\"d\" 'e'";
  platform.hubs[0].name = "中卫 & <west>";
  platform.hubs[2].id = "中卫";
  platform.links[0].id = "l & <0>";
  CHECK(loaded_inventory(platform) == built_inventory(platform));
}

TEST_CASE("a platform without links or servers is exported too") {
  Platform platform = test::hubs_without_links(1);
  CHECK(loaded_inventory(platform) == built_inventory(platform));
}

TEST_CASE("a Graphviz text has a node for each hub and linked origin and an edge for each link") {
  Platform platform = three_hubs();
  platform.hubs[0].name = "say \"hub\" \\ 中卫";
  platform.hubs[0].side = Side::west;
  platform.origins.push_back({"nobody", {}});
  const std::string text = graphviz(platform);
  CHECK(text.find("\"h0\" [label=\"say \\\"hub\\\" \\\\ 中卫\", shape=box, fillcolor=wheat];") !=
        std::string::npos);
  CHECK(text.find("\"h0\" -- \"h1\" [label=\"20 ms, 2 Tbps\"];") != std::string::npos);
  CHECK(text.find("\"origin city\" -- \"h1\"") != std::string::npos);
  CHECK(text.find("nobody") == std::string::npos);
  CHECK(std::ranges::count(text, '\n') == 3 + 3 + 1 + 3);
}
