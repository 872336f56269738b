#include "tools/child_program.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>

#include "models/error.hpp"
#include "models/units.hpp"

namespace hubwatt {

namespace {

using Clock = std::chrono::steady_clock;

struct SpawnActions {
  posix_spawn_file_actions_t files{};
  posix_spawnattr_t attributes{};
  SpawnActions() { ::posix_spawn_file_actions_init(&files), ::posix_spawnattr_init(&attributes); }
  ~SpawnActions() { ::posix_spawn_file_actions_destroy(&files), ::posix_spawnattr_destroy(&attributes); }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;

  void connect(int descriptor, int standard) {
    if (descriptor < 0)
      ::posix_spawn_file_actions_addopen(&files, standard, "/dev/null", O_WRONLY, 0);
    else
      ::posix_spawn_file_actions_adddup2(&files, descriptor, standard);
  }
};

struct Pipe {
  int read_end = -1, write_end = -1;
  Pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
      throw Error(fmt::format("no pipe to another program ({})", std::strerror(errno)));
    read_end = ends[0], write_end = ends[1];
  }
  ~Pipe() {
    ::close(read_end);
    close_write_end();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  void close_write_end() {
    if (write_end >= 0) ::close(write_end);
    write_end = -1;
  }
};

// Takes in what both pipes bring, until both are at their end; false where that takes longer.
bool hear(const Pipe& output, const Pipe& errors, ProgramSaid& said, Clock::time_point until) {
  std::array<pollfd, 2> watched{{{output.read_end, POLLIN, 0}, {errors.read_end, POLLIN, 0}}};
  const std::array<std::string*, 2> texts{&said.output, &said.errors};
  while (watched[0].fd >= 0 || watched[1].fd >= 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left <= 0) return false;
    if (::poll(watched.data(), watched.size(), static_cast<int>(left)) <= 0) continue;
    for (std::size_t i = 0; i < watched.size(); ++i) {
      if (watched[i].revents == 0) continue;
      std::array<char, 4096> part{};
      const ssize_t n = ::read(watched[i].fd, part.data(), part.size());
      if (n > 0) texts[i]->append(part.data(), static_cast<std::size_t>(n));
      if (n == 0 || (n < 0 && errno != EINTR)) watched[i].fd = -1;
    }
  }
  return true;
}

int exit_code_of(pid_t process) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

int start_program(const std::vector<std::string>& words, int output, int errors, int& process) {
  SpawnActions with;
  ::posix_spawn_file_actions_addopen(&with.files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  with.connect(output, STDOUT_FILENO);
  with.connect(errors, STDERR_FILENO);
  ::posix_spawn_file_actions_addclosefrom_np(&with.files, STDERR_FILENO + 1);
  sigset_t none, all;
  ::sigemptyset(&none);
  ::sigfillset(&all);
  ::posix_spawnattr_setsigmask(&with.attributes, &none);
  ::posix_spawnattr_setsigdefault(&with.attributes, &all);
  ::posix_spawnattr_setflags(&with.attributes,
                             POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  return ::posix_spawnp(&process, words.front().c_str(), &with.files, &with.attributes, arguments.data(),
                        environ);
}

std::optional<ProgramSaid> ask_program(const std::vector<std::string>& words, Duration at_most) {
  const std::chrono::duration<double> limit(at_most / unit::second);
  const auto until = Clock::now() + std::chrono::duration_cast<Clock::duration>(limit);
  Pipe output, errors;
  pid_t process = -1;
  const int problem = start_program(words, output.write_end, errors.write_end, process);
  if (problem == ENOENT) return std::nullopt;
  if (problem != 0)
    throw Error(fmt::format("{} cannot be started ({})", words.front(), std::strerror(problem)));
  output.close_write_end(), errors.close_write_end();
  ProgramSaid said;
  const bool in_time = hear(output, errors, said, until);
  if (!in_time) ::kill(-process, SIGKILL);
  said.exit_code = exit_code_of(process);
  if (!in_time) throw Error(fmt::format("{} did not answer within {:.0f} s", words.front(), limit.count()));
  return said;
}

}  // namespace hubwatt
