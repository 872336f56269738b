// The engine of this machine: a process for each point.
#include <vector>

#include "tools/study/study_engine.hpp"

namespace hubwatt {

EngineEnd run_points_here(const Study& study, std::span<const StudyPoint> points, int at_once,
                          const Interrupts& interrupts, const PointDone& ended,
                          const PointsReached& reached) {
  std::vector<ForkedTask> tasks;
  for (const StudyPoint& point : points)
    tasks.push_back(
        {[&study, &point](const ShareDone& report) { return outcome_json(run_point(study, point, report)); },
         1.0});
  const auto task_ended = [&](const TaskEnd& end) {
    PointOutcome crash;
    crash.exit_code = 1, crash.problem = end.problem;
    ended(points[end.number], end.problem.empty() ? outcome_from_json(end.text) : crash);
  };
  ShareDone share;
  if (reached) share = [&](double of_all) { reached(of_all * static_cast<double>(points.size())); };
  try {
    run_forked_apart(tasks, at_once, interrupts, task_ended, share);
  } catch (const Interrupted&) {
    return EngineEnd::interrupted;
  }
  return EngineEnd::all_ended;
}

}  // namespace hubwatt
