// The studies of the library run whole, and say what their heads say.
#include <map>

#include "scenarios/forked_tasks.hpp"
#include "scenarios/study/point_run.hpp"
#include "scenarios/study/study_reader.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

using Figures = std::map<std::string, double>;

// By levels.
std::map<std::vector<std::string>, Figures> carried_out(const std::string& name) {
  const Study study = read_study("scenarios/library/" + name + ".study.toml");
  const std::vector<StudyPoint> points = study_points(study);
  std::vector<ForkedTask> tasks;
  for (const StudyPoint& point : points)
    tasks.push_back({[&](const ShareDone& report) { return outcome_json(run_point(study, point, report)); }});
  std::map<std::vector<std::string>, Figures> out;
  const Interrupts interrupts;
  run_forked_apart(tasks, 2, interrupts, [&](const TaskEnd& end) {
    CAPTURE(name, end.number);
    REQUIRE(end.problem.empty());
    const PointOutcome outcome = outcome_from_json(end.text);
    CHECK(outcome.problem.empty());
    out[points[end.number].levels] = Figures(outcome.figures.begin(), outcome.figures.end());
    for (const Objective& objective : study.objectives)
      CHECK(out[points[end.number].levels].contains(objective.figure));
  });
  CHECK(out.size() == points.size());
  return out;
}

}  // namespace

TEST_CASE(
    "hello-cooling runs twelve points: what looks for less takes less, a battery saves money for losses") {
  auto points = carried_out("hello-cooling");
  CHECK(points.size() == 12);
  for (const char* cooling : {"indirect-evaporative", "cold-plate", "cold-plate, liquid_share 0.9"}) {
    CAPTURE(cooling);
    for (const char* battery : {"none", "by price"}) {
      const Figures& fixed = points.at({cooling, battery, "fixed"});
      const Figures& least = points.at({cooling, battery, "most-efficient"});
      CHECK(least.at("total.facility_energy_kwh") < fixed.at("total.facility_energy_kwh"));
    }
    for (const char* policy : {"fixed", "most-efficient"}) {
      const Figures& none = points.at({cooling, "none", policy});
      const Figures& some = points.at({cooling, "by price", policy});
      CHECK(some.at("total.cost_cny") < none.at("total.cost_cny"));
      CHECK(some.at("total.facility_energy_kwh") > none.at("total.facility_energy_kwh"));
    }
  }
}

TEST_CASE(
    "national-dispatch runs twelve points: the cheapest policy costs least, cold plates cool for least") {
  auto points = carried_out("national-dispatch");
  CHECK(points.size() == 12);
  for (const char* cooling : {"as built", "cold plates", "outside air"})
    for (const char* dispatch : {"east-west", "nearest", "cheapest", "greenest"}) {
      CAPTURE(dispatch, cooling);
      const Figures& here = points.at({dispatch, cooling});
      CHECK(here.at("total.cost_cny") >= points.at({"cheapest", cooling}).at("total.cost_cny"));
      CHECK(here.at("total.pue") >= points.at({dispatch, "cold plates"}).at("total.pue"));
      CHECK(here.at("total.pue") <= points.at({dispatch, "outside air"}).at("total.pue"));
    }
}
