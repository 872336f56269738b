// What a sweep came to, for who waited for it: how many points are done, the best of them, and why others failed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/study/study_points.hpp"
#include "tools/study/study_results.hpp"
#include "tools/words.hpp"

namespace hubwatt {

// The best setting by one objective: the mean over its seeds, where every one of them is done. Of equals the first.
struct BestSetting {
  Objective objective;
  std::size_t first = 0, last = 0;  // its points; 0 where no setting has the figure
  double value = 0.0;
};

struct FailedPoint {
  std::size_t number = 0;
  int exit_code = 0;
  std::string problem;
  std::string command;  // that runs it by itself, for a shell
};

struct SweepSummary {
  std::string name;
  std::string file;
  std::size_t points = 0, done = 0;
  std::size_t seeds = 1;
  std::vector<std::string> axes;
  std::vector<StudyPoint> all;
  std::vector<BestSetting> best;    // by objective
  std::vector<FailedPoint> failed;  // by number
};

SweepSummary summarize(const Study& study, const StudyResults& results, const std::filesystem::path& file);

// 0 where all points are done, what the failures agree on, else 1.
int exit_code(const SweepSummary& summary);

std::string sweep_text(const SweepSummary& summary, Language language);
std::string sweep_json(const SweepSummary& summary);

}  // namespace hubwatt
