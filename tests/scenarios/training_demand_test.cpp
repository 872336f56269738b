// What a workload asks for in the mean, against closed forms and against the jobs that are drawn.
#include "scenarios/training_demand.hpp"

#include <algorithm>
#include <cmath>

#include "models/units.hpp"
#include "scenarios/job_source.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

constexpr double day_s = 86400.0;

// Servers at their full clock, then the same at a lower one; power follows activity in a straight line.
Platform platform_of() {
  Platform platform;
  ServerType type;
  type.power = {.idle = 2.0 * unit::kW, .peak = 10.0 * unit::kW, .accelerators = 8};
  type.frequency = Frequency{2.0, 0.5, {}};
  platform.servers = {type};
  Hub hub;
  hub.racks = {{.server = ServerTypeId{0}, .racks = 1, .servers_per_rack = 4},
               {.server = ServerTypeId{0}, .racks = 1, .servers_per_rack = 4, .frequency = 0.8}};
  platform.hubs = {hub};
  return platform;
}

TrainingWorkload drawn(double arrivals_per_day, Distribution width, Distribution duration,
                       Distribution activity) {
  TrainingWorkload workload;
  workload.name = "drawn";
  workload.source = GeneratedJobs{arrivals_per_day, std::move(width), std::move(duration)};
  workload.activity = std::move(activity);
  return workload;
}

TrainingDemand demand(const TrainingWorkload& workload, const Period& period, std::uint32_t pool = 0) {
  const Platform platform = platform_of();
  return training_demand(workload, period, HubServers(platform.hubs[0], platform), pool);
}

Period run_of(double days, double gone_days = 0.0) {
  Period period;
  period.length = days * unit::day, period.gone = gone_days * unit::day;
  return period;
}

// The same of the jobs of one seed.
double of_jobs(const TrainingWorkload& workload, const Period& period, std::uint64_t seed) {
  JobSource source(workload, seed, period);
  const double end_s = period.length / unit::second;
  double sum = 0.0;
  while (const auto job = source.next())
    sum +=
        job->accelerators * std::max(0.0, std::min(end_s, job->submit_s + job->duration_s) - job->submit_s);
  return sum;
}

}  // namespace

TEST_CASE("jobs of one kind hold arrivals times accelerators times duration, less what the end cuts off") {
  const TrainingDemand asked =
      demand(drawn(24.0, Constant{16.0}, Constant{7200.0}, Constant{0.5}), run_of(10.0));
  const double jobs_s = 240.0 * 16.0 * 7200.0, cut_off = 16.0 * 7200.0 * 7200.0 / 2.0 * 24.0 / day_s;
  CHECK(asked.accelerators == Approx(jobs_s - cut_off).epsilon(1e-12));
  CHECK(asked.active == Approx(0.5 * asked.accelerators).epsilon(1e-12));
  CHECK(asked.power == Approx(0.5 * asked.accelerators).epsilon(1e-12));
}

TEST_CASE("durations of an exponential law fill a run as the queue of infinitely many servers says") {
  const double mean_s = 0.3 * day_s, run_s = 2.0 * day_s;
  const TrainingDemand asked =
      demand(drawn(10.0, Constant{1.0}, Exponential{mean_s}, Constant{1.0}), run_of(2.0));
  const double filling = mean_s * (run_s - mean_s * (1.0 - std::exp(-run_s / mean_s)));
  CHECK(asked.accelerators == Approx(10.0 / day_s * filling).epsilon(1e-3));
}

TEST_CASE("a change of a lognormal law moves the demand of a long run as its mean") {
  const Lognormal usual{16.0 * 3600.0, 96.0 * 3600.0};
  const auto asked = [](const Lognormal& law) {
    return demand(drawn(1.0, Constant{8.0}, law, Constant{0.5}), run_of(20000.0)).accelerators;
  };
  for (const Lognormal& changed :
       {Lognormal{1.1 * usual.median, usual.p95}, Lognormal{usual.median, 1.1 * usual.p95}})
    CHECK(asked(changed) / asked(usual) == Approx(mean(changed) / mean(usual)).epsilon(1e-3));
}

TEST_CASE("gangs are whole and activities within 0 and 1") {
  const Period period = run_of(5.0);
  const double one = demand(drawn(4.0, Constant{1.0}, Constant{3600.0}, Constant{1.0}), period).accelerators;
  CHECK(demand(drawn(4.0, Uniform{0.6, 2.4}, Constant{3600.0}, Constant{1.0}), period).accelerators ==
        Approx(1.5 * one).epsilon(1e-3));
  const TrainingDemand wide = demand(drawn(4.0, Constant{1.0}, Constant{3600.0}, Uniform{0.5, 1.5}), period);
  CHECK(wide.active == Approx((0.375 + 0.5) * wide.accelerators).epsilon(1e-3));
}

TEST_CASE("a list counts each job as often as it comes, and as far as the run goes") {
  TrainingWorkload workload;
  workload.activity = Constant{0.5};
  ListedJobs list;
  list.jobs = {{0.0, 3600.0, 8}, {1800.0, 7200.0, 4, 0.25}, {0.9 * day_s, 0.2 * day_s, 2}};
  workload.source = list;
  CHECK(demand(workload, run_of(1.0)).accelerators ==
        Approx(8 * 3600.0 + 4 * 7200.0 + 2 * 0.1 * day_s).epsilon(1e-12));
  CHECK(demand(workload, run_of(1.0)).active ==
        Approx(0.5 * (8 * 3600.0 + 2 * 0.1 * day_s) + 0.25 * 4 * 7200.0).epsilon(1e-12));
  list.repeat_every = 0.5 * unit::day, list.keep = 0.5;
  workload.source = list;
  CHECK(demand(workload, run_of(1.0)).accelerators == Approx(8 * 3600.0 + 4 * 7200.0).epsilon(1e-12));
}

TEST_CASE("the mean over seeds of what drawn jobs hold is the demand, of part of a run, too") {
  const TrainingWorkload workload =
      drawn(20.0, Choice{{4.0, 8.0, 16.0}, {0.5, 0.3, 0.2}}, Lognormal{7200.0, 36000.0}, Constant{0.6});
  for (const Period& period : {run_of(2.0), run_of(1.0, 1.5)}) {
    double sum = 0.0;
    constexpr int seeds = 2000;
    for (int seed = 0; seed < seeds; ++seed)
      sum += of_jobs(workload, period, static_cast<std::uint64_t>(seed));
    CHECK(sum / seeds == Approx(demand(workload, period).accelerators).epsilon(0.02));
  }
}

TEST_CASE("servers that are slowed down hold a job for longer, by the part of it that follows the clock") {
  TrainingWorkload workload = drawn(1.0, Constant{8.0}, Constant{3600.0}, Constant{0.5});
  workload.clock_bound = 0.0;
  const Period period = run_of(100.0);
  CHECK(demand(workload, period, 1).accelerators ==
        Approx(demand(workload, period, 0).accelerators).epsilon(1e-9));
  workload.clock_bound = 1.0;
  CHECK(demand(workload, period, 1).accelerators ==
        Approx(1.25 * demand(workload, period, 0).accelerators).epsilon(1e-3));
}
