#include "scenarios/forked_tasks.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <new>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace hubwatt {

namespace {

// What a child says when it ends, as its exit status; its result or the reason is in the pipe.
enum Outcome : int { done = 0, failed = 1, policy_failed = 4, invariant_broke = 5 };

// Each message begins with one of these: a share done (a double) follows, or text to the end.
enum Message : char { share_done = 's', text_follows = 't' };

void send(int pipe_end, const char* data, std::size_t size) {
  while (size > 0) {
    const ssize_t n = ::write(pipe_end, data, size);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;
    data += n, size -= static_cast<std::size_t>(n);
  }
}

// Reports to the parent, a hundred times at most.
ShareDone reporter(int pipe_end) {
  return [pipe_end, reported = 0.0](double share) mutable {
    if (share < reported + 0.01) return;
    reported = share;
    char message[1 + sizeof share] = {share_done};
    std::memcpy(message + 1, &share, sizeof share);
    send(pipe_end, message, sizeof message);
  };
}

// Never returns: the child leaves without running the parent's destructors.
[[noreturn]] void child(const ForkedTask& task, int pipe_end) {
  int outcome = done;
  std::string text;
  try {
    text = task.work(reporter(pipe_end));
  } catch (const PolicyError& error) {
    outcome = policy_failed, text = error.what();
  } catch (const InvariantError& error) {
    outcome = invariant_broke, text = error.what();
  } catch (const std::bad_alloc&) {
    outcome = failed,
    text = "the run needs more memory than there is; let racks represent more, or shorten it";
  } catch (const std::length_error&) {
    outcome = failed,
    text = "the run needs more memory than there is; let racks represent more, or shorten it";
  } catch (const std::exception& error) {
    outcome = failed, text = error.what();
  }
  const char begin = text_follows;
  send(pipe_end, &begin, 1);
  send(pipe_end, text.data(), text.size());
  std::fflush(stderr);
  ::_exit(outcome);
}

// A child that runs. Stopped and waited for with this object, if it was not before.
class Child {
 public:
  Child(const ForkedTask& task, std::size_t number) : number_(number) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
      throw Error(fmt::format("no pipe to the run ({})", std::strerror(errno)));
    std::fflush(nullptr);
    const pid_t parent = ::getpid();
    pid_ = ::fork();
    if (pid_ == 0) {
      // A parent that is killed cannot stop its run, so the kernel does.
      ::prctl(PR_SET_PDEATHSIG, SIGKILL);
      if (::getppid() != parent) ::_exit(failed);
      ::close(ends[0]);
      child(task, ends[1]);
    }
    pipe_ = ends[0];
    ::close(ends[1]);
    if (pid_ < 0) {
      ::close(pipe_);
      throw Error(fmt::format("the run cannot be started ({})", std::strerror(errno)));
    }
  }
  ~Child() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    wait();
  }
  Child(Child&& other) noexcept { *this = std::move(other); }
  Child& operator=(Child&& other) noexcept {
    std::swap(pid_, other.pid_), std::swap(pipe_, other.pipe_), std::swap(number_, other.number_);
    std::swap(heard_, other.heard_), std::swap(share_, other.share_);
    return *this;
  }

  int pipe() const { return pipe_; }
  std::size_t number() const { return number_; }
  double share() const { return share_; }

  // Takes in what has come through the pipe; false once the child has said everything.
  bool listen() {
    char part[4096];
    const ssize_t n = ::read(pipe_, part, sizeof part);
    if (n < 0 && errno == EINTR) return true;
    if (n <= 0) return false;
    heard_.append(part, static_cast<std::size_t>(n));
    constexpr std::size_t message = 1 + sizeof share_;
    while (heard_.size() >= message && heard_.front() == share_done) {
      std::memcpy(&share_, heard_.data() + 1, sizeof share_);
      heard_.erase(0, message);
    }
    return true;
  }

  // What the task returned, once the child has said everything. Throws what it threw; where a signal ended it, the
  // message goes on with `consequence`.
  std::string result(std::string_view consequence) {
    const int status = wait();
    if (WIFSIGNALED(status))
      throw Error(fmt::format("the run was stopped by signal {} ({}){}", WTERMSIG(status),
                              ::strsignal(WTERMSIG(status)), consequence));
    const bool spoke = !heard_.empty();  // else somebody else ended the process
    std::string text = spoke ? heard_.substr(1) : std::string();
    if (WEXITSTATUS(status) == done && spoke) return text;
    if (text.empty()) text = "the run failed without a reason";
    if (WEXITSTATUS(status) == policy_failed) throw PolicyError(text);
    if (WEXITSTATUS(status) == invariant_broke) throw InvariantError(text);
    throw Error(text);
  }

 private:
  int wait() {
    ::close(pipe_);
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return status;
  }

  pid_t pid_ = -1;
  int pipe_ = -1;
  std::size_t number_ = 0;
  std::string heard_;
  double share_ = 0.0;
};

}  // namespace

