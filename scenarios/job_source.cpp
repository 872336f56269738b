#include "scenarios/job_source.hpp"

#include <algorithm>
#include <cmath>

#include "models/units.hpp"

namespace hubwatt {

JobSource::JobSource(const TrainingWorkload& workload, std::uint64_t seed, const Period& period)
    : workload_(workload),
      gone_s_(period.gone / unit::second),
      end_s_((period.gone + period.length) / unit::second),
      arrivals_(seed, "training/" + workload.name + "/arrivals"),
      sizes_(seed, "training/" + workload.name + "/accelerators"),
      durations_(seed, "training/" + workload.name + "/duration"),
      activities_(seed, "training/" + workload.name + "/activity"),
      keeps_(seed, "training/" + workload.name + "/keep") {}

std::optional<Submission> JobSource::next() {
  auto job = next_of_workload();
  while (job && job->submit_s + job->duration_s <= gone_s_ && job->submit_s < gone_s_) job = next_of_workload();
  if (!job) return job;
  job->submit_s -= gone_s_;
  if (job->submit_s >= 0.0) return job;
  job->duration_s += job->submit_s;
  job->deferrable_s = std::max(0.0, job->deferrable_s + job->submit_s);
  job->submit_s = 0.0;
  return job;
}

std::optional<Submission> JobSource::next_of_workload() {
  if (const auto* generated = std::get_if<GeneratedJobs>(&workload_.source)) return next_generated(*generated);
  return next_listed(std::get<ListedJobs>(workload_.source));
}

double JobSource::draw_activity() {
  return std::clamp(sample(workload_.activity, activities_), 0.0, 1.0);
}

std::optional<Submission> JobSource::next_generated(const GeneratedJobs& jobs) {
  if (jobs.arrivals_per_day <= 0.0) return std::nullopt;
  clock_s_ += arrivals_.exponential(86400.0 / jobs.arrivals_per_day);
  if (clock_s_ >= end_s_) return std::nullopt;
  Submission job;
  job.submit_s = clock_s_;
  // A gang has a whole number of accelerators and some duration: draws are rounded, and lifted to 1 and to 1 ms.
  constexpr double most = 4.0e9;
  const double width = std::clamp(std::round(sample(jobs.accelerators, sizes_)), 1.0, most);
  job.accelerators = static_cast<std::uint32_t>(width);
  job.duration_s = std::max(1e-3, sample(jobs.duration, durations_));
  job.activity = draw_activity();
  job.dataset_bytes = workload_.dataset / unit::byte;
  job.deferrable_s = workload_.deferrable / unit::second;
  job.origin = workload_.origin ? static_cast<std::int32_t>(workload_.origin->index) : -1;
  return job;
}

std::optional<Submission> JobSource::next_listed(const ListedJobs& list) {
  const double every = list.repeat_every / unit::second;
  for (;;) {
    const bool turn_over =
        position_ >= list.jobs.size() || (every > 0.0 && list.jobs[position_].submit_s >= every);
    if (turn_over) {
      if (every <= 0.0 || position_ == 0) return std::nullopt;
      repeat_start_s_ += every;
      position_ = 0;
    }
    const JobRecord& record = list.jobs[position_++];
    const double submit = repeat_start_s_ + record.submit_s;
    if (submit >= end_s_) return std::nullopt;
    if (list.keep < 1.0 && keeps_.uniform() >= list.keep) continue;
    Submission job;
    job.submit_s = submit;
    job.duration_s = record.duration_s;
    job.accelerators = record.accelerators;
    job.activity = record.activity >= 0.0 ? record.activity : draw_activity();
    job.dataset_bytes = record.dataset_gb >= 0.0 ? record.dataset_gb * 1e9 : workload_.dataset / unit::byte;
    job.deferrable_s = record.deferrable_s >= 0.0 ? record.deferrable_s : workload_.deferrable / unit::second;
    job.origin = record.origin >= 0         ? record.origin
                 : workload_.origin ? static_cast<std::int32_t>(workload_.origin->index)
                                    : -1;
    return job;
  }
}

}  // namespace hubwatt
