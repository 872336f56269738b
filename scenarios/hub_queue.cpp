#include "scenarios/hub_queue.hpp"

#include <algorithm>
#include <limits>

#include "models/contract.hpp"

namespace hubwatt {

HubQueue::HubQueue(std::uint32_t hub, JobTable& jobs, std::vector<ServerPool> pools, Started started)
    : hub_(hub), jobs_(jobs), pools_(std::move(pools)), started_(std::move(started)), running_(pools_.size()) {}

std::uint32_t HubQueue::free_accelerators() const {
  std::uint32_t sum = 0;
  for (const ServerPool& pool : pools_) sum += pool.free_accelerators();
  return sum;
}

void HubQueue::enqueue(JobSlot slot, double now_s) {
  Job& job = jobs_[slot];
  job.state = JobState::waiting;
  job.queued_s = now_s;
  waiting_.push_back({job.id, job.accelerators, job.duration_s, now_s});
  slots_.push_back(slot);
  waiting_accelerators_ += job.accelerators;
}

void HubQueue::finish(JobSlot slot) {
  const Job& job = jobs_[slot];
  const auto gone = running_[job.pool].erase({job.end_s, slot});
  HUBWATT_ENSURES(gone == 1);
  pools_[job.pool].give_back(job.shares);
}

hw_queue HubQueue::view(double now_s) {
  now_s_ = now_s;
  if (reservation_ && reservation_->at_s < now_s) reservation_.reset();
  return {now_s, hub_, free_accelerators(), static_cast<std::uint32_t>(waiting()), entries().data()};
}

hw_scheduler HubQueue::services() {
  return {this,
          [](void* c, std::uint32_t p) -> std::int32_t { return static_cast<HubQueue*>(c)->fits_now(p) ? 1 : 0; },
          [](void* c, std::uint32_t p) -> std::int32_t { return static_cast<HubQueue*>(c)->start(p) ? 1 : 0; },
          [](void* c, std::uint32_t p) -> double { return static_cast<HubQueue*>(c)->reservation_for(p).at_s; },
          [](void* c, std::uint32_t p, std::uint32_t head) -> std::int32_t {
            return static_cast<HubQueue*>(c)->would_delay(p, head) ? 1 : 0;
          }};
}

std::optional<std::uint32_t> HubQueue::pool_for(std::uint32_t accelerators) const {
  for (std::uint32_t pool = 0; pool < pools_.size(); ++pool)
    if (pools_[pool].fits(accelerators)) return pool;
  return std::nullopt;
}

bool HubQueue::fits_now(std::uint32_t position) const {
  return pool_for(entries()[position].accelerators).has_value();
}

bool HubQueue::start(std::uint32_t position) {
  const auto pool = pool_for(entries()[position].accelerators);
  if (!pool) return false;
  const JobSlot slot = slot_at(position);
  Job& job = jobs_[slot];
  job.pool = *pool;
  pools_[*pool].find(job.accelerators, job.shares);
  pools_[*pool].take(job.shares);
  job.state = JobState::running;
  job.start_s = now_s_;
  const Course course = course_of(job, *pool, job.shares);
  job.work_s = course.work_s;
  job.run_s = course.run_s;
  job.end_s = course.work_s + course.run_s;
  running_[*pool].insert({job.end_s, slot});
  if (reservation_ && reservation_->pool == *pool && reservation_->then && job.end_s > reservation_->at_s)
    reservation_->then->take(job.shares);
  if (reservation_ && reservation_->head == job.id) reservation_.reset();
  started_positions_.push_back(position);
  waiting_accelerators_ -= job.accelerators;
  started_(slot, now_s_);
  return true;
}

// Lets the pool's jobs end, one after the other, until the head fits. Kept while the head stays the same: jobs
// that end as expected are in it already, and start() adds those that will still run then.
const HubQueue::Reservation& HubQueue::reservation_for(std::uint32_t position) {
  const hw_entry& head = entries()[position];
  if (reservation_ && reservation_->head == head.id) return *reservation_;
  Reservation best{head.id, std::numeric_limits<double>::infinity(), 0, std::nullopt};
  for (std::uint32_t p = 0; p < pools_.size(); ++p) {
    if (head.accelerators > pools_[p].servers() * pools_[p].accelerators_per_server()) continue;
    ServerPool then = pools_[p];
    double at = now_s_;
    auto next = running_[p].begin();
    while (!then.fits(head.accelerators) && next != running_[p].end()) {
      at = next->first;
      for (; next != running_[p].end() && next->first <= at; ++next) then.give_back(jobs_[next->second].shares);
    }
    if (then.fits(head.accelerators) && at < best.at_s) {
      best.at_s = at;
      best.pool = p;
      best.then = std::move(then);
    }
  }
  reservation_ = std::move(best);
  return *reservation_;
}

bool HubQueue::would_delay(std::uint32_t candidate, std::uint32_t head) {
  const hw_entry& entry = entries()[candidate];
  const auto pool = pool_for(entry.accelerators);
  if (!pool) return true;
  const Reservation& reserved = reservation_for(head);
  if (!reserved.then || *pool != reserved.pool) return false;
  if (!course_ && now_s_ + entry.duration_s <= reserved.at_s) return false;
  pools_[*pool].find(entry.accelerators, scratch_);
  const Course course = course_of(jobs_[slot_at(candidate)], *pool, scratch_);
  if (course_ && course.work_s + course.run_s <= reserved.at_s) return false;
  ServerPool& then = *reservation_->then;
  for (const ServerShare& share : scratch_)
    if (then.free_on(share.server) < share.accelerators) return true;
  then.take(scratch_);
  const bool still_fits = then.fits(entries()[head].accelerators);
  then.give_back(scratch_);
  return !still_fits;
}

std::size_t HubQueue::settle() {
  const std::size_t count = started_positions_.size();
  std::sort(started_positions_.begin(), started_positions_.end());
  // Entries before a started one move one place towards it: starts are near the front, queues are long.
  for (std::size_t i = 0; i < count; ++i) {
    const auto from = static_cast<std::ptrdiff_t>(first_);
    const auto to = static_cast<std::ptrdiff_t>(first_ + started_positions_[i] - i);
    std::move_backward(waiting_.begin() + from, waiting_.begin() + to, waiting_.begin() + to + 1);
    std::move_backward(slots_.begin() + from, slots_.begin() + to, slots_.begin() + to + 1);
    ++first_;
  }
  started_positions_.clear();
  if (first_ > 64 && first_ > waiting_.size() / 2) {
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(first_));
    slots_.erase(slots_.begin(), slots_.begin() + static_cast<std::ptrdiff_t>(first_));
    first_ = 0;
  }
  return count;
}

}  // namespace hubwatt
