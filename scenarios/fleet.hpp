// All hubs as a dispatch policy sees them, kept beside the sites: forecasts renewed by the hour, occupancy read at
// each question. Latencies come from the network, one row per origin.
#pragma once

#include <cstdint>
#include <vector>

#include "platforms/wan.hpp"
#include "policies/abi.h"
#include "scenarios/site.hpp"

namespace hubwatt {

class Fleet {
 public:
  Fleet(const Platform& platform, const Wan& wan, const std::vector<Site>& sites);

  void begin_hour(std::size_t hub, std::int64_t utc_seconds);
  // Valid until the next call. Without an origin (-1) there are no latencies.
  hw_fleet view(double now_s, std::int32_t origin);
  // A job was placed on a hub but is not in its queue yet (held or being staged), or has entered it.
  void on_the_way(std::size_t hub, std::int64_t accelerators) { on_the_way_[hub] += accelerators; }
  std::uint32_t widest_job() const { return widest_; }
  bool holds(std::size_t hub, std::uint32_t accelerators) const { return hubs_[hub].widest_job >= accelerators; }

 private:
  const std::vector<Site>& sites_;
  std::vector<hw_hub> hubs_;
  std::vector<std::int64_t> on_the_way_;
  std::vector<std::vector<double>> latency_s_;  // by origin, then hub
  std::uint32_t widest_ = 0;
};

}  // namespace hubwatt
