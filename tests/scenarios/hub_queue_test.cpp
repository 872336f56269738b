#include "scenarios/hub_queue.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "models/random.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

// A hub of one pool whose jobs start when told and end on time.
struct Hall {
  JobTable jobs;
  std::map<std::uint64_t, double> started;  // by job id
  HubQueue queue;

  Hall(std::uint32_t servers, std::uint32_t width)
      : queue(0, jobs, {ServerPool(servers, width)},
              [this](JobSlot slot, double now) { started[jobs[slot].id] = now; }) {}

  JobSlot submit(std::uint64_t id, std::uint32_t accelerators, double duration, double now) {
    const JobSlot slot = jobs.add();
    jobs[slot].id = id;
    jobs[slot].hub = 0;
    jobs[slot].accelerators = accelerators;
    jobs[slot].duration_s = duration;
    jobs[slot].submit_s = now;
    queue.enqueue(slot, now);
    return slot;
  }
};

struct Fcfs {
  void operator()(const hw_queue& view, const hw_scheduler& s) const {
    for (std::uint32_t i = 0; i < view.waiting_count && s.fits_now(s.context, i) == 1; ++i) s.start(s.context, i);
  }
};

struct Easy {
  void operator()(const hw_queue& view, const hw_scheduler& s) const {
    std::uint32_t head = 0;
    while (head < view.waiting_count && s.fits_now(s.context, head) == 1) s.start(s.context, head++);
    for (std::uint32_t i = head + 1; i < view.waiting_count; ++i)
      if (s.fits_now(s.context, i) == 1 && s.would_delay(s.context, i, head) == 0) s.start(s.context, i);
  }
};

struct Job3 {
  double submit;
  std::uint32_t accelerators;
  double duration;
};

// Runs a list of jobs to the end under a policy; waits by job. With `watch`, checks at every step that the head
// of the queue is never moved back by what starts before it.
template <class Policy>
std::vector<double> waits(const std::vector<Job3>& list, std::uint32_t servers, std::uint32_t width, Policy policy,
                          bool watch = false) {
  Hall hall(servers, width);
  std::vector<std::pair<double, JobSlot>> ends;
  std::vector<double> wait(list.size(), -1.0);
  std::size_t next = 0;
  std::map<std::uint64_t, double> promised;
  double now = 0.0;
  while (next < list.size() || !ends.empty()) {
    std::sort(ends.begin(), ends.end());
    const bool arrival = ends.empty() || (next < list.size() && list[next].submit < ends.front().first);
    now = arrival ? list[next].submit : ends.front().first;
    if (arrival) {
      hall.submit(next + 1, list[next].accelerators, list[next].duration, now);
      ++next;
    } else {
      hall.queue.finish(ends.front().second);
      hall.jobs.remove(ends.front().second);
      ends.erase(ends.begin());
      if (!ends.empty() && ends.front().first == now) continue;
    }
    hall.started.clear();
    const hw_queue view = hall.queue.view(now);
    policy(view, hall.queue.services());
    hall.queue.settle();
    for (const auto& [id, at] : hall.started) {
      wait[id - 1] = at - list[id - 1].submit;
      for (JobSlot slot = 0; slot < hall.jobs.slots(); ++slot)
        if (hall.jobs[slot].id == id) ends.push_back({hall.jobs[slot].end_s, slot});
      if (watch && promised.count(id) == 1) REQUIRE(at <= promised[id] + 1e-9);
    }
    if (watch && hall.queue.waiting() > 0) {
      const hw_queue after = hall.queue.view(now);
      const hw_scheduler ask = hall.queue.services();
      const std::uint64_t head = after.waiting[0].id;
      const double at = ask.earliest_start(ask.context, 0);
      if (promised.count(head) == 1) REQUIRE(at <= promised[head] + 1e-9);
      promised[head] = at;
    }
  }
  return wait;
}

std::vector<Job3> random_jobs(Random& random, std::size_t count, std::uint32_t widest) {
  std::vector<Job3> list;
  double clock = 0.0;
  for (std::size_t i = 0; i < count; ++i) {
    clock += std::floor(random.exponential(40.0));
    const double wide = random.uniform();
    list.push_back({clock, static_cast<std::uint32_t>(1 + wide * wide * widest), 1.0 + std::floor(random.exponential(200.0))});
  }
  return list;
}

