#include "scenarios/run.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <new>
#include <stdexcept>
#include <system_error>

#include "models/error.hpp"
#include "scenarios/result_directory.hpp"
#include "scenarios/run_files.hpp"
#include "scenarios/run_summary.hpp"
#include "scenarios/simulation.hpp"

namespace hubwatt {

namespace fs = std::filesystem;

namespace {

// What a child says when it ends, as its exit status; the reason follows through a pipe.
enum Outcome : int { done = 0, failed = 1, policy_failed = 4, invariant_broke = 5 };

void write_text(const fs::path& path, const std::string& text) {
  TableFile file(path, text);
  file.close();
}

// A bar on a terminal: percent, and simulated hours.
Progress bar_for(const Scenario& scenario, ProgressOutput output) {
  if (output == ProgressOutput::none) return {};
  return [name = scenario.name, shown = -1](double share) mutable {
    const int percent = static_cast<int>(std::floor(share * 100.0));
    if (percent == shown) return;
    shown = percent;
    std::fprintf(stderr, percent < 100 ? "\r%s: %3d %%" : "\r\033[K", name.c_str(), percent);
    std::fflush(stderr);
  };
}

void simulate(const Scenario& scenario, const RunOptions& options, const fs::path& into) {
  Policies policies = Policies::load(
      scenario.policies, static_cast<std::uint32_t>(scenario.platform.hubs.size()), scenario.directory);
  RunFiles files(into, scenario);
  Simulation simulation(scenario, policies, files);
  const RunResult result = simulation.run(bar_for(scenario, options.progress));
  files.close();
  write_text(into / "summary.json", summary_json(scenario, result));
  write_text(into / "manifest.json", manifest_json(scenario, result, options.command_line));
}

// Never returns: the child leaves without running the parent's destructors.
[[noreturn]] void child(const Scenario& scenario, const RunOptions& options, const fs::path& into,
                        int pipe_end) {
  int outcome = done;
  std::string reason;
  try {
    simulate(scenario, options, into);
  } catch (const PolicyError& error) {
    outcome = policy_failed, reason = error.what();
  } catch (const InvariantError& error) {
    outcome = invariant_broke, reason = error.what();
  } catch (const std::bad_alloc&) {
    outcome = failed,
    reason = "the run needs more memory than there is; let racks represent more, or shorten it";
  } catch (const std::length_error&) {
    outcome = failed,
    reason = "the run needs more memory than there is; let racks represent more, or shorten it";
  } catch (const std::exception& error) {
    outcome = failed, reason = error.what();
  }
  for (std::size_t sent = 0; sent < reason.size();) {
    const ssize_t n = ::write(pipe_end, reason.data() + sent, reason.size() - sent);
    if (n <= 0) break;
    sent += static_cast<std::size_t>(n);
  }
  std::fflush(stderr);
  ::_exit(outcome);
}

// Turns an interrupt into something to read, so that the parent can stop the child and tidy up.
class Interrupts {
 public:
  Interrupts() {
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGINT);
    sigaddset(&wanted, SIGTERM);
    sigaddset(&wanted, SIGHUP);
    sigaddset(&wanted, SIGQUIT);
    ::sigprocmask(SIG_BLOCK, &wanted, &before_);
    descriptor_ = ::signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
  }
  // What was pressed twice is done with as well.
  ~Interrupts() {
    while (heard()) {
    }
    ::close(descriptor_);
    restore();
  }
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;
  int descriptor() const { return descriptor_; }
  // Whether one has come since the last question.
  bool heard() const {
    signalfd_siginfo ignored{};
    return ::read(descriptor_, &ignored, sizeof ignored) > 0;
  }
  void restore() const { ::sigprocmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
  int descriptor_ = -1;
};

struct Heard {
  std::string text;
  bool interrupted = false;
};

// What the child says until it ends; an interrupt of ours ends it. A terminal interrupts parent and child alike, so
// the child may be gone before ours is read.
Heard listen(int pipe_end, const Interrupts& interrupts, pid_t pid) {
  Heard heard;
  char part[4096];
  pollfd watched[2] = {{pipe_end, POLLIN, 0}, {interrupts.descriptor(), POLLIN, 0}};
  for (;;) {
    if (::poll(watched, 2, -1) < 0 && errno != EINTR) break;
    if ((watched[1].revents & POLLIN) != 0 && interrupts.heard()) {
      heard.interrupted = true;
      ::kill(pid, SIGTERM);
    }
    if (watched[0].revents == 0) continue;
    const ssize_t n = ::read(pipe_end, part, sizeof part);
    if (n <= 0) break;
    heard.text.append(part, static_cast<std::size_t>(n));
  }
  heard.interrupted = interrupts.heard() || heard.interrupted;
  return heard;
}

}  // namespace

void run_to_directory(const Scenario& scenario, const RunOptions& options) {
  const fs::path target = result_target(options.directory, options.overwrite);
  const Interrupts interrupts;  // outlives the directory, so that no signal comes between and leaves it
  PartialDirectory partial(target);
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0)
    throw Error(fmt::format("no pipe to the run ({})", std::strerror(errno)));
  std::fflush(nullptr);
  const pid_t parent = ::getpid();
  const pid_t pid = ::fork();
  if (pid < 0) throw Error(fmt::format("the run cannot be started ({})", std::strerror(errno)));
  if (pid == 0) {
    // A parent that is killed cannot stop its run, so the kernel does.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(failed);
    interrupts.restore();
    ::close(ends[0]);
    child(scenario, options, partial.path(), ends[1]);
  }
  ::close(ends[1]);
  const Heard heard = listen(ends[0], interrupts, pid);
  ::close(ends[0]);
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  // However it ended: SimGrid turns an interrupt of the child into an exit of its own.
  const bool ended_well = WIFEXITED(status) && WEXITSTATUS(status) == done;
  if (heard.interrupted && !ended_well) throw Error("the run was interrupted; nothing was written");
  if (WIFSIGNALED(status))
    throw Error(fmt::format("the run was stopped by signal {} ({}); nothing was written", WTERMSIG(status),
                            ::strsignal(WTERMSIG(status))));
  switch (WEXITSTATUS(status)) {
    case done:
      return partial.keep_as(target, options.overwrite);
    case policy_failed:
      throw PolicyError(heard.text);
    case invariant_broke:
      throw InvariantError(heard.text);
    default:
      throw Error(heard.text.empty() ? "the run failed without a reason" : heard.text);
  }
}

}  // namespace hubwatt
