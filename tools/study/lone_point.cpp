#include "tools/study/lone_point.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <vector>

#include "scenarios/result_directory.hpp"
#include "tools/output_file.hpp"
#include "tools/study/study_engine.hpp"

namespace hubwatt {

int run_lone_point(const Study& study, std::size_t number, const std::filesystem::path& output,
                   ProgressMode mode) {
  const std::vector<StudyPoint> points = study_points(study);
  if (number < 1 || number > points.size())
    throw UsageError(
        fmt::format("--point {}: {} has points 1 to {}", number, study.path.string(), points.size()));
  const StudyPoint& point = points[number - 1];
  PointsDone done;
  done.all = 1;
  const TellPoints tell = show_points(fmt::format("{} {}", study.name, number), mode, done);
  PointsReached reached;
  if (tell) reached = [&](double share) { done.reached = share, tell(done); };
  PointOutcome outcome;
  const PointDone ended = [&](const StudyPoint&, const PointOutcome& of_point) {
    outcome = of_point;
    done.ended = 1;
  };
  const Interrupts interrupts;
  if (run_points_here(study, {&point, 1}, 1, interrupts, ended, reached) == EngineEnd::interrupted)
    throw Error(fmt::format("point {} was interrupted; nothing was written", number));
  if (!outcome.problem.empty())
    std::fprintf(stderr, "hubwatt: point %zu: %s\n", number, outcome.problem.c_str());
  const std::string json = outcome_json(outcome);
  if (output.empty()) {
    std::fputs(json.c_str(), stdout);
    return outcome.exit_code;
  }
  write_output(output, json);
  return outcome.exit_code;
}

}  // namespace hubwatt
