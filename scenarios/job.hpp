// A training job on its way through a run: submitted, placed, perhaps held, staged, waiting, running, ended.
// Times are seconds since the start of the run; a negative time has not happened.
#pragma once

#include <cstdint>
#include <vector>

#include "scenarios/server_pool.hpp"

namespace hubwatt {

enum class JobState : std::uint8_t { held, staging, waiting, running, completed, failed };

struct Job {
  std::uint64_t id = 0;        // 1, 2, ... in the order of submission
  std::uint32_t workload = 0;  // index into Scenario::training
  std::int32_t origin = -1;    // index into Platform::origins
  std::int32_t hub = -1;       // index into Platform::hubs
  std::int32_t data_hub = -1;
  std::uint32_t pool = 0;      // of the hub
  std::uint32_t accelerators = 0;
  double activity = 0.0;
  double duration_s = 0.0;     // at full speed
  double dataset_bytes = 0.0;
  double deferrable_s = 0.0;
  double submit_s = -1.0;
  double staging_start_s = -1.0, staging_end_s = -1.0;
  double queued_s = -1.0;
  double start_s = -1.0, end_s = -1.0;
  double work_s = -1.0;        // when its servers are awake: start_s, as a rule
  double run_s = 0.0;          // from then to its end, at the clock its servers run at
  JobState state = JobState::held;
  Shares shares;

  double staging_s() const { return staging_end_s >= 0.0 ? staging_end_s - staging_start_s : 0.0; }
};

using JobSlot = std::uint32_t;

// Jobs that are under way, in slots that are used again: memory follows the jobs in the system, not the run.
class JobTable {
 public:
  JobSlot add() {
    if (free_.empty()) {
      jobs_.emplace_back();
      return static_cast<JobSlot>(jobs_.size() - 1);
    }
    const JobSlot slot = free_.back();
    free_.pop_back();
    Shares shares = std::move(jobs_[slot].shares);  // keeps its capacity
    shares.clear();
    jobs_[slot] = Job{};
    jobs_[slot].shares = std::move(shares);
    return slot;
  }
  void remove(JobSlot slot) {
    jobs_[slot].id = 0;
    free_.push_back(slot);
  }
  Job& operator[](JobSlot slot) { return jobs_[slot]; }
  const Job& operator[](JobSlot slot) const { return jobs_[slot]; }
  // Slots that may be in use; a job whose id is 0 is not.
  JobSlot slots() const { return static_cast<JobSlot>(jobs_.size()); }

 private:
  std::vector<Job> jobs_;
  std::vector<JobSlot> free_;
};

}  // namespace hubwatt
