// The one place that knows which SimGrid it is: 3.32 (Debian 12) or 4.x (Debian 13). Small functions over the
// calls whose names or meaning changed; what stayed the same is called directly. Only .cpp files include it.
//
//   here                    3.32                            since
//   precision_option        surf/precision                  3.34 precision/timing
//   on_comm_completion      Activity::on_completion_cb      3.34 Comm::on_completion_cb
//   link_load               Link::get_usage                 3.34 Link::get_load
//   add_*_zone              create_*_zone, set_parent       4.0  add_netzone_*: a root of one's own aborts
//   add_host, add_duplex_link  create_*                     4.0  add_*
//   add_zone_route          four netpoints                  4.0  two zones, each with a gateway of its own
#pragma once

#include <functional>
#include <simgrid/kernel/Timer.hpp>
#include <simgrid/s4u.hpp>
#include <simgrid/version.h>  // s4u.hpp of 4.0 leaves it out, and an unknown macro compares as 0
#include <string>
#include <vector>

namespace hubwatt::compat {

namespace s4u = simgrid::s4u;

#if SIMGRID_VERSION >= 33400
inline constexpr const char* precision_option = "precision/timing";
#else
inline constexpr const char* precision_option = "surf/precision";
#endif

// To be called once, after the engine exists and before any zone does. Without these settings a 20 ms link
// behaves as 260 ms and every flow is capped by a TCP window; with them a flow takes latency + size / bandwidth,
// flows share fairly, and the two directions of a link do not disturb each other. A precision finer than 1e-6 s
// falls below one ulp of the clock within a year, and SimGrid then sees deadlocks that are none.
inline void configure() {
  s4u::Engine::set_config("network/model:CM02");
  s4u::Engine::set_config("network/TCP-gamma:0");
  s4u::Engine::set_config("network/crosstraffic:no");
  s4u::Engine::set_config(std::string(precision_option) + ":1e-6");
  // Many small actors, for engines that use any.
  s4u::Engine::set_config("contexts/guard-size:0");
  s4u::Engine::set_config("contexts/stack-size:64");
#ifdef __SANITIZE_ADDRESS__
  s4u::Engine::set_config("contexts/factory:thread");
#endif
}

// The zone over all hubs, with explicit routes between them.
inline s4u::NetZone* add_root_zone(const s4u::Engine& engine, const std::string& name) {
#if SIMGRID_VERSION >= 40000
  return engine.get_netzone_root()->add_netzone_full(name);
#else
  static_cast<void>(engine);
  return s4u::create_full_zone(name);
#endif
}

// The zone of one hub: memory linear in its hosts.
inline s4u::NetZone* add_star_zone(s4u::NetZone* parent, const std::string& name) {
#if SIMGRID_VERSION >= 40000
  return parent->add_netzone_star(name);
#else
  s4u::NetZone* zone = s4u::create_star_zone(name);
  zone->set_parent(parent);
  return zone;
#endif
}

// A host that reaches the others of its star zone over no link at all.
inline s4u::Host* add_host(s4u::NetZone* star, const std::string& name, double speed) {
#if SIMGRID_VERSION >= 40000
  s4u::Host* host = star->add_host(name, speed);
  star->add_route(host, nullptr, std::vector<s4u::LinkInRoute>{}, true);
#else
  s4u::Host* host = star->create_host(name, speed);
  star->add_route(host->get_netpoint(), nullptr, nullptr, nullptr, {}, true);
#endif
  return host;
}

inline s4u::SplitDuplexLink* add_duplex_link(s4u::NetZone* zone, const std::string& name, double bandwidth) {
#if SIMGRID_VERSION >= 40000
  return zone->add_split_duplex_link(name, bandwidth);
#else
  return zone->create_split_duplex_link(name, bandwidth);
#endif
}

// An end of a route between zones.
struct ZoneGateway {
  s4u::NetZone* zone = nullptr;
  s4u::Host* gateway = nullptr;
};

// To be called for each hub zone before it is sealed; older versions name gateways in the routes.
inline void set_gateway(const ZoneGateway& hub) {
#if SIMGRID_VERSION >= 40000
  hub.zone->set_gateway(hub.gateway->get_netpoint());
#else
  static_cast<void>(hub);
#endif
}

inline void add_zone_route(s4u::NetZone* root, const ZoneGateway& from, const ZoneGateway& to,
                           const std::vector<s4u::LinkInRoute>& links) {
#if SIMGRID_VERSION >= 40000
  root->add_route(from.zone, to.zone, links, true);
#else
  root->add_route(from.zone->get_netpoint(), to.zone->get_netpoint(), from.gateway->get_netpoint(),
                  to.gateway->get_netpoint(), links, true);
#endif
}

// Bytes per second. Within on_time_advance it is still that of the interval that has just passed.
inline double link_load(const s4u::Link& link) {
#if SIMGRID_VERSION >= 33400
  return link.get_load();
#else
  return link.get_usage();
#endif
}

// Finished, failed and cancelled ones alike. There is no way to take a callback back.
inline void on_comm_completion(const std::function<void(const s4u::Comm&)>& callback) {
#if SIMGRID_VERSION >= 33400
  s4u::Comm::on_completion_cb(callback);
#else
  s4u::Activity::on_completion_cb([callback](const s4u::Activity& activity) {
    if (const auto* comm = dynamic_cast<const s4u::Comm*>(&activity)) callback(*comm);
  });
#endif
}

}  // namespace hubwatt::compat
