#include "scenarios/job_flow.hpp"

#include <algorithm>
#include <limits>

#include "models/contract.hpp"
#include "models/units.hpp"

namespace hubwatt {

namespace {
constexpr double never = std::numeric_limits<double>::infinity();
}

JobFlow::JobFlow(const Scenario& scenario, const Wan& wan, JobTable& jobs, std::vector<Site>& sites, EventQueue& events)
    : scenario_(scenario),
      wan_(wan),
      jobs_(jobs),
      sites_(sites),
      events_(events),
      next_(scenario.training.size()),
      is_changed_(scenario.platform.hubs.size(), 0),
      energy_(scenario.platform.hubs.size()) {
  for (const TrainingWorkload& workload : scenario.training)
    sources_.emplace_back(workload, scenario.seed, scenario.period);
  watched_s_.assign(sites.size(), never);
  for (Site& site : sites_) {
    const auto& pools = site.servers.figures();
    if (site.servers.next_change_s() == never &&
        std::all_of(pools.begin(), pools.end(), [](const PoolFigures& pool) { return pool.plain(); }))
      continue;
    site.queue.follow_course([this, &site](const Job& job, std::uint32_t pool, const Shares& shares, double now_s) {
      const double clock = site.servers.frequency(pool, job.activity);
      const double speed = speed_at(clock, scenario_.training[job.workload].clock_bound);
      return HubQueue::Course{site.servers.awake_s(pool, shares, now_s), job.duration_s / speed};
    });
  }
  execution_ = [this](JobSlot slot, const Job& job) {
    events_.push(job.end_s, EventKind::completion, slot, job.id);
  };
}

void JobFlow::connect(Fleet& fleet, Policies& policies, Send send, RunFiles& files) {
  fleet_ = &fleet, policies_ = &policies, send_ = std::move(send), files_ = &files;
}

void JobFlow::begin() {
  for (std::size_t hub = 0; hub < sites_.size(); ++hub) watch_servers(hub);
  for (std::uint32_t w = 0; w < sources_.size(); ++w) {
    const auto first = sources_[w].next();
    if (!first) continue;
    next_[w] = *first;
    events_.push(first->submit_s, EventKind::arrival, w);
  }
}

void JobFlow::handle(const Event& event) {
  switch (event.kind) {
    case EventKind::completion: return complete(event.subject, event.date_s);
    case EventKind::servers: return change_servers(event.subject, event.date_s);
    case EventKind::work: return begin_work(event.subject, event.date_s);
    case EventKind::release: return enqueue(event.subject, event.date_s);
    case EventKind::checkpoint: return write_checkpoint(event);
    case EventKind::arrival: return submit(event.subject, event.date_s);
    case EventKind::tick: HUBWATT_EXPECTS(event.kind != EventKind::tick);
  }
}

void JobFlow::submit(std::uint32_t workload, double now_s) {
  const Submission submission = next_[workload];
  if (const auto following = sources_[workload].next()) {
    next_[workload] = *following;
    events_.push(following->submit_s, EventKind::arrival, workload);
  }
  const JobSlot slot = jobs_.add();
  Job& job = jobs_[slot];
  job.id = ++statistics_.submitted;
  job.workload = workload;
  job.origin = submission.origin;
  job.accelerators = submission.accelerators;
  job.activity = submission.activity;
  job.duration_s = submission.duration_s;
  job.dataset_bytes = submission.dataset_bytes;
  job.deferrable_s = submission.deferrable_s;
  job.submit_s = submission.submit_s;
  const TrainingWorkload& of = scenario_.training[workload];
  if (of.data_hub) {
    job.data_hub = static_cast<std::int32_t>(of.data_hub->index);
  } else if (job.origin >= 0) {
    job.data_hub = static_cast<std::int32_t>(wan_.nearest_hub(OriginId{static_cast<std::size_t>(job.origin)}).index);
  }
  place(slot, now_s);
}

void JobFlow::place(JobSlot slot, double now_s) {
  Job& job = jobs_[slot];
  if (job.accelerators > fleet_->widest_job()) return fail(slot);
  const hw_job question{job.id,
                        job.accelerators,
                        job.duration_s,
                        job.activity,
                        job.submit_s,
                        job.submit_s + job.deferrable_s,
                        job.dataset_bytes,
                        job.data_hub};
  const hw_placement answer = policies_->dispatch.place(question, fleet_->view(now_s, job.origin));
  job.hub = static_cast<std::int32_t>(answer.hub);
  fleet_->on_the_way(answer.hub, job.accelerators);
  stage(slot, answer.hold_until_s, now_s);
}

// A draw of an open-ended distribution may be wider than any hub; the reader refuses what is known beforehand.
void JobFlow::fail(JobSlot slot) {
  jobs_[slot].state = JobState::failed;
  ++statistics_.failed;
  files_->job(jobs_[slot], Energy{});
  jobs_.remove(slot);
}

// Data travel while the job is held: it enters its queue when both are over.
void JobFlow::stage(JobSlot slot, double hold_until_s, double now_s) {
  Job& job = jobs_[slot];
  const bool moves = job.dataset_bytes > 0.0 && job.data_hub >= 0 && job.data_hub != job.hub;
  const auto release_at = [this](JobSlot s, double date_s, double now) {
    if (date_s > now) {
      jobs_[s].state = JobState::held;
      events_.push(date_s, EventKind::release, s, jobs_[s].id);
    } else {
      enqueue(s, now);
    }
  };
  if (!moves) return release_at(slot, hold_until_s, now_s);
  job.state = JobState::staging;
  job.staging_start_s = now_s;
  send_(HubId{static_cast<std::size_t>(job.data_hub)}, HubId{static_cast<std::size_t>(job.hub)},
        job.dataset_bytes * unit::byte, now_s, [this, slot, hold_until_s, release_at](double arrived_s) {
          jobs_[slot].staging_end_s = arrived_s;
          release_at(slot, hold_until_s, arrived_s);
          schedule(arrived_s);
        });
}

void JobFlow::enqueue(JobSlot slot, double now_s) {
  Job& job = jobs_[slot];
  const auto hub = static_cast<std::size_t>(job.hub);
  fleet_->on_the_way(hub, -static_cast<std::int64_t>(job.accelerators));
  sites_[hub].queue.enqueue(slot, now_s);
  mark(hub);
}

void JobFlow::mark(std::size_t hub) {
  if (is_changed_[hub] != 0) return;
  is_changed_[hub] = 1;
  changed_.push_back(hub);
}

void JobFlow::schedule(double now_s) {
  for (std::size_t i = 0; i < changed_.size(); ++i) {
    Site& site = sites_[changed_[i]];
    is_changed_[changed_[i]] = 0;
    if (site.queue.waiting() == 0 || site.queue.free_accelerators() == 0) continue;
    site.account(now_s);
    policies_->schedule.start_jobs(site.queue.view(now_s), site.queue.services());
    site.queue.settle();
    watch_servers(site.index());
  }
  changed_.clear();
}

// Enters the date at which servers of a hub fall asleep or have woken next, unless an earlier one is entered.
void JobFlow::watch_servers(std::size_t hub) {
  const double next_s = sites_[hub].servers.next_change_s();
  if (next_s >= watched_s_[hub]) return;
  watched_s_[hub] = next_s;
  events_.push(next_s, EventKind::servers, static_cast<std::uint32_t>(hub));
}

void JobFlow::change_servers(std::size_t hub, double now_s) {
  sites_[hub].account(now_s);
  sites_[hub].servers.advance(now_s);
  if (now_s >= watched_s_[hub]) watched_s_[hub] = never;
  watch_servers(hub);
}

void JobFlow::begin_work(JobSlot slot, double now_s) {
  const Job& job = jobs_[slot];
  Site& site = sites_[static_cast<std::size_t>(job.hub)];
  site.account(now_s);
  site.servers.job_works(job.pool, site.servers.figures_of(job.pool, job.shares, job.activity), job.activity);
}

void JobFlow::capacity_changed(std::size_t hub) {
  mark(hub);
  watch_servers(hub);
}

void JobFlow::started(JobSlot slot, double now_s) {
  const Job& job = jobs_[slot];
  Site& site = sites_[static_cast<std::size_t>(job.hub)];
  site.servers.took(site.queue.pools()[job.pool], job.pool, job.shares, now_s);
  const ShareFigures figures = site.servers.figures_of(job.pool, job.shares, job.activity);
  site.servers.job_started(figures);
  if (job.work_s > now_s) events_.push(job.work_s, EventKind::work, slot, job.id);
  else site.servers.job_works(job.pool, figures, job.activity);
  ++statistics_.started;
  statistics_.wait_s += job.start_s - job.submit_s;
  statistics_.waits.add(job.start_s - job.submit_s, 1.0);
  const auto& checkpoint = scenario_.training[job.workload].checkpoint;
  if (checkpoint && job.data_hub >= 0 && job.data_hub != job.hub && job.duration_s > checkpoint->every / unit::second)
    events_.push(now_s + checkpoint->every / unit::second, EventKind::checkpoint, slot, job.id);
  execution_(slot, job);
}

// The state of a running job is copied to where its data came from; the job goes on meanwhile.
void JobFlow::write_checkpoint(const Event& event) {
  const Job& job = jobs_[event.subject];
  if (job.id != event.job_id || job.state != JobState::running) return;
  const Checkpoint& checkpoint = *scenario_.training[job.workload].checkpoint;
  send_(HubId{static_cast<std::size_t>(job.hub)}, HubId{static_cast<std::size_t>(job.data_hub)}, checkpoint.size,
        event.date_s, [](double) {});
  const double following = event.date_s + checkpoint.every / unit::second;
  if (following < job.end_s) events_.push(following, EventKind::checkpoint, event.subject, job.id);
}

void JobFlow::record(JobSlot slot, double end_s) {
  const Job& job = jobs_[slot];
  const auto hub = static_cast<std::size_t>(job.hub);
  const ShareFigures figures = sites_[hub].servers.figures_of(job.pool, job.shares, job.activity);
  const Duration held = (end_s - job.start_s) * unit::second;
  const Duration worked = std::max(0.0, end_s - job.work_s) * unit::second;
  const Energy energy = figures.above_idle * worked;
  statistics_.accelerator_time += figures.accelerators * held;
  statistics_.energy += energy;
  energy_[hub] += energy;
  files_->job(job, energy);
}

void JobFlow::complete(JobSlot slot, double now_s) {
  Job& job = jobs_[slot];
  const auto hub = static_cast<std::size_t>(job.hub);
  Site& site = sites_[hub];
  site.account(now_s);
  site.servers.job_ended(job.pool, site.servers.figures_of(job.pool, job.shares, job.activity), job.activity);
  site.queue.finish(slot);
  site.servers.gave_back(site.queue.pools()[job.pool], job.pool, job.shares, now_s);
  watch_servers(hub);
  job.state = JobState::completed;
  job.end_s = now_s;
  ++statistics_.completed;
  statistics_.slowdown += (now_s - job.submit_s) / job.duration_s;
  record(slot, now_s);
  jobs_.remove(slot);
  mark(hub);
}

void JobFlow::end(double now_s) {
  std::vector<JobSlot> open;
  for (JobSlot slot = 0; slot < jobs_.slots(); ++slot)
    if (jobs_[slot].id != 0) open.push_back(slot);
  std::sort(open.begin(), open.end(), [this](JobSlot a, JobSlot b) { return jobs_[a].id < jobs_[b].id; });
  for (const JobSlot slot : open) {
    const bool running = jobs_[slot].state == JobState::running;
    ++(running ? statistics_.running : statistics_.waiting);
    if (running) record(slot, now_s);
    else files_->job(jobs_[slot], Energy{});
  }
}

}  // namespace hubwatt
