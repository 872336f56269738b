#include "platforms/platform_text.hpp"

#include "models/units.hpp"
#include "platforms/wan.hpp"
#include "tests/platforms/networks.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

Platform ring() {
  Platform platform = test::hubs_without_links(4);
  platform.name = "ring";
  platform.route_factor = 1.3;
  platform.latency_per_km = 5 * unit::us;
  platform.servers.resize(1);
  platform.servers[0].id = "box";
  platform.servers[0].power = {2 * unit::kW, 10 * unit::kW, 8, PowerCurve::linear};
  Hub& hub = platform.hubs[0];
  hub.name = "中卫";
  hub.side = Side::west;
  hub.location = {37.53, 105.18, 1226 * unit::metre};
  hub.cooling.id = "indirect-evaporative";
  hub.power_chain.id = "modern";
  hub.racks = {{ServerTypeId{0}, 16, 4, 10, 0.0}};
  hub.renewables.resize(1);
  hub.renewables[0].capacity = 40 * unit::MW;
  hub.renewables[0].contract = SupplyContract::direct;
  hub.battery.emplace();
  hub.battery->capacity = 20 * unit::MWh;
  hub.battery->power = 5 * unit::MW;
  platform.origins = {{"city", {37.53, 105.18, {}}}};
  test::add_link(platform, 0, 1, 20 * unit::ms, 2 * unit::Tbps, 0.999);
  test::add_link(platform, 1, 2, 10 * unit::ms, 400 * unit::Gbps, 1.0);
  test::add_link(platform, 2, 0, 15 * unit::ms, 100 * unit::Gbps, 0.99);
  return platform;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a hub's text counts what is simulated and what is real, and names plant and supply") {
  const std::string text = platform_text(ring());
  INFO(text);
  CHECK(has(text, "ring\nhubs 4, origins 1, links 3\n"));
  CHECK(has(text, "h0 (中卫), west\n  location     37.53 N 105.18 E, 1226 m\n"));
  CHECK(
      has(text, "16 racks (for 160 real ones), 64 servers (for 640 real ones), 512 accelerators (for 5120"));
  CHECK(has(text, "design power 6.4 MW IT (the peak of all servers)"));
  CHECK(has(text, "cooling      indirect-evaporative"));
  CHECK(has(text, "power chain  modern"));
  CHECK(has(text, "supply       grid, 40 MW pv (direct), battery 20 MWh / 5 MW"));
}

TEST_CASE("a hub's text names units in reserve, stores, heat for others and sets") {
  Platform platform = ring();
  Hub& hub = platform.hubs[0];
  hub.cooling.units = {4, 1};
  hub.cold_store = ThermalStorage{.capacity = 2.5 * unit::MWh, .charge = {}, .discharge = 600.0 * unit::kW};
  hub.heat_reuse.emplace();
  hub.heat_reuse->capacity = 300.0 * unit::kW;
  hub.heat_reuse->network_supply = Temperature::celsius(60.0);
  hub.generators.emplace_back();
  hub.generators[0].capacity = 500.0 * unit::kW;
  hub.generators[0].sets = 2;
  const std::string text = platform_text(platform);
  CHECK(
      has(text,
          "(5 units, 1 of them in reserve), cold store 2.5 MWh / 600 kW, heat for others 300 kW at 60 degC"));
  CHECK(has(text, "2 x 500 kW standby sets"));
}

TEST_CASE("a link's text gives the round trip, and 0.999 is 8.76 hours out a year") {
  const std::string text = platform_text(ring());
  INFO(text);
  CHECK(has(text, "20.00          40.00     2 Tbps         0.999              8.76\n"));
  CHECK(has(text, "2.5 Tbps each way in all"));
  CHECK(has(text, "10.00          20.00   400 Gbps             1              0.00\n"));
}

TEST_CASE("the text says what each broken link means, and which hubs are apart anyway") {
  const std::string text = platform_text(ring());
  INFO(text);
  CHECK(has(text, "  l0: h0 - h1 20.00 -> 25.00 ms\n"));
  CHECK(has(text, "  l1: h1 - h2 10.00 -> 35.00 ms\n"));
  CHECK(has(text, "already apart: h2 - h3"));
  Platform cut = ring();
  cut.links.resize(1);
  CHECK(has(platform_text(cut), "  l0: h0 - h1 cut off\n"));
}

TEST_CASE("the matrix of origins names the nearest hub and the rule of its figures") {
  Platform platform = ring();
  for (std::size_t i = 1; i < 4; ++i)
    platform.hubs[i].location = {37.53, 105.18 + 3.0 * static_cast<double>(i), {}};
  const std::string text = platform_text(platform);
  INFO(text);
  CHECK(has(text, "great circle x 1.3 x 5 us/km"));
  CHECK(has(text, "  city        0.00"));
  CHECK(has(text, "       h0\n"));
}

TEST_CASE("a platform of one hub and nothing else has a text") {
  const std::string text = platform_text(test::hubs_without_links(1));
  CHECK(has(text, "none: no data moves between hubs"));
  CHECK(has(text, "If a link fails\n  nothing\n"));
}
