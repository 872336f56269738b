// The batch queue of one hub: who waits, who runs until when, what fits, and what a start would do to the job at
// the head. A scheduling policy asks and starts through hw_scheduler; this class answers exactly, on the shapes
// of the servers and not on totals of accelerators.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "policies/abi.h"
#include "scenarios/job.hpp"
#include "scenarios/server_pool.hpp"

namespace hubwatt {

class HubQueue {
 public:
  // Tells the engine that a job now holds its shares. Called from within start_jobs.
  using Started = std::function<void(JobSlot, double now_s)>;
  // When a job that starts now on these servers begins to work, and how long it then runs.
  struct Course {
    double work_s = 0.0;
    double run_s = 0.0;
  };
  using CourseOf = std::function<Course(const Job&, std::uint32_t pool, const Shares&, double now_s)>;

  HubQueue(std::uint32_t hub, JobTable& jobs, std::vector<ServerPool> pools, Started started);

  std::vector<ServerPool>& pools() { return pools_; }
  const std::vector<ServerPool>& pools() const { return pools_; }
  const JobTable& jobs() const { return jobs_; }
  std::uint32_t free_accelerators() const;
  std::size_t waiting() const { return waiting_.size() - first_; }
  std::uint64_t waiting_accelerators() const { return waiting_accelerators_; }
  // Running jobs of a pool in the order of their ends.
  const std::set<std::pair<double, JobSlot>>& running(std::uint32_t pool) const { return running_[pool]; }

  // Servers that are slowed down or have to wake; without it all run at full speed, at once. Policies are shown
  // durations at full speed.
  void follow_course(CourseOf course) { course_ = std::move(course); }

  void enqueue(JobSlot slot, double now_s);
  // Frees what the job held. Its end must be the one it was started with.
  void finish(JobSlot slot);
  // Servers were taken or given back by somebody other than a job (inference replicas).
  void capacity_changed() { reservation_.reset(); }

  // What a policy is shown, and its way back in. Valid until the next call of this object.
  hw_queue view(double now_s);
  hw_scheduler services();
  // Takes the started jobs out of the queue; how many there were.
  std::size_t settle();

 private:
  // The state a pool will be in when `head` can start, if nothing else starts before.
  struct Reservation {
    std::uint64_t head = 0;
    double at_s = 0.0;      // +infinity: never
    std::uint32_t pool = 0;
    std::optional<ServerPool> then;  // at that moment, before the head takes its place
  };

  Course course_of(const Job& job, std::uint32_t pool, const Shares& shares) const {
    return course_ ? course_(job, pool, shares, now_s_) : Course{now_s_, job.duration_s};
  }
  bool fits_now(std::uint32_t position) const;
  bool start(std::uint32_t position);
  const Reservation& reservation_for(std::uint32_t position);
  bool would_delay(std::uint32_t candidate, std::uint32_t head);
  std::optional<std::uint32_t> pool_for(std::uint32_t accelerators) const;
  std::span<const hw_entry> entries() const { return {waiting_.data() + first_, waiting()}; }
  JobSlot& slot_at(std::uint32_t position) { return slots_[first_ + position]; }

  std::uint32_t hub_;
  JobTable& jobs_;
  std::vector<ServerPool> pools_;
  Started started_;
  CourseOf course_;
  std::vector<std::set<std::pair<double, JobSlot>>> running_;  // by pool
  std::vector<hw_entry> waiting_;  // from first_ on
  std::vector<JobSlot> slots_;     // beside waiting_
  std::size_t first_ = 0;
  std::uint64_t waiting_accelerators_ = 0;
  std::vector<std::uint32_t> started_positions_;
  std::optional<Reservation> reservation_;
  double now_s_ = 0.0;
  Shares scratch_;
};

}  // namespace hubwatt
