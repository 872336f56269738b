// Training jobs from submission to end: placed by the dispatch policy, held and staged, queued, started by the
// schedule policy, at work once their servers are awake, checkpointed, completed. Knows dates and hubs; watts are the sites' business, and the clock is
// whoever calls `handle`.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "platforms/wan.hpp"
#include "policies/host.hpp"
#include "scenarios/event_queue.hpp"
#include "scenarios/fleet.hpp"
#include "scenarios/job_source.hpp"
#include "scenarios/job_statistics.hpp"
#include "scenarios/run_files.hpp"
#include "scenarios/scenario.hpp"
#include "scenarios/site.hpp"

namespace hubwatt {

class JobFlow {
 public:
  // How a started job's end comes about: by default as a date in the event queue.
  using Execution = std::function<void(JobSlot, const Job&)>;
  // Sends data from hub to hub, beginning at the date given; calls back with the date of arrival.
  using Send = std::function<void(HubId from, HubId to, DataSize, double now_s, std::function<void(double)> arrived)>;

  JobFlow(const Scenario& scenario, const Wan& wan, JobTable& jobs, std::vector<Site>& sites, EventQueue& events);

  // The rest of what jobs need, once it exists.
  void connect(Fleet& fleet, Policies& policies, Send send, RunFiles& files);
  void execute_with(Execution execution) { execution_ = std::move(execution); }

  // Enters the first arrival of every workload.
  void begin();
  void handle(const Event& event);
  // Lets the schedule policy look at every hub whose queue or free accelerators changed.
  void schedule(double now_s);
  void capacity_changed(std::size_t hub);
  void started(JobSlot slot, double now_s);
  void complete(JobSlot slot, double now_s);
  // Writes the rows of jobs that have not ended, in the order of their ids.
  void end(double now_s);

  const JobStatistics& statistics() const { return statistics_; }
  Energy energy_at(std::size_t hub) const { return energy_[hub]; }  // of jobs, above idle

 private:
  void submit(std::uint32_t workload, double now_s);
  void place(JobSlot slot, double now_s);
  void fail(JobSlot slot);
  void stage(JobSlot slot, double hold_until_s, double now_s);
  void enqueue(JobSlot slot, double now_s);
  void watch_servers(std::size_t hub);
  void change_servers(std::size_t hub, double now_s);
  void begin_work(JobSlot slot, double now_s);
  void write_checkpoint(const Event& event);
  void record(JobSlot slot, double end_s);
  void mark(std::size_t hub);

  const Scenario& scenario_;
  const Wan& wan_;
  JobTable& jobs_;
  std::vector<Site>& sites_;
  EventQueue& events_;
  Fleet* fleet_ = nullptr;
  Policies* policies_ = nullptr;
  Send send_;
  RunFiles* files_ = nullptr;
  Execution execution_;
  std::vector<JobSource> sources_;
  std::vector<Submission> next_;       // by workload, already in the event queue
  std::vector<std::size_t> changed_;   // hubs to schedule
  std::vector<char> is_changed_;
  std::vector<double> watched_s_;      // by hub, date of the next `servers` event
  std::vector<Energy> energy_;
  JobStatistics statistics_;
};

}  // namespace hubwatt
