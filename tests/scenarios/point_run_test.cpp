#include "scenarios/study/point_run.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "models/random.hpp"
#include "scenarios/forked_tasks.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

Study study_of(const std::filesystem::path& scenario) {
  Study study;
  study.scenario = scenario;
  study.seeds = {1};
  return study;
}

// In a process of its own, and back through JSON.
PointOutcome outcome_of(const Study& study, const StudyPoint& point) {
  const ForkedTask task{
      [&](const ShareDone& report) { return outcome_json(run_point(study, point, report)); }};
  const Interrupts interrupts;
  return outcome_from_json(run_forked({&task, 1}, 1, interrupts).front());
}

StudyPoint point_of(std::uint64_t seed, std::vector<std::string> set) {
  return {1, seed, {}, std::move(set)};
}

// Figures against the summary of a run, whose tables go by slashes.
void check_equal_to_run(const PointOutcome& outcome, const FinishedRun& run) {
  REQUIRE(outcome.problem.empty());
  CHECK(outcome.exit_code == 0);
  CHECK(run.text("manifest.json").find(outcome.scenario_digest) != std::string::npos);
  CHECK(outcome.figures.size() > 100);
  for (const auto& [path, value] : outcome.figures) {
    if (path.starts_with("compliance.")) continue;
    std::string at = path;
    std::replace(at.begin(), at.end(), '.', '/');
    CAPTURE(path);
    REQUIRE(run.at(at) == value);
  }
  const std::string summary = run.text("summary.json");
  const auto count = [&summary](const std::string& what) {
    std::size_t n = 0;
    for (std::size_t at = summary.find(what); at != std::string::npos; at = summary.find(what, at + 1)) ++n;
    return static_cast<double>(n);
  };
  const std::map<std::string, double> by_path(outcome.figures.begin(), outcome.figures.end());
  CHECK(by_path.size() == outcome.figures.size());
  CHECK(by_path.at("compliance.kept") == count("\"pass\": true"));
  CHECK(by_path.at("compliance.missed") == count("\"pass\": false"));
}

}  // namespace

TEST_CASE("a point's figures are those of a run with the same changes and seed, to the last bit") {
  const std::vector<std::vector<std::string>> changes{
      {"duration=1 d"},
      {"duration=1 d", "hub.*.cooling=cold-plate"},
      {"duration=30 h", "start=2025-07-07T00:00:00", "policy.cooling=most-efficient"},
  };
  for (const auto& set : changes)
    for (const std::uint64_t seed : {1U, 7U}) {
      CAPTURE(set, seed);
      std::vector<std::string> with_seed = set;
      with_seed.push_back("seed=" + std::to_string(seed));
      const std::filesystem::path hello("scenarios/library/hello.toml");
      check_equal_to_run(outcome_of(study_of(hello), point_of(seed, set)), FinishedRun(hello, with_seed));
    }
}

TEST_CASE("a point of two sites with batteries, storage and outages has the figures of a run") {
  const std::filesystem::path plant("scenarios/library/plant-july.toml");
  const std::vector<std::string> set{"duration=3 d", "outage=[]"};
  check_equal_to_run(outcome_of(study_of(plant), point_of(0, set)),
                     FinishedRun(plant, {"duration=3 d", "outage=[]", "seed=0"}));
}

TEST_CASE("a point that cannot be run says why, and with which exit code a run would end") {
  const Study study = study_of("scenarios/library/hello.toml");
  const auto refused = outcome_of(study, point_of(1, {"hub.*.coolng=cold-plate", "duration=0 d"}));
  CHECK(refused.exit_code == 3);
  CHECK(refused.problem.find("did you mean 'cooling'?") != std::string::npos);
  CHECK(refused.problem.find('\n') != std::string::npos);  // a line for each mistake
  CHECK(refused.figures.empty());
  const auto no_policy = outcome_of(study, point_of(1, {"policy.dispatch={ module = \"missing.so\" }"}));
  CHECK(no_policy.exit_code == 4);
  CHECK(no_policy.problem.find("missing.so") != std::string::npos);
  const auto no_file = outcome_of(study_of("scenarios/library/none.toml"), point_of(1, {}));
  CHECK(no_file.exit_code == 3);
}

TEST_CASE("an outcome crosses as text without losing a bit") {
  Random random(1, "outcomes");
  for (int trial = 0; trial < 1000; ++trial) {
    PointOutcome outcome{"line one\n\"two\" \\ 三", trial % 6, "abc", {}};
    for (int i = 0; i < 30; ++i) {
      const double size = std::pow(10.0, 600.0 * random.uniform() - 300.0);
      outcome.figures.emplace_back("hubs.a.b." + std::to_string(i), (random.uniform() - 0.5) * size);
    }
    outcome.figures.emplace_back("zero", -0.0);
    outcome.figures.emplace_back("least", std::numeric_limits<double>::denorm_min());
    outcome.figures.emplace_back("most", std::numeric_limits<double>::max());
    const PointOutcome back = outcome_from_json(outcome_json(outcome));
    REQUIRE(back.problem == outcome.problem);
    REQUIRE(back.exit_code == outcome.exit_code);
    REQUIRE(back.scenario_digest == outcome.scenario_digest);
    REQUIRE(back.figures == outcome.figures);
    REQUIRE(std::signbit(back.figures[30].second));
  }
}

TEST_CASE("a text that is no outcome is refused") {
  for (const char* text : {"", "{}", "[1]", "{\"schema\": 2}", "{\"schema\": 1, \"problem\": 3}"})
    CHECK_THROWS_AS(outcome_from_json(text), Error);
  const std::string whole = outcome_json({"", 0, "d", {{"total.pue", 1.5}}});
  for (std::size_t cut = 1; cut < whole.size() - 1; ++cut)
    CHECK_THROWS_AS(outcome_from_json(whole.substr(0, cut)), Error);
}
