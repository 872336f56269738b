#include "scenarios/forked_tasks.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <new>

#include "models/error.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

ForkedTask saying(std::string text) {
  return {[text = std::move(text)](const ShareDone& report) {
    report(0.5);
    return text;
  }};
}

bool no_child_left() {
  return ::waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD;
}

}  // namespace

TEST_CASE("what children return comes back whole and in the order of the tasks") {
  std::vector<ForkedTask> tasks;
  for (std::size_t i = 0; i < 9; ++i)
    tasks.push_back(saying(std::string(i * 100'000, static_cast<char>('a' + i))));
  tasks.push_back(saying({"\0s\0t", 4}));
  for (const int at_once : {0, 1, 3, 20}) {
    CAPTURE(at_once);
    const Interrupts interrupts;
    const auto results = run_forked(tasks, at_once, interrupts);
    REQUIRE(results.size() == tasks.size());
    for (std::size_t i = 0; i < 9; ++i)
      CHECK(results[i] == std::string(i * 100'000, static_cast<char>('a' + i)));
    CHECK(results[9] == std::string("\0s\0t", 4));
    CHECK(no_child_left());
  }
}

TEST_CASE("the share done grows with the sizes of tasks and ends at 1") {
  std::vector<ForkedTask> tasks{saying("a"), saying("b"), saying("c")};
  tasks[0].size = 8.0;
  std::vector<double> shares;
  const Interrupts interrupts;
  run_forked(tasks, 1, interrupts, [&](double share) { shares.push_back(share); });
  REQUIRE_FALSE(shares.empty());
  CHECK(std::is_sorted(shares.begin(), shares.end()));
  CHECK(shares.back() == Approx(1.0));
  CHECK(std::any_of(shares.begin(), shares.end(), [](double share) { return share == Approx(0.8); }));
}

TEST_CASE("what a child throws is thrown in the parent, and the other children end") {
  const Interrupts interrupts;
  const ForkedTask sleeps{[](const ShareDone&) -> std::string {
    ::sleep(60);
    return {};
  }};
  const auto thrown_beside = [&](const ForkedTask& bad) {
    const std::vector<ForkedTask> tasks{sleeps, bad, sleeps};
    run_forked(tasks, 3, interrupts);
  };
  CHECK_THROWS_AS(thrown_beside({[](const ShareDone&) -> std::string { throw PolicyError("no"); }}),
                  PolicyError);
  CHECK_THROWS_AS(thrown_beside({[](const ShareDone&) -> std::string { throw InvariantError("no"); }}),
                  InvariantError);
  CHECK_THROWS_WITH(thrown_beside({[](const ShareDone&) -> std::string { throw Error("disk full"); }}),
                    "disk full");
  std::string killed;
  try {
    thrown_beside({[](const ShareDone&) -> std::string {
      ::raise(SIGKILL);
      return {};
    }});
  } catch (const Error& error) {
    killed = error.what();
  }
  CHECK(killed.starts_with("the run was stopped by signal 9"));
  CHECK(no_child_left());
}

TEST_CASE("an interrupt stops the children and is reported") {
  const Interrupts interrupts;
  const ForkedTask interrupts_us{[](const ShareDone&) -> std::string {
    ::kill(::getppid(), SIGINT);
    ::sleep(60);
    return {};
  }};
  const std::vector<ForkedTask> tasks{interrupts_us, saying("done")};
  CHECK_THROWS_WITH(run_forked(tasks, 2, interrupts), "the run was interrupted; nothing was written");
  CHECK(no_child_left());
}

TEST_CASE("what a terminal tells everybody does not end a child in a way of its own") {
  const Interrupts interrupts;
  const ForkedTask told{[](const ShareDone&) -> std::string {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) ::raise(signal);
    return "lives";
  }};
  CHECK(run_forked({&told, 1}, 1, interrupts).front() == "lives");
}

TEST_CASE("tasks that run apart are told of one by one, and none takes another with it") {
  const auto bad = [](auto act) {
    return ForkedTask{[act](const ShareDone&) -> std::string {
      act();
      return "unreached";
    }};
  };
  const std::vector<ForkedTask> tasks{
      saying("first"),
      bad([] { ::signal(SIGABRT, SIG_DFL), std::abort(); }),  // without the test's own report
      bad([] { throw Error("disk full"); }),
      bad([] { throw PolicyError("the policy is lost"); }),
      bad([] { throw std::bad_alloc(); }),
      bad([] { ::raise(SIGKILL); }),
      bad([] { ::_exit(0); }),  // as a library that ends the process
      bad([] { throw Error(""); }),
      saying(std::string(300'000, 'z')),
  };
  for (const int at_once : {1, 3, 20}) {
    CAPTURE(at_once);
    const Interrupts interrupts;
    std::vector<TaskEnd> ends(tasks.size());
    std::size_t told = 0;
    std::vector<double> shares;
    run_forked_apart(
        tasks, at_once, interrupts, [&](const TaskEnd& end) { ends.at(end.number) = end, ++told; },
        [&](double share) { shares.push_back(share); });
    CHECK(told == tasks.size());
    CHECK(ends[0].text == "first");
    CHECK(ends[8].text == std::string(300'000, 'z'));
    CHECK(ends[1].problem.starts_with("the run was stopped by signal 6 ("));
    CHECK(ends[2].problem == "disk full");
    CHECK(ends[3].problem == "the policy is lost");
    CHECK(ends[4].problem.starts_with("the run needs more memory than there is"));
    CHECK(ends[5].problem.starts_with("the run was stopped by signal 9 ("));
    CHECK(ends[6].problem == "the run failed without a reason");
    CHECK(ends[7].problem == "the run failed without a reason");
    for (const std::size_t fine : {0U, 8U}) CHECK(ends[fine].problem.empty());
    for (std::size_t i = 1; i < 8; ++i) CHECK(ends[i].text.empty());
    CHECK(std::is_sorted(shares.begin(), shares.end()));
    CHECK(shares.back() == Approx(1.0));
    CHECK(no_child_left());
  }
}

TEST_CASE("an interrupt, and a problem of who is told, stop tasks that run apart") {
  const Interrupts interrupts;
  const ForkedTask sleeps{[](const ShareDone&) -> std::string {
    ::sleep(60);
    return {};
  }};
  const ForkedTask interrupts_us{[](const ShareDone&) -> std::string {
    ::kill(::getppid(), SIGTERM);
    ::sleep(60);
    return {};
  }};
  const std::vector<ForkedTask> interrupted{saying("done"), sleeps, interrupts_us};
  std::vector<std::string> kept;
  const auto keep = [&kept](const TaskEnd& end) { kept.push_back(end.text); };
  const std::vector<ForkedTask> in_turn{saying("done"), interrupts_us, saying("never")};
  CHECK_THROWS_AS(run_forked_apart(in_turn, 1, interrupts, keep), Interrupted);
  CHECK(kept == std::vector<std::string>{"done"});
  CHECK_THROWS_AS(run_forked_apart(interrupted, 3, interrupts, keep), Interrupted);
  const auto cannot_keep = [](const TaskEnd&) { throw Error("disk full"); };
  const std::vector<ForkedTask> two{saying("done"), sleeps};
  CHECK_THROWS_WITH(run_forked_apart(two, 2, interrupts, cannot_keep), "disk full");
  CHECK(no_child_left());
}
