// Runs commands round after round and prints what each cost: median, lowest and highest CPU seconds (user and
// system, of the command and all it waited for) and the highest resident memory of any one of its processes.
// Rounds take all commands in turn, so that a slow minute of the machine falls on each. What the commands write
// to standard output is dropped.
//
//   bench_measure ROUNDS NAME COMMAND... [-- NAME COMMAND...]...
//
// One row per command: NAME median_s low_s high_s peak_mb. Where a command fails, so does this.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

namespace {

struct Case {
  char* name;
  std::vector<char*> command;  // ends in a null pointer, as execvp wants it
  std::vector<double> cpu_s;   // by round
  double peak_mb = 0.0;
};

std::vector<Case> cases_of(char** first, char** last) {
  std::vector<Case> cases;
  while (first != last) {
    char** const end =
        std::find_if(first, last, [](const char* word) { return std::string_view(word) == "--"; });
    if (end - first < 2) return {};
    cases.push_back({*first, {first + 1, end}, {}});
    cases.back().command.push_back(nullptr);
    first = end == last ? last : end + 1;
  }
  return cases;
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

[[noreturn]] void become(const std::vector<char*>& command) {
  const int nowhere = ::open("/dev/null", O_WRONLY);
  if (nowhere >= 0) ::dup2(nowhere, STDOUT_FILENO);
  ::execvp(command.front(), command.data());
  std::perror(command.front());
  ::_exit(127);
}

// Adds one run to the case; false where the command did not succeed.
bool run(Case& measured) {
  const pid_t pid = ::fork();
  if (pid < 0) return false;
  if (pid == 0) become(measured.command);
  int status = 0;
  rusage use{};
  if (::wait4(pid, &status, 0, &use) != pid || status != 0) return false;
  measured.cpu_s.push_back(seconds(use.ru_utime) + seconds(use.ru_stime));
  measured.peak_mb =
      std::max(measured.peak_mb, static_cast<double>(use.ru_maxrss) * 1024.0 / 1e6);  // KiB on Linux
  return true;
}

void print(Case& measured) {
  std::vector<double>& cpu_s = measured.cpu_s;
  std::sort(cpu_s.begin(), cpu_s.end());
  const double median = 0.5 * (cpu_s[(cpu_s.size() - 1) / 2] + cpu_s[cpu_s.size() / 2]);
  std::printf("%s %.4f %.4f %.4f %.1f\n", measured.name, median, cpu_s.front(), cpu_s.back(),
              measured.peak_mb);
}

std::optional<int> rounds_of(std::string_view text) {
  int rounds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rounds);
  if (error != std::errc{} || end != text.data() + text.size() || rounds < 1) return std::nullopt;
  return rounds;
}

}  // namespace

int main(int count, char** words) {
  const auto rounds = count > 3 ? rounds_of(words[1]) : std::nullopt;
  std::vector<Case> cases = rounds ? cases_of(words + 2, words + count) : std::vector<Case>{};
  if (cases.empty()) {
    std::fputs("usage: bench_measure ROUNDS NAME COMMAND... [-- NAME COMMAND...]...\n", stderr);
    return 2;
  }
  for (int round = 0; round < *rounds; ++round) {
    for (Case& measured : cases) {
      if (run(measured)) continue;
      std::fprintf(stderr, "%s failed\n", measured.name);
      return 1;
    }
  }
  for (Case& measured : cases) print(measured);
}
