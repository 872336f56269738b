// The IT load of one hub, kept up to date as accelerators are taken and given back: power, and who holds what.
// Every figure is that of the real hub: a simulated server counts as many times as its rack represents.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "platforms/hub.hpp"
#include "scenarios/idle_servers.hpp"
#include "scenarios/server_pool.hpp"
#include "scenarios/tally.hpp"

namespace hubwatt {

// Servers of one type and one way to run, in the order of the hub's racks, as the figures a pool needs beside who
// holds what.
struct PoolFigures {
  ServerTypeId type;
  std::uint32_t width = 0;                // accelerators per server
  std::vector<std::uint32_t> represents;  // by server
  Power idle_per_accelerator{};
  Power active_per_accelerator{};  // above idle, at activity 1 and full clock
  ServerFans fans;
  ServerPower power;  // of one server
  Frequency clocks;
  double highest_frequency = 1.0;
  std::optional<Power> power_cap;

  // Whether power follows activity in a straight line, at the full clock.
  bool plain() const { return power.straight() && !power_cap && highest_frequency == 1.0; }
};

// Above idle, and held, for one set of shares; the power is that of the real servers.
struct ShareFigures {
  Power above_idle{};
  Power idle_part{};  // of the servers' idle power, by the accelerators held
  double accelerators = 0.0;
  FanLoad fans;  // of its servers, at the power above idle

  ShareFigures& operator+=(const ShareFigures& b);
};

// What jobs, or replicas, do on the servers of one pool.
struct PoolWork {
  std::size_t parts = 0;  // jobs at work; deployments
  Power above_idle{};
  double accelerators = 0.0;
  double active = 0.0;  // the same, each weighted by its activity

  void add(const ShareFigures& figures, double activity);
  // The last part to leave takes the rounding of all additions with it.
  void remove(const ShareFigures& figures, double activity);
};

// How the servers of one pool are used at a moment; counts are of real servers.
struct PoolUse {
  PoolWork jobs, services;
  double asleep = 0.0, waking = 0.0;
};

// The replicas of one service on one kind of server.
struct ReplicaLoad {
  std::uint32_t pool = 0;
  ShareFigures figures;  // of all of them
  double activity = 0.0;
  std::uint32_t service = 0;  // index into Scenario::inference
  int replicas = 0;           // of the simulated servers
  double offered_per_s = 0.0;  // requests sent to them
};

class HubServers {
 public:
  HubServers(const Hub& hub, const Platform& platform);

  std::vector<ServerPool> make_pools() const;  // beside figures(), same order
  const std::vector<PoolFigures>& figures() const { return pools_; }
  // The pool of a group of the hub's racks; empty for servers without accelerators.
  std::optional<std::uint32_t> pool_of(std::size_t group) const { return pool_of_group_[group]; }
  const ItLoad& load() const { return load_; }
  // Of the servers' fans, at the power of load(): what warm air adds to it is fan_excess(fan_load(), inlet).
  FanLoad fan_load() const;
  std::vector<PoolUse> uses() const;  // beside figures()
  const std::vector<ReplicaLoad>& replicas() const { return replicas_; }  // as set last
  // What the servers of a pool draw beyond their idle power with so many of them asleep and waking.
  Power beyond_idle(std::uint32_t pool, double asleep, double waking) const;

  // Clock of accelerators of that activity, over the full one.
  double frequency(std::uint32_t pool, double activity) const;
  // Power above idle at that activity and clock, over that at activity 1 and the full clock.
  double power_share(std::uint32_t pool, double activity, double frequency) const;
  ShareFigures figures_of(std::uint32_t pool, const Shares& shares, double activity, double frequency) const;
  ShareFigures figures_of(std::uint32_t pool, const Shares& shares, double activity) const;

  // After the pool has taken, and after it was given back.
  void took(const ServerPool& pool, std::uint32_t index, const Shares& shares, double now_s);
  void gave_back(const ServerPool& pool, std::uint32_t index, const Shares& shares, double now_s);
  // When all servers of the shares, taken now, can work.
  double awake_s(std::uint32_t pool, const Shares& shares, double now_s) const;
  // When a server falls asleep or is awake next, infinity without one; and the changes due up to a date.
  double next_change_s() const;
  void advance(double now_s);

  // A job holds its accelerators from its start, and draws power from when it works.
  void job_started(const ShareFigures& figures);
  void job_works(std::uint32_t pool, const ShareFigures& figures, double activity);
  void job_ended(std::uint32_t pool, const ShareFigures& figures, double activity);
  // What all replicas in the hub do until the next call.
  void set_services(std::span<const ReplicaLoad> replicas);

 private:
  void refresh();
  void idle_changed();

  std::vector<PoolFigures> pools_;
  std::vector<std::optional<std::uint32_t>> pool_of_group_;
  std::vector<std::optional<IdleServers>> idle_;  // by pool, where servers fall asleep
  std::vector<PoolWork> job_work_, service_work_;  // by pool
  std::vector<ReplicaLoad> replicas_;
  ItLoad load_;
  Power all_idle_{};  // with every server awake
  FanLoad all_idle_fans_, idle_fans_, job_fans_, service_fans_;
  std::size_t jobs_ = 0, jobs_at_work_ = 0;
  double job_accelerators_ = 0.0, job_active_ = 0.0;
  double service_accelerators_ = 0.0, service_active_ = 0.0;
};

}  // namespace hubwatt
