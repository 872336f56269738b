#include "policies/trial_scheduler.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace hubwatt {

TrialScheduler::TrialScheduler(double now_s, std::uint32_t free, std::vector<Running> running,
                               std::vector<hw_entry> waiting)
    : now_s_(now_s), free_(free), running_(std::move(running)), waiting_(std::move(waiting)) {}

hw_queue TrialScheduler::queue() const {
  return {now_s_, 0, free_, static_cast<std::uint32_t>(waiting_.size()), waiting_.data()};
}

hw_scheduler TrialScheduler::functions() {
  return {this,
          [](void* context, std::uint32_t position) -> std::int32_t {
            return static_cast<TrialScheduler*>(context)->fits_now(position) ? 1 : 0;
          },
          [](void* context, std::uint32_t position) -> std::int32_t {
            auto& scheduler = *static_cast<TrialScheduler*>(context);
            if (!scheduler.fits_now(position)) return 0;
            scheduler.start(position);
            return 1;
          },
          [](void* context, std::uint32_t position) {
            return static_cast<TrialScheduler*>(context)->earliest_start(position);
          },
          [](void* context, std::uint32_t candidate, std::uint32_t head) -> std::int32_t {
            return static_cast<TrialScheduler*>(context)->would_delay(candidate, head) ? 1 : 0;
          }};
}

void TrialScheduler::start(std::uint32_t position) {
  const hw_entry& job = waiting_[position];
  free_ -= job.accelerators;
  running_.push_back({now_s_ + job.duration_s, job.accelerators});
  started_.push_back(position);
}

double TrialScheduler::earliest_start(std::uint32_t position) const {
  std::vector<Running> ends = running_;
  std::sort(ends.begin(), ends.end(), [](const Running& a, const Running& b) { return a.end_s < b.end_s; });
  std::uint32_t free = free_;
  if (free >= waiting_[position].accelerators) return now_s_;
  for (const Running& job : ends) {
    free += job.accelerators;
    if (free >= waiting_[position].accelerators) return job.end_s;
  }
  return std::numeric_limits<double>::infinity();
}

bool TrialScheduler::would_delay(std::uint32_t candidate, std::uint32_t head) const {
  TrialScheduler after = *this;
  after.start(candidate);
  return after.earliest_start(head) > earliest_start(head);
}

}  // namespace hubwatt
