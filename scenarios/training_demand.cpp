#include "scenarios/training_demand.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "models/units.hpp"
#include "scenarios/projection/quantile.hpp"

namespace hubwatt {

namespace {

struct Draw {
  double value, probability;
};

// Activities move power and speed smoothly; run times are cut off and have long tails.
constexpr int activity_parts = 50, other_parts = 2000;

std::vector<Draw> draws_of(const Distribution& distribution, double low, double high, int most) {
  std::vector<Draw> out;
  if (const auto* choice = std::get_if<Choice>(&distribution)) {
    const double all = std::accumulate(choice->weights.begin(), choice->weights.end(), 0.0);
    for (std::size_t i = 0; i < choice->values.size(); ++i)
      out.push_back({choice->values[i], choice->weights[i] / all});
  } else {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    const int parts = std::holds_alternative<Constant>(distribution) ? 1 : most;
    const Quantile quantile({"", distribution, -infinite, infinite});
    for (int i = 0; i < parts; ++i) out.push_back({quantile((i + 0.5) / parts), 1.0 / parts});
  }
  for (Draw& draw : out) draw.value = std::clamp(draw.value, low, high);
  return out;
}

// Seconds at work within the run.
class RunTime {
 public:
  explicit RunTime(const Period& period)
      : gone_s_(period.gone / unit::second), end_s_((period.gone + period.length) / unit::second) {}

  double end_s() const { return end_s_; }
  double of_job(double submit_s, double run_s) const {
    return std::max(0.0, std::min(end_s_, submit_s + run_s) - std::max(gone_s_, submit_s));
  }
  // Of jobs that come once a second.
  double of_stream(double run_s) const { return until(end_s_, run_s) - until(gone_s_, run_s); }

 private:
  static double until(double end_s, double run_s) {
    return run_s < end_s ? run_s * (end_s - 0.5 * run_s) : 0.5 * end_s * end_s;
  }

  double gone_s_, end_s_;
};

// What work of an activity is on servers of a pool.
struct OnServers {
  double activity, speed, power;
};

OnServers on_servers(const HubServers& servers, std::uint32_t pool, double activity, double clock_bound) {
  const double clock = servers.frequency(pool, activity);
  return {activity, speed_at(clock, clock_bound), servers.power_share(pool, activity, clock)};
}

void add(TrainingDemand& sum, const OnServers& on, double accelerator_s) {
  sum.accelerators += accelerator_s;
  sum.active += accelerator_s * on.activity;
  sum.power += accelerator_s * on.power;
}

// Accelerators times seconds of a job of a list, over all turns of the list.
double listed_time(const ListedJobs& list, const JobRecord& job, const RunTime& run, double speed) {
  const double every = list.repeat_every / unit::second;
  if (every > 0.0 && job.submit_s >= every) return 0.0;
  double time_s = 0.0;
  for (double turn_s = 0.0; turn_s + job.submit_s < run.end_s(); turn_s += every) {
    time_s += run.of_job(turn_s + job.submit_s, job.duration_s / speed);
    if (every <= 0.0) break;
  }
  return list.keep * job.accelerators * time_s;
}

void add_listed(TrainingDemand& sum, const ListedJobs& list, const TrainingWorkload& workload,
                const RunTime& run, const HubServers& servers, std::uint32_t pool) {
  // Jobs that have the activity of the workload.
  const auto usual_at = [&](double speed) {
    double time_s = 0.0;
    for (const JobRecord& job : list.jobs)
      if (job.activity < 0.0) time_s += listed_time(list, job, run, speed);
    return time_s;
  };
  double speed = 1.0, usual_s = usual_at(speed);
  for (const Draw& activity : draws_of(workload.activity, 0.0, 1.0, activity_parts)) {
    const OnServers on = on_servers(servers, pool, activity.value, workload.clock_bound);
    if (on.speed != speed) speed = on.speed, usual_s = usual_at(speed);
    add(sum, on, activity.probability * usual_s);
  }
  for (const JobRecord& job : list.jobs) {
    if (job.activity < 0.0) continue;
    const OnServers on = on_servers(servers, pool, job.activity, workload.clock_bound);
    add(sum, on, listed_time(list, job, run, on.speed));
  }
}

void add_generated(TrainingDemand& sum, const GeneratedJobs& jobs, const TrainingWorkload& workload,
                   const RunTime& run, const HubServers& servers, std::uint32_t pool) {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  double width = 0.0;
  for (const Draw& draw : draws_of(jobs.accelerators, 1.0, infinite, other_parts))
    width += draw.probability * std::round(draw.value);
  const std::vector<Draw> durations = draws_of(jobs.duration, 1e-3, infinite, other_parts);
  const auto time_at = [&](double speed) {
    double time_s = 0.0;
    for (const Draw& duration : durations)
      time_s += duration.probability * run.of_stream(duration.value / speed);
    return time_s;
  };
  const double rate_per_s = jobs.arrivals_per_day / (unit::day / unit::second);
  double speed = 1.0, time_s = time_at(speed);
  for (const Draw& activity : draws_of(workload.activity, 0.0, 1.0, activity_parts)) {
    const OnServers on = on_servers(servers, pool, activity.value, workload.clock_bound);
    if (on.speed != speed) speed = on.speed, time_s = time_at(speed);
    add(sum, on, activity.probability * rate_per_s * width * time_s);
  }
}

}  // namespace

TrainingDemand training_demand(const TrainingWorkload& workload, const Period& period,
                               const HubServers& servers, std::uint32_t pool) {
  TrainingDemand sum;
  const RunTime run(period);
  if (const auto* jobs = std::get_if<GeneratedJobs>(&workload.source))
    add_generated(sum, *jobs, workload, run, servers, pool);
  else
    add_listed(sum, std::get<ListedJobs>(workload.source), workload, run, servers, pool);
  return sum;
}

}  // namespace hubwatt
