// Job traces: jobs in order of submission with finite figures, or mistakes and no job.
#include <algorithm>
#include <cmath>

#include "scenarios/job_trace.hpp"
#include "tools/fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hubwatt;
  const InputFile file{"fuzz.csv", std::string(fuzz::text_of(data, size))};
  const auto origin = [](std::string_view id) -> std::optional<OriginId> {
    return id == "east" ? std::optional(OriginId{0}) : std::nullopt;
  };

  std::vector<Diagnostic> mistakes;
  const std::vector<JobRecord> jobs = read_job_trace(file, origin, mistakes);
  fuzz::ensure_readable(mistakes);
  HUBWATT_ENSURES(mistakes.empty() || jobs.empty());
  HUBWATT_ENSURES(std::ranges::is_sorted(jobs, {}, &JobRecord::submit_s));
  for (const JobRecord& job : jobs) {
    HUBWATT_ENSURES(std::isfinite(job.submit_s) && job.submit_s >= 0.0);
    HUBWATT_ENSURES(std::isfinite(job.duration_s) && job.duration_s > 0.0);
    HUBWATT_ENSURES(job.accelerators > 0);
    HUBWATT_ENSURES(job.activity <= 1.0F);
  }
  return 0;
}
