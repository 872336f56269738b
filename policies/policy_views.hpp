// The C views of abi.h as C++ values with spans, for authors of policies, and the two steps most dispatchers
// share: ranking hubs and filling them in order. A view refers to hubwatt's memory and is good for one call.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include "policies/abi.h"

namespace hubwatt::policy {

struct Fleet {
  explicit Fleet(const hw_fleet& view)
      : now_s(view.now_s),
        hubs(view.hubs, view.hub_count),
        latency_s(view.latency_s, view.latency_s != nullptr ? view.hub_count : 0) {}

  double now_s;
  std::span<const hw_hub> hubs;
  std::span<const double> latency_s;  // empty when there is no origin

  // One-way from the origin; 0 for all hubs when there is none, so that nearest-first is the order of the
  // file.
  double latency_to(std::size_t hub) const { return latency_s.empty() ? 0.0 : latency_s[hub]; }
};

struct Demand {
  Demand(const hw_demand& view, std::uint32_t hub_count)
      : service(view.service),
        origin(view.origin),
        requests_per_s(view.requests_per_s),
        allowed(view.allowed, hub_count),
        capacity_per_s(view.capacity_per_s, hub_count) {}

  std::uint32_t service;
  std::uint32_t origin;
  double requests_per_s;
  std::span<const std::uint8_t> allowed;
  std::span<const double> capacity_per_s;
};

// A hub's queue and what may be done with it; see hw_scheduler.
class Queue {
 public:
  Queue(const hw_queue& view, const hw_scheduler& scheduler)
      : now_s(view.now_s),
        hub(view.hub),
        accelerators_free(view.accelerators_free),
        waiting(view.waiting, view.waiting_count),
        scheduler_(scheduler) {}

  bool fits_now(std::uint32_t position) const {
    return scheduler_.fits_now(scheduler_.context, position) != 0;
  }
  bool start(std::uint32_t position) const { return scheduler_.start(scheduler_.context, position) != 0; }
  double earliest_start(std::uint32_t position) const {
    return scheduler_.earliest_start(scheduler_.context, position);
  }
  bool would_delay(std::uint32_t candidate, std::uint32_t head) const {
    return scheduler_.would_delay(scheduler_.context, candidate, head) != 0;
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(waiting.size()); }

  const double now_s;
  const std::uint32_t hub;
  const std::uint32_t accelerators_free;  // when the call began
  const std::span<const hw_entry> waiting;

 private:
  const hw_scheduler& scheduler_;
};

inline bool wide_enough(const hw_hub& hub, const hw_job& job) {
  return hub.widest_job >= job.accelerators;
}

// Fills `order` with the hubs 0..count-1, lowest cost(hub) first, equal ones in the order of the file. `cost`
// returns anything with operator<, such as a number or a tuple.
template <class Cost>
void rank_hubs(std::vector<std::uint32_t>& order, std::size_t count, Cost cost) {
  order.resize(count);
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&cost](std::uint32_t a, std::uint32_t b) {
    const auto cost_a = cost(a);
    const auto cost_b = cost(b);
    if (cost_a < cost_b) return true;
    if (cost_b < cost_a) return false;
    return a < b;
  });
}

// Sends requests to the allowed hubs in this order, each up to its capacity. What then remains stays
// unserved.
inline void fill_in_order(const Demand& demand, std::span<const std::uint32_t> order,
                          std::span<double> share) {
  double left = demand.requests_per_s;
  for (const std::uint32_t hub : order) {
    if (left <= 0.0) break;
    if (demand.allowed[hub] == 0) continue;
    const double taken = std::clamp(demand.capacity_per_s[hub], 0.0, left);
    share[hub] = taken / demand.requests_per_s;
    left -= taken;
  }
}

}  // namespace hubwatt::policy
