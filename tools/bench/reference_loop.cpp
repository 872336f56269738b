// The least a simulator of batch jobs must do, as a yardstick: jobs arrive by chance, hold for a while and end,
// through one std::priority_queue; each end writes a row with the columns of jobs.csv. No queueing, no servers,
// no energy. The ratio of hubwatt's cost per job to this one's carries over from one machine to another.
//
//   bench_reference JOBS FILE
#include <fmt/compile.h>
#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <queue>
#include <string_view>
#include <tuple>
#include <vector>

#include "models/random.hpp"

namespace {

struct Event {
  double date_s;
  std::uint32_t job;  // 0: the next one arrives

  friend bool operator>(const Event& a, const Event& b) {
    return std::tie(a.date_s, a.job) > std::tie(b.date_s, b.job);
  }
};

struct Job {
  double submit_s;
  std::uint32_t accelerators;
};

void simulate(std::uint32_t count, std::FILE* file) {
  constexpr double mean_gap_s = 6.0, mean_duration_s = 9000.0;
  hubwatt::Random random(1, "reference");
  std::vector<Job> jobs(1);  // job 0 is none
  std::priority_queue<Event, std::vector<Event>, std::greater<>> events;
  fmt::memory_buffer rows;
  rows.append(
      std::string_view("id,workload,origin,hub,submit_s,start_s,end_s,gpus,servers,wait_s,staging_s,state,"
                       "energy_kwh\n"));
  events.push({random.exponential(mean_gap_s), 0});
  while (!events.empty()) {
    const Event now = events.top();
    events.pop();
    if (now.job == 0) {
      jobs.push_back({now.date_s, 1 + static_cast<std::uint32_t>(random.bits() % 8)});
      events.push(
          {now.date_s + random.exponential(mean_duration_s), static_cast<std::uint32_t>(jobs.size() - 1)});
      if (jobs.size() <= count) events.push({now.date_s + random.exponential(mean_gap_s), 0});
      continue;
    }
    const Job& job = jobs[now.job];
    const double energy_kwh = job.accelerators * (now.date_s - job.submit_s) / 3600.0;
    fmt::format_to(std::back_inserter(rows),
                   FMT_COMPILE("{},jobs,,hub,{:.6f},{:.6f},{:.6f},{},1,0,0,completed,{}\n"), now.job,
                   job.submit_s, job.submit_s, now.date_s, job.accelerators, energy_kwh);
    if (rows.size() > 1 << 16) {
      std::fwrite(rows.data(), 1, rows.size(), file);
      rows.clear();
    }
  }
  std::fwrite(rows.data(), 1, rows.size(), file);
}

}  // namespace

int main(int count, char** words) {
  std::uint32_t jobs = 0;
  const std::string_view text = count == 3 ? words[1] : "";
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), jobs);
  if (error != std::errc{} || end != text.data() + text.size() || jobs == 0) {
    std::fputs("usage: bench_reference JOBS FILE\n", stderr);
    return 2;
  }
  std::FILE* file = std::fopen(words[2], "wb");
  if (file == nullptr) {
    std::perror(words[2]);
    return 1;
  }
  simulate(jobs, file);
  return std::fclose(file) == 0 ? 0 : 1;
}
