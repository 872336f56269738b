#include "tools/study/slurm_engine.hpp"

#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>

#include "models/error.hpp"
#include "scenarios/sha256.hpp"
#include "tools/study/slurm_commands.hpp"
#include "tools/study/slurm_folder.hpp"

namespace hubwatt {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

using Clock = std::chrono::steady_clock;
using Wait = std::chrono::milliseconds;

// Between two looks into the folder, and between two questions to the controller, which serves all users: a share of
// the time that the job takes already.
Wait look_after(Clock::duration elapsed) {
  return std::clamp(std::chrono::duration_cast<Wait>(elapsed / 50), Wait(200ms), Wait(5s));
}
Wait ask_after(Clock::duration elapsed) {
  return std::clamp(std::chrono::duration_cast<Wait>(elapsed / 20), Wait(2s), Wait(30s));
}

// What a task wrote right before it ended may be seen here only after Slurm has said that it ended.
constexpr Wait until_files_are_seen = 10s;

// The same text for the same study, so that outcomes are taken up only where they are of the points that are asked for.
std::string mark_of(const Study& study, const std::string& version) {
  std::string text = version;
  for (const FileDigest& file : study.files) text += fmt::format("\n{} {}", file.sha256, file.path);
  return sha256(text) + "\n";
}

struct AwaitedTask {
  std::size_t number = 0;
  std::vector<std::size_t> points;
  std::optional<Clock::time_point> gone;  // since when Slurm does not run it any more
  std::string end;                        // what Slurm last said of it then
};

class SlurmSweep {
 public:
  SlurmSweep(const SlurmSite& site, const Study& study, std::span<const StudyPoint> points, int at_once,
             const Interrupts& interrupts, const PointDone& ended, const PointsReached& reached)
      : site_(site),
        study_(study),
        at_once_(at_once),
        interrupts_(interrupts),
        ended_(ended),
        reached_(reached),
        folder_(fs::absolute(site.folder), mark_of(study, site.version)),
        count_(points.size()) {
    for (const StudyPoint& point : points) left_.emplace(point.number, &point);
  }

  EngineEnd run() {
    forget_slurm_habits();
    for (const auto& [number, point] : left_) folder_.take_back(number);
    take_arrived();
    if (const auto before = folder_.submission()) {
      if (follow(before->job, still_queued(*before)) == EngineEnd::interrupted) return EngineEnd::interrupted;
    }
    if (!left_.empty()) {
      const SlurmSubmission now = submit();
      if (follow(now.job, awaited(now.tasks)) == EngineEnd::interrupted) return EngineEnd::interrupted;
    }
    if (lost_)
      folder_.forget_job();  // its logs tell more than was told
    else
      folder_.remove();
    return EngineEnd::all_ended;
  }

 private:
  static std::vector<AwaitedTask> awaited(const SlurmTasks& tasks) {
    std::vector<AwaitedTask> out;
    for (std::size_t i = 0; i < tasks.size(); ++i) out.push_back({i + 1, tasks[i], std::nullopt, ""});
    return out;
  }

  // Of a job that an earlier sweep left behind: its tasks that will still bring something. Where Slurm cannot say, all.
  std::vector<AwaitedTask> still_queued(const SlurmSubmission& before) const {
    std::vector<AwaitedTask> tasks = awaited(before.tasks);
    const SlurmQueue queue = queue_of(before.job);
    if (queue.answer == SlurmQueue::Answer::none)
      throw Error(fmt::format("Slurm does not say whether job {}, which an earlier sweep left, still runs",
                              to_text(before.job)));
    std::erase_if(tasks, [&](const AwaitedTask& task) {
      return std::none_of(queue.tasks.begin(), queue.tasks.end(), [&](const SlurmTaskState& state) {
        return state.task == task.number && !has_ended(state.state);
      });
    });
    return tasks;
  }

  SlurmSubmission submit() const {
    std::vector<std::size_t> points;
    for (const auto& [number, point] : left_) points.push_back(number);
    const SlurmTasks tasks = slurm_tasks(points, most_tasks_of_slurm());
    const std::vector<std::string> words =
        submission(folder_.script(), folder_.logs(), tasks.size(), at_once_);
    SlurmScript script;
    script.program = site_.program;
    script.directory = fs::current_path();
    script.study = study_.path;
    try {
      folder_.prepare(tasks, script);
      const SlurmJob job = submit_to_slurm(words);
      folder_.keep(job);
      return {job, tasks};
    } catch (const Error&) {
      folder_.remove();  // all that was in it is stored
      throw;
    }
  }

