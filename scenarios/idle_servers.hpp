// The servers of one pool that fall asleep without work: who is awake, who sleeps, who is waking, and when the next of
// them changes. A server that has had no work for as long as the rule says sleeps from that moment on; taken, it
// wakes, and is awake once its wake time is over, even if it was given back meanwhile. Pure bookkeeping.
#pragma once

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "models/idle_state.hpp"

namespace hubwatt {

struct IdleRule {
  IdleState state;
  double after_s = 0.0;  // without work
};

class IdleServers {
 public:
  // `represents`: real servers each simulated one stands for. All are awake and without work since 0.
  IdleServers(IdleRule rule, std::vector<std::uint32_t> represents);

  // When a server taken at `now_s` can work.
  double awake_s(std::uint32_t server, double now_s) const;
  // It got its first work, or lost its last.
  void take(std::uint32_t server, double now_s);
  void release(std::uint32_t server, double now_s);

  // The date of the next change, infinity without one; and everything due up to a date.
  double next_change_s() const;
  void advance(double now_s);

  // Beyond their idle power, of all real servers of the pool: below zero while more sleep than wake.
  Power beyond_idle(Power idle_power) const { return beyond_idle(idle_power, asleep(), waking()); }
  // The same with so many of them asleep and waking.
  Power beyond_idle(Power idle_power, double asleep, double waking) const;
  double asleep() const { return static_cast<double>(asleep_); }
  double waking() const { return static_cast<double>(waking_); }

 private:
  enum class State : std::uint8_t { awake, asleep, waking };
  struct Server {
    State state = State::awake;
    double due_s = 0.0;  // of its entry in falling_ or in rising_
    bool has_work = false;
  };
  using Dates = std::set<std::pair<double, std::uint32_t>>;

  void fall_at(std::uint32_t server, double date_s);

  IdleRule rule_;
  double wake_s_;
  std::vector<std::uint32_t> represents_;
  std::vector<Server> servers_;
  Dates falling_, rising_;  // awake and without work; waking
  std::uint64_t asleep_ = 0, waking_ = 0;
};

}  // namespace hubwatt
