#include "tools/study/slurm_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <deque>
#include <fstream>
#include <sstream>
#include <system_error>

#include "models/error.hpp"
#include "scenarios/result_directory.hpp"
#include "tools/output_file.hpp"

namespace hubwatt {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kept_lines = 5;
constexpr std::size_t longest_line = 400;
constexpr std::string_view of_outcome = ".json";

// Empty where there is none.
std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::size_t point_of(const std::string& name) {
  std::size_t point = 0;
  const char* const end = name.data() + name.size();
  const auto [rest, problem] = std::from_chars(name.data(), end, point);
  const bool named =
      problem == std::errc() && std::string_view(rest, static_cast<std::size_t>(end - rest)) == of_outcome;
  return named ? point : 0;
}

// Fit to be shown: whole characters, no controls.
std::string shown(std::string line) {
  if (line.size() > longest_line) {
    std::size_t end = longest_line;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
    line.resize(end);
  }
  std::replace_if(
      line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
  return line;
}

}  // namespace

SlurmFolder::SlurmFolder(const fs::path& path, const std::string& study) : path_(path) {
  const fs::path mark = path_ / "study";
  std::error_code problem;
  const bool ours = fs::exists(mark, problem);
  if (!ours && fs::exists(path_, problem) && !fs::is_empty(path_, problem))
    throw UsageError(
        fmt::format("{}: is needed for what Slurm's tasks write, and holds something else; move it, or "
                    "choose another file with -o",
                    path_.string()));
  if (ours && text_of(mark) != study) {
    if (const std::optional<SlurmSubmission> before = submission())
      throw UsageError(
          fmt::format("{}: job {} of Slurm runs another study there, or this one with other inputs or "
                      "another version; cancel it (scancel {}) and remove the folder, or choose another "
                      "file with -o",
                      path_.string(), to_text(before->job), before->job.number));
    remove();
  }
  fs::create_directories(path_, problem);
  if (!problem) write_output(mark, study);
  for (const char* name : {"outcomes", "stored", "logs"})
    if (!problem) fs::create_directories(path_ / name, problem);
  if (problem) throw Error(fmt::format("{}: cannot be made ({})", path_.string(), problem.message()));
}

std::optional<SlurmSubmission> SlurmFolder::submission() const {
  const std::optional<SlurmJob> job = submitted_job(text_of(path_ / "job"));
  if (!job) return std::nullopt;
  return SlurmSubmission{*job, slurm_tasks_of_text(text_of(path_ / "tasks"))};
}

void SlurmFolder::prepare(const SlurmTasks& tasks, SlurmScript script) const {
  forget_job();
  script.tasks = path_ / "tasks";
  script.outcomes = path_ / "outcomes";
  script.stored = path_ / "stored";
  write_output(script.tasks, slurm_tasks_text(tasks));
  write_output(this->script(), slurm_script(script));
}

void SlurmFolder::keep(const SlurmJob& job) const {
  write_output(path_ / "job", to_text(job) + "\n");
}

void SlurmFolder::forget_job() const {
  std::error_code ignored;
  fs::remove(path_ / "job", ignored);
}

std::vector<std::size_t> SlurmFolder::arrived() const {
  const fs::path folder = path_ / "outcomes";
  std::error_code problem;
  // A folder that this machine changes is one that it reads from the server again.
  const fs::path touch = folder / ".look";
  std::ofstream(touch).close();
  fs::remove(touch, problem);
  std::vector<std::size_t> points;
  for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem))
    if (const std::size_t point = point_of(at->path().filename().string()); point > 0)
      points.push_back(point);
  if (problem) throw Error(fmt::format("{}: cannot be read ({})", folder.string(), problem.message()));
  std::sort(points.begin(), points.end());
  return points;
}

PointOutcome SlurmFolder::outcome(std::size_t point) const {
  const fs::path path = file("outcomes", point);
  try {
    return outcome_from_json(text_of(path));
  } catch (const std::exception& damage) {
    PointOutcome outcome;
    outcome.problem = fmt::format("{}: is no outcome of a point ({})", path.string(), damage.what());
    outcome.exit_code = 1;
    return outcome;
  }
}

void SlurmFolder::put_aside(std::size_t point) const {
  std::error_code problem;
  fs::rename(file("outcomes", point), file("stored", point), problem);
  if (problem)
    throw Error(
        fmt::format("{}: cannot be put aside ({})", file("outcomes", point).string(), problem.message()));
}

void SlurmFolder::take_back(std::size_t point) const {
  std::error_code ignored;
  fs::remove(file("stored", point), ignored);
}

std::vector<std::string> SlurmFolder::last_words(const SlurmJob& job, std::size_t task) const {
  std::ifstream in(logs() / fmt::format("{}_{}.txt", job.number, task), std::ios::binary);
  std::deque<std::string> last;
  for (std::string line; std::getline(in, line);) {
    line = shown(std::move(line));
    if (line.find_first_not_of(' ') == std::string::npos) continue;
    last.push_back(std::move(line));
    if (last.size() > kept_lines) last.pop_front();
  }
  return {last.begin(), last.end()};
}

void SlurmFolder::remove() const {
  std::error_code ignored;  // a task that ends may still hold its log; nothing in here is needed any more
  fs::remove_all(path_, ignored);
}

fs::path SlurmFolder::file(const char* folder, std::size_t point) const {
  return path_ / folder / (std::to_string(point) + std::string(of_outcome));
}

}  // namespace hubwatt
