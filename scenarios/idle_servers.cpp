#include "scenarios/idle_servers.hpp"

#include <algorithm>
#include <limits>

#include "models/contract.hpp"
#include "models/units.hpp"

namespace hubwatt {

IdleServers::IdleServers(IdleRule rule, std::vector<std::uint32_t> represents)
    : rule_(std::move(rule)),
      wake_s_(rule_.state.wake_time / unit::second),
      represents_(std::move(represents)),
      servers_(represents_.size()) {
  HUBWATT_EXPECTS(wake_s_ > 0.0 && rule_.after_s > 0.0);
  for (std::uint32_t server = 0; server < servers_.size(); ++server) fall_at(server, rule_.after_s);
}

void IdleServers::fall_at(std::uint32_t server, double date_s) {
  servers_[server].due_s = date_s;
  falling_.insert({date_s, server});
}

double IdleServers::awake_s(std::uint32_t server, double now_s) const {
  switch (servers_[server].state) {
    case State::awake:
      return now_s;
    case State::asleep:
      return now_s + wake_s_;
    case State::waking:
      return std::max(now_s, servers_[server].due_s);
  }
  HUBWATT_EXPECTS(false);
  return now_s;
}

void IdleServers::take(std::uint32_t server, double now_s) {
  Server& of = servers_[server];
  HUBWATT_EXPECTS(!of.has_work);
  of.has_work = true;
  if (of.state == State::awake) {
    falling_.erase({of.due_s, server});
  } else if (of.state == State::asleep) {
    of.state = State::waking;
    of.due_s = now_s + wake_s_;
    rising_.insert({of.due_s, server});
    asleep_ -= represents_[server];
    waking_ += represents_[server];
  }
}

void IdleServers::release(std::uint32_t server, double now_s) {
  Server& of = servers_[server];
  HUBWATT_EXPECTS(of.has_work);
  of.has_work = false;
  if (of.state == State::awake) fall_at(server, now_s + rule_.after_s);
}

double IdleServers::next_change_s() const {
  constexpr double never = std::numeric_limits<double>::infinity();
  return std::min(falling_.empty() ? never : falling_.begin()->first,
                  rising_.empty() ? never : rising_.begin()->first);
}

void IdleServers::advance(double now_s) {
  while (!rising_.empty() && rising_.begin()->first <= now_s) {
    const auto [date_s, server] = *rising_.begin();
    rising_.erase(rising_.begin());
    waking_ -= represents_[server];
    servers_[server].state = State::awake;
    if (!servers_[server].has_work) fall_at(server, date_s + rule_.after_s);
  }
  while (!falling_.empty() && falling_.begin()->first <= now_s) {
    const std::uint32_t server = falling_.begin()->second;
    falling_.erase(falling_.begin());
    asleep_ += represents_[server];
    servers_[server].state = State::asleep;
  }
}

Power IdleServers::beyond_idle(Power idle_power, double asleep, double waking) const {
  return asleep * (rule_.state.power - idle_power) + waking * (rule_.state.wake_power() - idle_power);
}

}  // namespace hubwatt