Interrupts::Interrupts() {
  sigset_t wanted;
  sigemptyset(&wanted);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) sigaddset(&wanted, signal);
  ::sigprocmask(SIG_BLOCK, &wanted, &before_);
  descriptor_ = ::signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
}

// What was pressed twice is done with as well.
Interrupts::~Interrupts() {
  while (heard()) {
  }
  ::close(descriptor_);
  ::sigprocmask(SIG_SETMASK, &before_, nullptr);
}

bool Interrupts::heard() const {
  signalfd_siginfo ignored{};
  return ::read(descriptor_, &ignored, sizeof ignored) > 0;
}

namespace {

// Calls `ended` with each child that has said everything.
template <class Ended>
void follow(std::span<const ForkedTask> tasks, int at_once, const Interrupts& interrupts, const Ended& ended,
            const ShareDone& progress) {
  std::vector<Child> running;
  std::size_t begun = 0;
  double all = 0.0, done_of_all = 0.0;  // sizes
  for (const ForkedTask& task : tasks) all += task.size;
  while (begun < tasks.size() || !running.empty()) {
    for (; begun < tasks.size() && running.size() < static_cast<std::size_t>(std::max(1, at_once)); ++begun)
      running.emplace_back(tasks[begun], begun);
    std::vector<pollfd> watched{{interrupts.descriptor(), POLLIN, 0}};
    for (const Child& one : running) watched.push_back({one.pipe(), POLLIN, 0});
    if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR)
      throw Error(fmt::format("the run cannot be followed ({})", std::strerror(errno)));
    if (interrupts.heard()) throw Interrupted("the run was interrupted; nothing was written");
    for (std::size_t i = running.size(); i-- > 0;) {
      if (watched[i + 1].revents == 0 || running[i].listen()) continue;
      Child child = std::move(running[i]);
      running.erase(running.begin() + static_cast<std::ptrdiff_t>(i));
      ended(child);
      done_of_all += tasks[child.number()].size;
    }
    if (!progress) continue;
    double reached = done_of_all;
    for (const Child& one : running) reached += one.share() * tasks[one.number()].size;
    progress(reached / all);
  }
}

}  // namespace

std::vector<std::string> run_forked(std::span<const ForkedTask> tasks, int at_once,
                                    const Interrupts& interrupts, const ShareDone& progress) {
  std::vector<std::string> results(tasks.size());
  follow(
      tasks, at_once, interrupts,
      [&](Child& child) { results[child.number()] = child.result("; nothing was written"); }, progress);
  return results;
}

void run_forked_apart(std::span<const ForkedTask> tasks, int at_once, const Interrupts& interrupts,
                      const TaskEnded& ended, const ShareDone& progress) {
  follow(
      tasks, at_once, interrupts,
      [&](Child& child) {
        TaskEnd end{child.number(), {}, {}};
        try {
          end.text = child.result({});
        } catch (const Error& error) {
          end.problem = error.what();
        }
        ended(end);
      },
      progress);
}

}  // namespace hubwatt
