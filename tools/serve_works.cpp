#include "tools/serve_works.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstring>

#include "models/error.hpp"
#include "scenarios/result_directory.hpp"
#include "tools/child_program.hpp"
#include "tools/serve_folder.hpp"

namespace hubwatt {

namespace fs = std::filesystem;

namespace {

constexpr std::ptrdiff_t most_running = 4;
constexpr std::size_t most_kept = 100;
constexpr std::size_t longest_messages = 64 * 1024;

// "name: 30 %, ..." of --progress=plain; -1 for any other line.
int percent_in(std::string_view line) {
  const std::size_t end = line.find(" %, ");
  if (end == std::string_view::npos) return -1;
  const std::size_t begin = line.rfind(' ', end - 1) + 1;
  int percent = -1;
  const auto [rest, problem] = std::from_chars(line.data() + begin, line.data() + end, percent);
  return problem == std::errc() && rest == line.data() + end && percent >= 0 && percent <= 100 ? percent : -1;
}

// As a user would type it, and never an option.
std::string typed(const fs::path& file) {
  const std::string path = file.lexically_proximate(fs::current_path()).string();
  return path.rfind('-', 0) == 0 ? "./" + path : path;
}

}  // namespace

struct ServedWorks::Child {
  ServedWork work;
  pid_t pid = -1;
  int pipe = -1;
  bool stop_asked = false;
  std::thread follower;
};

ServedWorks::ServedWorks(fs::path program, fs::path results)
    : program_(std::move(program)), results_(std::move(results)) {}

ServedWorks::~ServedWorks() {
  signal_all(SIGTERM);
  using namespace std::chrono_literals;
  const auto running = [this] {
    const std::lock_guard lock(mutex_);
    return std::any_of(children_.begin(), children_.end(), [](const auto& child) { return child->pid > 0; });
  };
  for (int tenths = 0; tenths < 50 && running(); ++tenths) std::this_thread::sleep_for(100ms);
  signal_all(SIGKILL);
  for (const auto& child : children_) child->follower.join();
}

void ServedWorks::signal_all(int signal) {
  const std::lock_guard lock(mutex_);
  for (const auto& child : children_) {
    if (child->pid <= 0) continue;
    child->stop_asked = true;
    ::kill(child->pid, signal);
  }
}

int ServedWorks::start(std::string_view command, const fs::path& file, std::string_view directory) {
  auto child = std::make_unique<Child>();
  child->work.file = typed(file);
  child->work.directory = checked_name(directory);
  const std::lock_guard lock(mutex_);
  const auto running =
      std::count_if(children_.begin(), children_.end(), [](const auto& one) { return one->pid > 0; });
  if (running >= most_running)
    throw UsageError(fmt::format("{} run already; wait for one, or stop one", most_running));
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0)
    throw Error(fmt::format("the run cannot be followed ({})", std::strerror(errno)));
  const int problem = start_program({program_.string(), std::string(command), child->work.file, "-o",
                                     typed(results_ / child->work.directory), "--progress=plain"},
                                    -1, ends[1], child->pid);
  ::close(ends[1]);
  if (problem != 0) {
    ::close(ends[0]);
    throw Error(fmt::format("the run cannot be started ({})", std::strerror(problem)));
  }
  child->pipe = ends[0];
  child->work.number = children_.empty() ? 1 : children_.back()->work.number + 1;
  children_.push_back(std::move(child));
  Child& kept = *children_.back();
  kept.follower = std::thread([this, &kept] { follow(kept); });
  // Forget the oldest that has ended.
  if (children_.size() > most_kept) {
    const auto ended =
        std::find_if(children_.begin(), children_.end(), [](const auto& one) { return one->pid <= 0; });
    if (ended != children_.end()) {
      (*ended)->follower.join();
      children_.erase(ended);
    }
  }
  return kept.work.number;
}

// Takes in what a child says until it ends. In a thread of its own.
void ServedWorks::follow(Child& child) {
  std::string heard;
  std::array<char, 4096> part{};
  for (;;) {
    const ssize_t n = ::read(child.pipe, part.data(), part.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    heard.append(part.data(), static_cast<std::size_t>(n));
    const std::lock_guard lock(mutex_);
    for (std::size_t end; (end = heard.find('\n')) != std::string::npos; heard.erase(0, end + 1))
      take_line(child, std::string_view(heard).substr(0, end));
  }
  siginfo_t ended{};  // not yet taken away, so that its number is nobody else's before the lock
  while (::waitid(P_PID, static_cast<id_t>(child.pid), &ended, WEXITED | WNOWAIT) < 0 && errno == EINTR) {
  }
  const std::lock_guard lock(mutex_);
  if (!heard.empty()) take_line(child, heard);
  int status = 0;
  ::waitpid(child.pid, &status, 0);
  ::close(child.pipe);
  child.pid = -1;
  child.work.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  child.work.state = child.work.exit_code == 0 ? WorkState::done
                     : child.stop_asked        ? WorkState::stopped
                                               : WorkState::failed;
  if (child.work.state == WorkState::done) child.work.percent = 100;
}

void ServedWorks::take_line(Child& child, std::string_view line) {
  const int percent = percent_in(line);
  if (percent >= 0) {
    child.work.percent = percent;
    child.work.progress = line;
  } else if (child.work.messages.size() + line.size() < longest_messages) {
    child.work.messages.append(line).append("\n");
  }
}

void ServedWorks::stop(int number) {
  const std::lock_guard lock(mutex_);
  for (const auto& child : children_) {
    if (child->work.number != number) continue;
    if (child->pid > 0) {
      child->stop_asked = true;
      ::kill(child->pid, SIGTERM);
    }
    return;
  }
  throw NotServed(fmt::format("{}: there is no such run", number));
}

std::vector<ServedWork> ServedWorks::list() const {
  const std::lock_guard lock(mutex_);
  std::vector<ServedWork> out;
  for (const auto& child : children_) out.push_back(child->work);
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace hubwatt
