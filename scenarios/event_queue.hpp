// The dates of a run in one heap. Equal dates go by kind (ends before the step's decisions before new work), then
// by the order they were entered, so that a run repeats exactly.
#pragma once

#include <cstdint>
#include <queue>
#include <tuple>
#include <vector>

namespace hubwatt {

enum class EventKind : std::uint8_t {
  completion,  // a running job ends
  servers,     // servers of a hub fall asleep, or have woken
  work,        // a job whose servers had to wake begins to work
  tick,        // weather, tariffs, inference, cooling and supply: the engine's main loop
  release,     // a held job may enter its queue
  checkpoint,  // a running job writes its state
  arrival,     // a workload submits its next job
};

struct Event {
  double date_s = 0.0;
  EventKind kind = EventKind::arrival;
  std::uint64_t order = 0;
  std::uint32_t subject = 0;   // slot of a job, or index of a workload
  std::uint64_t job_id = 0;    // so that a date of a job that is gone is known

  friend bool operator>(const Event& a, const Event& b) {
    if (a.date_s != b.date_s) return a.date_s > b.date_s;  // as a rule; much cheaper than the tuples
    return std::tie(a.kind, a.order) > std::tie(b.kind, b.order);
  }
};

class EventQueue {
 public:
  void push(double date_s, EventKind kind, std::uint32_t subject, std::uint64_t job_id = 0) {
    events_.push({date_s, kind, next_order_++, subject, job_id});
  }
  bool empty() const { return events_.empty(); }
  const Event& top() const { return events_.top(); }
  Event pop() {
    Event first = events_.top();
    events_.pop();
    return first;
  }

 private:
  std::priority_queue<Event, std::vector<Event>, std::greater<>> events_;
  std::uint64_t next_order_ = 0;
};

}  // namespace hubwatt
