// A platform as SimGrid resources of this process: one full zone over all hubs, a star zone for each hub with a
// gateway host and, where wanted, a host per simulated server, and split-duplex links between the gateways.
// Racks are no zones (nested zones cost quadratic time), origins are no hosts (nobody sends from there).
//
// Routes between hubs follow Wan::lowest_latency_path. A server is a host with a core of 1 flop/s for each
// accelerator (one core where it has none), so an Exec of as many flops as it takes seconds runs at full speed;
// its wattage_per_state property lets the host-energy plugin follow idle + (peak - idle) x load.
#pragma once

#include <vector>

#include "platforms/hub.hpp"
#include "platforms/simgrid_clock.hpp"
#include "platforms/wan.hpp"

namespace simgrid::s4u {
class Host;
class Link;
}  // namespace simgrid::s4u

namespace hubwatt {

enum class ServerHosts { none, one_each };

// The two directions of a link: from its end a to its end b, and back.
struct SimgridLink {
  simgrid::s4u::Link* forward = nullptr;
  simgrid::s4u::Link* backward = nullptr;
};

// SimGrid owns what is pointed to, as long as the clock lives.
struct SimgridPlatform {
  std::vector<simgrid::s4u::Host*> gateways;              // by hub
  std::vector<std::vector<simgrid::s4u::Host*>> servers;  // by hub; rack group by rack group, rack by rack
  std::vector<SimgridLink> links;                         // by link
};

// Once per clock, before it runs.
SimgridPlatform build_simgrid_platform(const SimgridClock& clock, const Platform& platform, const Wan& wan,
                                       ServerHosts server_hosts);

}  // namespace hubwatt
