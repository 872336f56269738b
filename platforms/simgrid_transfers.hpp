// Data on its way between hubs: every transfer is a SimGrid communication between two gateways, over the
// lowest-latency path. Flows share each link's direction in equal parts, near or far. Counts what each link carried.
// No actors.
//
// The cost of a change grows with the flows that share a link, so at most `concurrent_per_direction` transfers
// of a hub to another run at a time; further ones wait in the order they were started, and take their turn when
// one ends. A transfer whose path breaks keeps what has arrived, waits until all links of the path are up again,
// and goes on with the rest, one latency later; it does not look for another path.
//
// Utilization of a link is that of its busier direction: carried bytes over bandwidth x time, down or not.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "models/quantity.hpp"
#include "platforms/hub.hpp"
#include "platforms/simgrid_clock.hpp"
#include "platforms/simgrid_platform.hpp"
#include "platforms/wan.hpp"

namespace hubwatt {

enum class LinkState { up, down };

struct LinkUse {
  DataSize transferred{};         // both directions
  double mean_utilization = 0.0;  // 0..1, since the start
  double peak_utilization = 0.0;  // highest mean of a step, 0..1; of the last, so far
  Duration down{};                // since the start
};

class Transfers {
 public:
  static constexpr std::size_t concurrent_per_direction = 100;

  // Peaks are over steps of length `step` from date 0. The clock outlives this object.
  Transfers(SimgridClock& clock, const SimgridPlatform& built, const Platform& platform, const Wan& wan,
            Duration step);
  ~Transfers();
  Transfers(const Transfers&) = delete;
  Transfers& operator=(const Transfers&) = delete;

  // Whether links join the two hubs. Only between such hubs may a transfer start.
  bool reachable(HubId from, HubId to) const;

  // Sends `size`, rounded to whole bytes; `done` is called with the date of arrival, from a timer of the clock.
  // Within a hub that is at once. Returns a number for cancel(), never 0.
  std::uint64_t start(HubId from, HubId to, DataSize size, std::function<void(double now)> done);

  // Stops a transfer that may be under way, waiting or over; `done` is not called any more.
  void cancel(std::uint64_t transfer);

  // Breaks or mends a link, both directions.
  void set_link(LinkId link, LinkState state);

  std::size_t running() const;
  std::size_t waiting() const;            // for their turn or for a link
  std::vector<LinkUse> link_use() const;  // by link, up to now

 private:
  struct State;
  std::shared_ptr<State> state_;  // SimGrid's callbacks hold a weak one: they cannot be taken back
};

}  // namespace hubwatt
