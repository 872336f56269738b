// One run of a study, and what is kept of it: every number of its summary, by its path.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/forked_tasks.hpp"
#include "scenarios/study/study_points.hpp"

namespace hubwatt {

struct PointOutcome {
  // Why it failed, one line for each mistake; empty where it is done.
  std::string problem;
  // As the command line's: 0 done, 1 failed, 3 invalid input, 4 a policy failed, 5 an invariant broke.
  int exit_code = 0;
  std::string scenario_digest;  // of every file read
  // {"total.pue", 1.13}, {"hubs.zhongwei.water_l", 2e6}, ... in the order of summary.json; figures that are null are
  // left out. Also "compliance.kept" and "compliance.missed", numbers of rules.
  std::vector<std::pair<std::string, double>> figures;
};

// Reads the scenario with the settings of the point and runs it without writing a file. Never throws for what the
// point does; a process can do it once (SimGrid).
PointOutcome run_point(const Study& study, const StudyPoint& point, const ShareDone& report = {});

// To and from JSON, every bit of a figure kept. Throws Error where the text is no outcome.
std::string outcome_json(const PointOutcome& outcome);
PointOutcome outcome_from_json(std::string_view text);

}  // namespace hubwatt
