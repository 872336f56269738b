// The IT load of one hub, kept up to date as accelerators are taken and given back: power, and who holds what.
// Every figure is that of the real hub: a simulated server counts as many times as its rack represents.
#pragma once

#include <cstdint>
#include <vector>

#include "platforms/hub.hpp"
#include "scenarios/server_pool.hpp"
#include "scenarios/tally.hpp"

namespace hubwatt {

// Servers of one type in the order of the hub's racks, as the figures a pool needs beside who holds what.
struct PoolFigures {
  ServerTypeId type;
  std::uint32_t width = 0;                // accelerators per server
  std::vector<std::uint32_t> represents;  // by server
  Power idle_per_accelerator{};
  Power active_per_accelerator{};         // above idle, at activity 1
  ServerFans fans;
};

// Above idle, and held, for one set of shares; the power is that of the real servers.
struct ShareFigures {
  Power above_idle{};
  Power idle_part{};          // of the servers' idle power, by the accelerators held
  double accelerators = 0.0;
  FanLoad fans;               // of its servers, at the power above idle

  ShareFigures& operator+=(const ShareFigures& b);
};

class HubServers {
 public:
  HubServers(const Hub& hub, const Platform& platform);

  std::vector<ServerPool> make_pools() const;  // beside figures(), same order
  const std::vector<PoolFigures>& figures() const { return pools_; }
  const ItLoad& load() const { return load_; }
  // Of the servers' fans, at the power of load(): what warm air adds to it is fan_excess(fan_load(), inlet).
  FanLoad fan_load() const;

  ShareFigures figures_of(std::uint32_t pool, const Shares& shares, double activity) const;

  // After the pool has taken, and after it was given back.
  void took(const ServerPool& pool, std::uint32_t index, const Shares& shares);
  void gave_back(const ServerPool& pool, std::uint32_t index, const Shares& shares);
  void job_started(const ShareFigures& figures, double activity);
  void job_ended(const ShareFigures& figures, double activity);
  // What all replicas in the hub do until the next call.
  void set_services(const ShareFigures& all, double accelerators_active);

 private:
  void refresh();

  std::vector<PoolFigures> pools_;
  ItLoad load_;
  FanLoad idle_fans_, job_fans_, service_fans_;
  std::size_t jobs_ = 0;
  double job_accelerators_ = 0.0, job_active_ = 0.0;
  double service_accelerators_ = 0.0, service_active_ = 0.0;
};

}  // namespace hubwatt
