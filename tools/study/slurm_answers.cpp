#include "tools/study/slurm_answers.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace hubwatt {

namespace {

constexpr std::size_t array_size_unless_set = 1001;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view without_spaces(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// Takes the first line away.
std::string_view next_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return without_spaces(line);
}

// Takes the first word away.
std::string_view next_word(std::string_view& line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, end);
  line = without_spaces(line.substr(end));
  return word;
}

std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t number = 0;
  const auto [rest, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || rest != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

std::optional<SlurmJob> submitted_job(std::string_view printed) {
  std::string_view last;
  while (!printed.empty())
    if (const std::string_view line = next_line(printed); !line.empty()) last = line;
  const std::size_t end = std::min(last.find(';'), last.size());
  const std::string_view number = last.substr(0, end);
  if (number.empty() || !std::all_of(number.begin(), number.end(), is_digit)) return std::nullopt;
  return SlurmJob{std::string(number), std::string(last.substr(std::min(end + 1, last.size())))};
}

std::string to_text(const SlurmJob& job) {
  return job.cluster.empty() ? job.number : job.number + ";" + job.cluster;
}

std::vector<SlurmTaskState> task_states(std::string_view printed) {
  std::vector<SlurmTaskState> tasks;
  while (!printed.empty()) {
    std::string_view line = next_line(printed);
    const std::optional<std::size_t> task = number_of(next_word(line));
    const std::string_view state = next_word(line);
    if (!task || state.empty()) continue;
    tasks.push_back({*task, std::string(state), line == "None" ? "" : std::string(line)});
  }
  return tasks;
}

bool has_ended(std::string_view state) {
  static constexpr std::array<std::string_view, 9> ends{"BOOT_FAIL", "CANCELLED",     "COMPLETED",
                                                        "DEADLINE",  "FAILED",        "NODE_FAIL",
                                                        "PREEMPTED", "OUT_OF_MEMORY", "TIMEOUT"};
  return std::find(ends.begin(), ends.end(), state) != ends.end();
}

std::size_t most_array_tasks(std::string_view printed) {
  std::size_t size = array_size_unless_set;
  while (!printed.empty()) {
    const std::string_view line = next_line(printed);
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos || without_spaces(line.substr(0, equals)) != "MaxArraySize")
      continue;
    size = number_of(without_spaces(line.substr(equals + 1))).value_or(size);
  }
  return std::max<std::size_t>(size, 2) - 1;  // it is one more than the greatest index
}

}  // namespace hubwatt