  // Until each of the tasks has brought what it will.
  EngineEnd follow(const SlurmJob& job, std::vector<AwaitedTask> tasks) {
    try {
      const Clock::time_point begin = Clock::now();
      for (Clock::time_point ask = begin + ask_after({});;) {
        take_arrived();
        std::erase_if(tasks, [this](const AwaitedTask& task) { return points_left(task).empty(); });
        if (tasks.empty()) return EngineEnd::all_ended;
        if (Clock::now() >= ask) {
          learn(queue_of(job), tasks);
          ask = Clock::now() + ask_after(Clock::now() - begin);
        }
        give_up(job, tasks);
        pollfd interrupted{interrupts_.descriptor(), POLLIN, 0};
        ::poll(&interrupted, 1, static_cast<int>(look_after(Clock::now() - begin).count()));
        if (!interrupts_.heard()) continue;
        stop(job);
        take_arrived();
        folder_.remove();
        return EngineEnd::interrupted;
      }
    } catch (...) {
      stop_quietly(job);
      throw;
    }
  }

  static void learn(const SlurmQueue& queue, std::vector<AwaitedTask>& tasks) {
    if (queue.answer == SlurmQueue::Answer::none) return;
    for (AwaitedTask& task : tasks) {
      const auto state = std::find_if(queue.tasks.begin(), queue.tasks.end(),
                                      [&](const SlurmTaskState& one) { return one.task == task.number; });
      if (state != queue.tasks.end() && !has_ended(state->state)) {
        task.gone.reset();  // put back into the queue, perhaps
        continue;
      }
      if (!task.gone) task.gone = Clock::now();
      if (state != queue.tasks.end())
        task.end = state->reason.empty() ? state->state : fmt::format("{}, {}", state->state, state->reason);
    }
  }

  // Points whose tasks are gone, and whose outcomes would be here by now.
  void give_up(const SlurmJob& job, const std::vector<AwaitedTask>& tasks) {
    for (const AwaitedTask& task : tasks) {
      if (!task.gone || Clock::now() - *task.gone < until_files_are_seen) continue;
      PointOutcome outcome;
      outcome.exit_code = 1;
      outcome.problem =
          fmt::format("task {}_{} of Slurm ended without an outcome ({})", job.number, task.number,
                      task.end.empty() ? "no longer in its queue, as after scancel" : task.end);
      for (const std::string& line : folder_.last_words(job, task.number)) outcome.problem += "\n" + line;
      lost_ = true;
      for (const std::size_t number : points_left(task)) tell(number, outcome);
    }
  }

  void take_arrived() {
    for (const std::size_t number : folder_.arrived()) {
      if (left_.count(number) == 0) continue;
      tell(number, folder_.outcome(number));
      folder_.put_aside(number);
    }
  }

  void tell(std::size_t number, const PointOutcome& outcome) {
    const auto at = left_.find(number);
    ended_(*at->second, outcome);
    left_.erase(at);
    if (reached_) reached_(static_cast<double>(count_ - left_.size()));
  }

  std::vector<std::size_t> points_left(const AwaitedTask& task) const {
    std::vector<std::size_t> out;
    for (const std::size_t number : task.points)
      if (left_.count(number) > 0) out.push_back(number);
    return out;
  }

  void stop(const SlurmJob& job) const {
    cancel(job);
    folder_.forget_job();
  }

  void stop_quietly(const SlurmJob& job) const {
    try {
      stop(job);
    } catch (const Error&) {  // what made us stop is told
    }
  }

  const SlurmSite& site_;
  const Study& study_;
  int at_once_;
  const Interrupts& interrupts_;
  const PointDone& ended_;
  const PointsReached& reached_;
  SlurmFolder folder_;
  std::size_t count_;
  std::map<std::size_t, const StudyPoint*> left_;
  bool lost_ = false;  // a point whose task ended without an outcome
};

}  // namespace

RunPoints run_points_by_slurm(SlurmSite site) {
  require_slurm();
  return [site = std::move(site)](const Study& study, std::span<const StudyPoint> points, int at_once,
                                  const Interrupts& interrupts, const PointDone& ended,
                                  const PointsReached& reached) {
    return SlurmSweep(site, study, points, at_once, interrupts, ended, reached).run();
  };
}

}  // namespace hubwatt
