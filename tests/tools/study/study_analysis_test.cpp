#include "tools/study/study_analysis.hpp"

#include <algorithm>

#include "models/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/tools/study/study_samples.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

TEST_CASE("the best setting by each objective is told with what it is best by") {
  const StudyResults study = cost_against_carbon();
  const StudyAnalysis found = analysed(study);
  REQUIRE(found.best.size() == 2);
  const auto levels = [&](std::size_t setting) { return found.settings[setting].levels; };
  CHECK(found.best[0].value == Approx(3e6));
  CHECK(found.best[0].worst == Approx(4.3e6));
  REQUIRE(found.best[0].settings.size() == 1);
  CHECK(levels(found.best[0].settings[0]) == std::vector<std::string>{"immersion", "nearest"});
  CHECK(found.best[1].value == Approx(5e5));
  CHECK(levels(found.best[1].settings[0]) == std::vector<std::string>{"immersion", "greenest"});
}

TEST_CASE("settings are judged by their means over seeds, and the front holds the best by each objective") {
  const StudyAnalysis found = analysed(cost_against_carbon());
  CHECK(found.settings.size() == 6);
  CHECK(found.judged.size() == 6);
  CHECK(found.front == std::vector<std::size_t>{4, 5});
  const SeedSpread cost = found.settings[4].figures[0].value();
  CHECK(cost.mean == Approx(3e6));
  CHECK(cost.low == Approx(3e6 - 1000.0));
  CHECK(cost.high == Approx(3e6 + 1000.0));
  CHECK(cost.runs == 2);
}

TEST_CASE("a trade-off goes from the best by the first objective to the best by the other") {
  const StudyAnalysis found = analysed(cost_against_carbon());
  REQUIRE(found.trade_offs.size() == 1);
  CHECK(found.trade_offs[0].from == 4);
  CHECK(found.trade_offs[0].to == 5);
  CHECK(found.trade_offs[0].lost == Approx(3e5));
  CHECK(found.trade_offs[0].gained == Approx(-2e5));
}

TEST_CASE("the best settings by one objective are on the front when ties are told by the others") {
  Random random(21, "trade-offs");
  for (int round = 0; round < 500; ++round) {
    StudyResults study = full_factorial(
        {axis_of("a", {"p", "q", "r", "s"}), axis_of("b", {"x", "y", "z"})}, {1}, {"f", "g"},
        [&](const auto&, std::uint64_t) {
          const auto one = [&] { return static_cast<double>(static_cast<int>(random.uniform() * 4.0)); };
          return std::vector<std::optional<double>>{one(), one()};
        });
    study.objectives.push_back({"g", Objective::Best::highest});
    const StudyAnalysis found = analysed(study);
    const auto on_front = [&](std::size_t s) {
      return std::find(found.front.begin(), found.front.end(), s) != found.front.end();
    };
    REQUIRE(on_front(found.trade_offs.at(0).from));
    REQUIRE(on_front(found.trade_offs.at(0).to));
    REQUIRE(found.trade_offs[0].lost >= 0.0);
    REQUIRE(found.trade_offs[0].gained >= 0.0);
  }
}

TEST_CASE(
    "points that failed or wait are counted, and their settings are told by the others but not judged") {
  const StudyResults study = unfinished_study();
  const StudyAnalysis found = analysed(study);
  CHECK(found.done == 10);
  CHECK(found.failed == 1);
  CHECK(found.waiting == 1);
  CHECK(found.settings[1].rows.size() == 2);
  CHECK(found.settings[1].done == 1);
  CHECK(found.settings[1].figures[0]->runs == 1);
  CHECK(found.judged == std::vector<std::size_t>{0, 2, 4, 5});
  CHECK(found.rules->settings == 4);
  StudyResults lucky = study;
  lucky.rows[2].values[0] = 0.0;  // the one seed of its setting that is done
  CHECK(analysed(lucky).best[0].value == Approx(3e6));
  CHECK(found.variances.empty());
  CHECK_FALSE(found.deviations.empty());
}

TEST_CASE("limits are kept by a setting where no seed misses one") {
  StudyResults study = cost_against_carbon();
  const auto rules = analysed(study).rules;
  REQUIRE(rules);
  CHECK(rules->settings == 6);
  CHECK(rules->keeping == std::vector<std::size_t>{1, 3, 5});
  study.rows[2].values[4] = 1.0;  // one seed of the second setting
  CHECK(analysed(study).rules->keeping == std::vector<std::size_t>{3, 5});
  study.figures.resize(3);
  for (StudyRow& row : study.rows) row.values.resize(3);
  CHECK_FALSE(analysed(study).rules);
}

TEST_CASE("of settings that tie by one objective that is told first which is best by the others too") {
  StudyResults study = cost_against_carbon();
  for (StudyRow& row : study.rows) row.values[0] = 1.0;
  const StudyAnalysis found = analysed(study);
  CHECK(found.front == std::vector<std::size_t>{5});
  CHECK(found.best[0].settings == std::vector<std::size_t>{5, 0, 1, 2, 3, 4});
}

TEST_CASE("a study without a point that is done has an analysis that says nothing") {
  StudyResults study = cost_against_carbon();
  study.figures.clear();
  for (StudyRow& row : study.rows) {
    row.state = StudyRow::State::waiting;
    row.values.clear();
  }
  const StudyAnalysis found = analysed(study);
  CHECK(found.waiting == 12);
  CHECK(found.settings.size() == 6);
  CHECK(found.best.empty());
  CHECK(found.front.empty());
  CHECK(found.effects.empty());
  CHECK(found.trade_offs.empty());
}

TEST_CASE("an objective that no point has leaves the others, and no front is told") {
  StudyResults study = cost_against_carbon();
  study.objectives.push_back({"total.heat", Objective::Best::highest});
  const StudyAnalysis found = analysed(study);
  CHECK(found.best.size() == 2);
  CHECK(found.front.empty());
}

TEST_CASE("a setting that lacks a figure of the objectives is not judged") {
  StudyResults study = cost_against_carbon();
  for (const std::size_t row : {8u, 9u}) study.rows[row].values[0] = std::nullopt;
  const StudyAnalysis found = analysed(study);
  CHECK(found.judged.size() == 5);
  CHECK(std::find(found.front.begin(), found.front.end(), 4) == found.front.end());
}
