// `fcfs` and `easy-backfill` on queues small enough to see the answer, and on many random ones.
#include <random>

#include "policies/schedule_policy.hpp"
#include "policies/trial_scheduler.hpp"
#include "tests/policies/loading.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;
using namespace hubwatt::test;
using Positions = std::vector<std::uint32_t>;

namespace {

Positions start(const std::string& name, TrialScheduler scheduler, const OptionTexts& options = {}) {
  SchedulePolicy policy(shipped(name, Decision::schedule, options));
  policy.start_jobs(scheduler.queue(), scheduler.functions());
  return scheduler.started();
}

// 10 accelerators, 6 of them busy until 100; the head needs 8.
TrialScheduler blocked_by(std::vector<hw_entry> behind) {
  std::vector<hw_entry> waiting = {{1, 8, 50.0, 0.0}};
  waiting.insert(waiting.end(), behind.begin(), behind.end());
  return {0.0, 4, {{100.0, 6}}, std::move(waiting)};
}

TrialScheduler random_queue(std::mt19937& random) {
  std::uniform_int_distribution<std::uint32_t> width(1, 32);
  std::uniform_real_distribution<double> duration(1.0, 500.0);
  std::vector<TrialScheduler::Running> running;
  std::uint32_t busy = 0;
  for (std::uint32_t next = width(random); busy + next <= 64; next = width(random)) {
    running.push_back({duration(random), next});
    busy += next;
  }
  std::vector<hw_entry> waiting;
  for (std::uint64_t i = 0; i < 1 + width(random); ++i)
    waiting.push_back({i, width(random), duration(random), 0.0});
  return {0.0, 64 - busy, std::move(running), std::move(waiting)};
}

}  // namespace

TEST_CASE("fcfs starts in the order of arrival and stops at the first that does not fit") {
  const std::vector<hw_entry> waiting = {
      {1, 4, 10.0, 0.0}, {2, 6, 10.0, 0.0}, {3, 8, 10.0, 0.0}, {4, 1, 1.0, 0.0}};
  CHECK(start("fcfs", {0.0, 12, {}, waiting}) == Positions{0, 1});
  CHECK(start("fcfs", {0.0, 18, {}, waiting}) == Positions{0, 1, 2});
  CHECK(start("fcfs", {0.0, 19, {}, waiting}) == Positions{0, 1, 2, 3});
  CHECK(start("fcfs", {0.0, 0, {}, waiting}).empty());
}

TEST_CASE("easy-backfill lets a short job pass that ends before the head can start") {
  CHECK(start("easy-backfill", blocked_by({{2, 4, 100.0, 0.0}})) == Positions{1});
  CHECK(start("easy-backfill", blocked_by({{2, 4, 100.1, 0.0}})).empty());
}

TEST_CASE("easy-backfill lets a long job pass on accelerators that the head leaves over") {
  CHECK(start("easy-backfill", blocked_by({{2, 2, 1e6, 0.0}})) == Positions{1});
  CHECK(start("easy-backfill", blocked_by({{2, 3, 1e6, 0.0}})).empty());
  CHECK(start("easy-backfill", blocked_by({{2, 1, 1e6, 0.0}, {3, 2, 1e6, 0.0}, {4, 1, 1e6, 0.0}})) ==
        Positions{1, 3});
}

TEST_CASE("easy-backfill looks at most `depth` jobs behind the head") {
  const TrialScheduler queue = blocked_by({{2, 5, 1.0, 0.0}, {3, 5, 1.0, 0.0}, {4, 4, 1.0, 0.0}});
  CHECK(start("easy-backfill", queue) == Positions{3});
  CHECK(start("easy-backfill", queue, {{"depth", "3"}}) == Positions{3});
  CHECK(start("easy-backfill", queue, {{"depth", "2"}}).empty());
}

TEST_CASE("easy-backfill starts what fcfs starts, and never delays the head of the queue") {
  std::mt19937 random(11);
  std::size_t backfilled = 0;
  SchedulePolicy fcfs(shipped("fcfs", Decision::schedule));
  SchedulePolicy easy(shipped("easy-backfill", Decision::schedule));
  for (int round = 0; round < 5000; ++round) {
    const TrialScheduler queue = random_queue(random);
    TrialScheduler in_order = queue, filled = queue;
    fcfs.start_jobs(queue.queue(), in_order.functions());
    easy.start_jobs(queue.queue(), filled.functions());

    const Positions &first = in_order.started(), &all = filled.started();
    REQUIRE(all.size() >= first.size());
    REQUIRE(std::equal(first.begin(), first.end(), all.begin()));
    backfilled += all.size() - first.size();
    if (first.size() == queue.queue().waiting_count) continue;
    const auto head = static_cast<std::uint32_t>(first.size());
    REQUIRE(filled.earliest_start(head) <= in_order.earliest_start(head));
  }
  CHECK(backfilled > 1000);  // the cases did exercise the rule
}

TEST_CASE("easy-backfill of depth 0 is fcfs") {
  std::mt19937 random(13);
  for (int round = 0; round < 200; ++round) {
    const TrialScheduler queue = random_queue(random);
    REQUIRE(start("easy-backfill", queue, {{"depth", "0"}}) == start("fcfs", queue));
  }
}
