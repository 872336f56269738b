#include "scenarios/job_source.hpp"

#include <algorithm>

#include "models/units.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

std::vector<Submission> all_of(const TrainingWorkload& workload, std::uint64_t seed, const Period& period) {
  JobSource source(workload, seed, period);
  std::vector<Submission> out;
  while (const auto job = source.next()) out.push_back(*job);
  return out;
}

TrainingWorkload generated() {
  TrainingWorkload workload;
  workload.name = "drawn";
  workload.source = GeneratedJobs{40.0, Constant{8.0}, Lognormal{40000.0, 250000.0}};
  workload.activity = Uniform{0.2, 0.9};
  workload.deferrable = 6.0 * unit::hour;
  return workload;
}

TrainingWorkload listed() {
  TrainingWorkload workload;
  workload.name = "listed";
  workload.activity = Constant{0.5};
  ListedJobs list;
  for (int i = 0; i < 300; ++i) list.jobs.push_back({i * 1000.0, 500.0 + i * 40.0, 4});
  list.repeat_every = 5.0 * unit::day;
  list.keep = 0.6;
  workload.source = list;
  return workload;
}

}  // namespace

TEST_CASE("a part of a longer run has the jobs of the longer run, and what is left of those under way") {
  for (const TrainingWorkload& workload : {generated(), listed()}) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      const double gone = static_cast<double>(seed * seed) * 1234.5, length = 86400.0 * 3.0;
      CAPTURE(workload.name, seed);
      const Period whole{0, (gone + length) * unit::second, unit::hour, {}};
      const Period part{0, length * unit::second, unit::hour, gone * unit::second};
      std::vector<Submission> expected;
      for (Submission job : all_of(workload, seed, whole)) {
        if (job.submit_s + job.duration_s <= gone) continue;
        if (job.submit_s < gone) {
          job.duration_s = job.submit_s + job.duration_s - gone;
          job.deferrable_s = std::max(0.0, job.submit_s + job.deferrable_s - gone);
          job.submit_s = gone;
        }
        expected.push_back(job);
      }
      const auto found = all_of(workload, seed, part);
      REQUIRE(found.size() == expected.size());
      for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(found[i].submit_s == Approx(expected[i].submit_s - gone).margin(1e-6));
        CHECK(found[i].duration_s == Approx(expected[i].duration_s).margin(1e-6));
        CHECK(found[i].deferrable_s == Approx(expected[i].deferrable_s).margin(1e-6));
        CHECK(found[i].activity == expected[i].activity);
        CHECK(found[i].accelerators == expected[i].accelerators);
      }
    }
  }
}

TEST_CASE("jobs of a part keep the order of their dates") {
  const auto jobs = all_of(generated(), 7, {0, 9.0 * unit::day, unit::hour, 100.0 * unit::day});
  REQUIRE(jobs.size() > 300);
  CHECK(jobs.front().submit_s == 0.0);
  for (std::size_t i = 1; i < jobs.size(); ++i) CHECK(jobs[i - 1].submit_s <= jobs[i].submit_s);
}
