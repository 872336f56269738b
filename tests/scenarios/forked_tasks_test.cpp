#include "scenarios/forked_tasks.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

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

bool no_child_left() { return ::waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD; }

}  // namespace

TEST_CASE("what children return comes back whole and in the order of the tasks") {
  std::vector<ForkedTask> tasks;
  for (std::size_t i = 0; i < 9; ++i) tasks.push_back(saying(std::string(i * 100'000, static_cast<char>('a' + i))));
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
  CHECK_THROWS_AS(thrown_beside({[](const ShareDone&) -> std::string { throw PolicyError("no"); }}), PolicyError);
  CHECK_THROWS_AS(thrown_beside({[](const ShareDone&) -> std::string { throw InvariantError("no"); }}), InvariantError);
  CHECK_THROWS_WITH(thrown_beside({[](const ShareDone&) -> std::string { throw Error("disk full"); }}), "disk full");
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
