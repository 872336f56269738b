#include "tests/tools/study/made_study.hpp"

#include <cmath>

namespace hubwatt::test {

Study made_study(const Scratch& at) {
  at.write("made.study.toml", "schema = 1\nname = \"made\"\n");
  Study study;
  study.name = "made";
  study.path = at.path() / "made.study.toml";
  study.scenario = at.path() / "parts/week.scenario.toml";
  study.set = {"duration=\"1 d\""};
  study.seeds = {7, 18'446'744'073'709'551'615u};
  study.axes.push_back(
      {"cooling", {{"air", {}}, {"plate", {"hub.*.cooling=\"cold-plate\"", "x=\"it's\""}}}, {}});
  study.axes.push_back({"policy", {{"a", {"p=1"}}, {"b", {"p=2"}}, {"c", {"p=3"}}}, {}});
  study.objectives = {{"total.cost_cny", Objective::Best::lowest},
                      {"hubs.a.green_share", Objective::Best::highest}};
  study.files = {{"made.study.toml", "00aa"}, {"parts/week.scenario.toml", "11bb"}};
  return study;
}

std::vector<StudyPoint> made_points(const Study& study) {
  std::vector<StudyPoint> points;
  for (const Level& cooling : study.axes.at(0).levels)
    for (const Level& policy : study.axes.at(1).levels)
      for (const std::uint64_t seed : study.seeds) {
        std::vector<std::string> set = study.set;
        set.insert(set.end(), cooling.set.begin(), cooling.set.end());
        set.insert(set.end(), policy.set.begin(), policy.set.end());
        points.push_back({points.size() + 1, seed, {cooling.name, policy.name}, set});
      }
  return points;
}

PointOutcome made_outcome(const StudyPoint& point) {
  const auto x = static_cast<double>(point.number);
  PointOutcome outcome;
  outcome.scenario_digest = "digest of " + std::to_string(point.number);
  outcome.figures = {{"total.pue", 1.0 + 1.0 / (x + 2.0)}, {"total.cost_cny", std::fmod(x * 7.1, 12.0)}};
  if (point.number % 3 == 0) outcome.figures.emplace_back("hubs.more.pue", std::sqrt(x));
  outcome.figures.emplace_back("hubs.a.green_share", 1.0 / 3.0 * x);
  outcome.figures.emplace_back("compliance.missed", 2.0);
  return outcome;
}

PointOutcome made_failure(const std::string& problem, int exit_code) {
  PointOutcome outcome;
  outcome.problem = problem;
  outcome.exit_code = exit_code;
  return outcome;
}

}  // namespace hubwatt::test