double mean(const std::vector<double>& values) {
  double sum = 0.0;
  for (const double v : values) sum += v;
  return sum / static_cast<double>(values.size());
}

}  // namespace

TEST_CASE("a head that waits for whole servers knows when it starts") {
  Hall hall(2, 8);
  hall.submit(1, 8, 100.0, 0.0);
  hall.submit(2, 4, 50.0, 0.0);
  hall.submit(3, 16, 10.0, 0.0);
  const hw_queue view = hall.queue.view(0.0);
  const hw_scheduler s = hall.queue.services();
  REQUIRE(s.start(s.context, 0) == 1);
  REQUIRE(s.start(s.context, 1) == 1);
  CHECK(view.waiting_count == 3);
  CHECK(s.fits_now(s.context, 2) == 0);
  CHECK(s.earliest_start(s.context, 2) == 100.0);
}

TEST_CASE("a backfilled job may use what the head leaves over, and no more") {
  Hall hall(3, 8);
  hall.submit(1, 8, 100.0, 0.0);
  hall.submit(2, 20, 10.0, 0.0);   // the head: two whole servers and 4 more, from 100 s on
  hall.submit(3, 4, 1000.0, 0.0);  // fits beside it
  hall.submit(4, 8, 1000.0, 0.0);  // takes a whole server it needs
  hall.submit(5, 8, 100.0, 0.0);   // is gone by then
  hall.queue.view(0.0);
  const hw_scheduler s = hall.queue.services();
  REQUIRE(s.start(s.context, 0) == 1);
  CHECK(s.earliest_start(s.context, 1) == 100.0);
  CHECK(s.would_delay(s.context, 2, 1) == 0);
  CHECK(s.would_delay(s.context, 3, 1) == 1);
  CHECK(s.would_delay(s.context, 4, 1) == 0);
}

TEST_CASE("shapes count, not totals: free accelerators on part-used servers hold no whole-server job") {
  Hall hall(2, 8);
  hall.submit(1, 4, 100.0, 0.0);
  hall.submit(2, 4, 200.0, 0.0);
  hall.queue.view(0.0);
  hw_scheduler s = hall.queue.services();
  REQUIRE(s.start(s.context, 0) == 1);
  REQUIRE(s.start(s.context, 1) == 1);  // shares the server of the first
  hall.queue.settle();
  hall.submit(3, 16, 10.0, 0.0);
  hall.submit(4, 4, 150.0, 0.0);
  hall.queue.view(0.0);
  s = hall.queue.services();
  CHECK(s.earliest_start(s.context, 0) == 200.0);
  CHECK(s.would_delay(s.context, 1, 0) == 0);
}

TEST_CASE("EASY backfill never delays the head of the queue, over thousands of random jobs") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    Random random(seed, "easy");
    waits(random_jobs(random, 400, 40), 6, 8, Easy{}, true);
  }
}

TEST_CASE("every job starts once, and EASY backfill waits less than FCFS on average") {
  double fcfs = 0.0, easy = 0.0;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    Random random(seed, "compare");
    const auto list = random_jobs(random, 500, 40);
    const auto by_fcfs = waits(list, 6, 8, Fcfs{});
    const auto by_easy = waits(list, 6, 8, Easy{});
    REQUIRE(*std::min_element(by_fcfs.begin(), by_fcfs.end()) >= 0.0);
    REQUIRE(*std::min_element(by_easy.begin(), by_easy.end()) >= 0.0);
    fcfs += mean(by_fcfs), easy += mean(by_easy);
  }
  CHECK(easy < 0.8 * fcfs);
}

TEST_CASE("FCFS starts in the order of arrival") {
  Random random(3, "order");
  const auto list = random_jobs(random, 300, 40);
  const auto wait = waits(list, 6, 8, Fcfs{});
  for (std::size_t i = 1; i < list.size(); ++i)
    REQUIRE(list[i].submit + wait[i] >= list[i - 1].submit + wait[i - 1]);
}
