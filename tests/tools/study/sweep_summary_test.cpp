#include "tools/study/sweep_summary.hpp"

#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

// Three settings of two seeds; figures "a" and "b".
Study three_settings() {
  Study study;
  study.name = "s";
  study.scenario = "it's.toml";
  study.seeds = {1, 2};
  study.axes = {{"x", {{"low", {"k=1"}}, {"mid", {"k=\"2 kW\""}}, {"high", {"k=3"}}}, {}}};
  return study;
}

StudyResults results_of(const Study& study, std::vector<std::optional<double>> a) {
  StudyResults out;
  out.name = study.name;
  out.axes = study.axes;
  out.objectives = {
      {"a", Objective::Best::lowest}, {"a", Objective::Best::highest}, {"c", Objective::Best::lowest}};
  out.figures = {"a", "b"};
  for (std::size_t i = 0; i < a.size(); ++i) {
    StudyRow row;
    row.number = i + 1;
    row.state = a[i] ? StudyRow::State::done : StudyRow::State::failed;
    if (a[i]) row.values = {a[i], 0.0};
    if (!a[i]) row.problem = "broke", row.exit_code = 4;
    out.rows.push_back(row);
  }
  return out;
}

}  // namespace

TEST_CASE("the best setting has the best mean over its seeds") {
  const Study study = three_settings();
  const SweepSummary all = summarize(study, results_of(study, {1.0, 9.0, 4.0, 4.0, 2.0, 6.0}), "f.sqlite");
  CHECK(all.done == 6);
  CHECK(all.best.at(0).first == 3);  // the first of equals
  CHECK(all.best.at(0).last == 4);
  CHECK(all.best.at(0).value == 4.0);
  CHECK(all.best.at(1).first == 1);
  CHECK(all.best.at(1).value == 5.0);
  CHECK(all.best.at(2).first == 0);
  CHECK(exit_code(all) == 0);
}

TEST_CASE("a setting of which a seed failed is not the best") {
  const Study study = three_settings();
  const SweepSummary some = summarize(study, results_of(study, {1.0, 9.0, 0.5, {}, 2.0, 6.0}), "f.sqlite");
  CHECK(some.best.at(0).first == 5);
  REQUIRE(some.failed.size() == 1);
  CHECK(some.failed[0].command == "hubwatt run 'it'\\''s.toml' --set 'k=\"2 kW\"' --seed 2");
  CHECK(exit_code(some) == 4);
  CHECK(sweep_text(some, Language::english).find("point 4: broke") != std::string::npos);
}

TEST_CASE("failures of several kinds end a sweep with the code of a failure") {
  const Study study = three_settings();
  StudyResults results = results_of(study, {{}, {}, {}, {}, {}, {}});
  CHECK(exit_code(summarize(study, results, "f.sqlite")) == 4);
  results.rows[3].exit_code = 5;
  const SweepSummary none = summarize(study, results, "f.sqlite");
  CHECK(exit_code(none) == 1);
  CHECK(none.best.at(0).first == 0);
  const std::string text = sweep_text(none, Language::english);
  CHECK(text.find("and 3 more") != std::string::npos);
  CHECK(text.find("Best points") == std::string::npos);
}
