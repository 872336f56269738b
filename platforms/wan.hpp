// The wide-area network: how long a signal takes between origins and hubs, which links data crosses, and what
// a broken link means. Answers questions about a platform that does not change; time, sharing and transfers
// are SimGrid's (simgrid_transfers.hpp).
//
// Equation: latency of a pair without a link of its own = great-circle distance x route factor x latency per
// km. Validity: one-way; propagation only (5 us/km is light in glass of refractive index 1.5); no queueing,
// no hops. Source: ITU-T Recommendation G.114 (05/2003), Table A.1: 5 us/km for terrestrial optical fibre.
// Confidence: official; the route factor is the user's estimate.
//
// A link's ends, hub or origin, forward traffic of others. Latencies of paths are compared in whole
// nanoseconds. Between equal paths the one of fewer links goes first, then the one whose links come first in
// the order of the file, read from the hub of lower index. So every answer is unique, and a way back is the
// way out reversed.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "models/quantity.hpp"
#include "platforms/hub.hpp"

namespace hubwatt {

constexpr EndPoint end_point(HubId hub) {
  return {EndPoint::Kind::hub, static_cast<int>(hub.index)};
}
constexpr EndPoint end_point(OriginId origin) {
  return {EndPoint::Kind::origin, static_cast<int>(origin.index)};
}

// Links in the order data crosses them. A path of a point to itself has no links, no latency and no limit
// (infinite bandwidth).
struct Path {
  std::vector<LinkId> links;
  Duration latency{};         // one-way
  Bandwidth bandwidth{};      // of the narrowest link
  double availability = 1.0;  // all links up, failures independent
};

// Along a link from its end a to its end b, or back.
enum class Direction { forward, backward };

struct LinkFailure {
  // A pair that still has a path, over which latency is no lower than before.
  struct Detour {
    EndPoint a, b;
    Duration before{}, after{};
  };
  struct Pair {
    EndPoint a, b;
  };
  std::vector<Pair> cut_off;    // pairs with at least one hub that no path joins any more
  std::vector<Detour> detours;  // such pairs whose lowest-latency path crossed the link
};

class Wan {
 public:
  explicit Wan(const Platform& platform);

  // One-way. Of a link between the two where there is one (the fastest of several), else from the distance.
  // Zero within a hub.
  Duration latency(OriginId origin, HubId hub) const;
  Duration latency(HubId from, HubId to) const;

  // The first hub of lowest latency. The platform has a hub.
  HubId nearest_hub(OriginId origin) const;

  // Paths over links only; empty where links do not join the two.
  std::optional<Path> lowest_latency_path(EndPoint from, EndPoint to) const;
  // Of highest bandwidth; among those, of lowest latency.
  std::optional<Path> widest_path(EndPoint from, EndPoint to) const;
  // Up to `count` paths without a repeated point, by rising latency (J. Y. Yen, Finding the K Shortest
  // Loopless Paths in a Network, Management Science 17 (1971) 712).
  std::vector<Path> alternatives(EndPoint from, EndPoint to, int count) const;

  bool connected(EndPoint from, EndPoint to) const;
  LinkFailure what_fails(LinkId link) const;

  // How a path that starts at `from` crosses each of its links.
  std::vector<Direction> directions(const Path& path, EndPoint from) const;

 private:
  struct Network;
  Duration latency(EndPoint from, EndPoint to) const;

  std::shared_ptr<const Network> network_;  // shared by copies; never changed
};

}  // namespace hubwatt
