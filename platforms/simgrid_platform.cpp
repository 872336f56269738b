#include "platforms/simgrid_platform.hpp"

#include "models/contract.hpp"
#include "platforms/simgrid_compat.hpp"
#include "platforms/simgrid_names.hpp"

namespace hubwatt {

namespace {

namespace s4u = simgrid::s4u;

std::vector<s4u::Host*> add_servers(s4u::NetZone* zone, const Platform& platform, const Hub& hub) {
  std::vector<s4u::Host*> hosts;
  for (std::size_t group = 0; group < hub.racks.size(); ++group) {
    const RackGroup& racks = hub.racks[group];
    const ServerType& type = platform.servers[racks.server.index];
    const std::string wattage = wattage_per_state(type.power);
    for (int rack = 0; rack < racks.racks; ++rack) {
      for (int server = 0; server < racks.servers_per_rack; ++server) {
        s4u::Host* host = compat::add_host(zone, server_name(hub, {group, rack, server}), 1.0);
        host->set_core_count(core_count(type));
        host->set_property("wattage_per_state", wattage);
        host->seal();
        hosts.push_back(host);
      }
    }
  }
  return hosts;
}

std::vector<s4u::LinkInRoute> links_in_route(const std::vector<s4u::SplitDuplexLink*>& links, const Wan& wan,
                                             const Path& path, EndPoint from) {
  const std::vector<Direction> directions = wan.directions(path, from);
  std::vector<s4u::LinkInRoute> out;
  for (std::size_t i = 0; i < path.links.size(); ++i) {
    out.emplace_back(links[path.links[i].index], directions[i] == Direction::forward
                                                     ? s4u::LinkInRoute::Direction::UP
                                                     : s4u::LinkInRoute::Direction::DOWN);
  }
  return out;
}

}  // namespace

SimgridPlatform build_simgrid_platform(const SimgridClock& clock, const Platform& platform, const Wan& wan,
                                       ServerHosts server_hosts) {
  HUBWATT_EXPECTS(clock.now() == 0.0);
  const s4u::Engine& engine = *s4u::Engine::get_instance();
  s4u::NetZone* root = compat::add_root_zone(engine, root_zone_name);

  SimgridPlatform built;
  std::vector<compat::ZoneGateway> zones;
  for (const Hub& hub : platform.hubs) {
    compat::ZoneGateway zone{compat::add_star_zone(root, hub.id), nullptr};
    zone.gateway = compat::add_host(zone.zone, gateway_name(hub), 1.0);
    zone.gateway->seal();
    compat::set_gateway(zone);
    built.gateways.push_back(zone.gateway);
    const bool with_servers = server_hosts == ServerHosts::one_each;
    built.servers.push_back(with_servers ? add_servers(zone.zone, platform, hub) : std::vector<s4u::Host*>{});
    zone.zone->seal();
    zones.push_back(zone);
  }

  std::vector<s4u::SplitDuplexLink*> links;
  for (const Link& link : platform.links) {
    s4u::SplitDuplexLink* duplex = compat::add_duplex_link(root, link.id, link.bandwidth.base());
    duplex->set_latency(link.latency.base());
    duplex->seal();
    links.push_back(duplex);
    built.links.push_back({duplex->get_link_up(), duplex->get_link_down()});
  }

  for (std::size_t a = 0; a < zones.size(); ++a) {
    for (std::size_t b = a + 1; b < zones.size(); ++b) {
      const EndPoint from = end_point(HubId{a});
      const auto path = wan.lowest_latency_path(from, end_point(HubId{b}));
      if (path) compat::add_zone_route(root, zones[a], zones[b], links_in_route(links, wan, *path, from));
    }
  }
  root->seal();
  engine.seal_platform();
  return built;
}

}  // namespace hubwatt
