#include "tools/study/study_effects.hpp"

#include "models/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/tools/study/study_samples.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

TEST_CASE("in a full factorial the effect of a level is its mean over all others, from the mean of all") {
  const StudyResults study = cost_against_carbon();
  const AxisEffect cooling = axis_effect(study, 0, 0).value();
  CHECK(cooling.reference == Approx(3.65e6));
  REQUIRE(cooling.levels.size() == 3);
  CHECK(cooling.levels[0].mean == Approx(4.15e6));
  CHECK(cooling.levels[0].change == Approx(5e5));
  CHECK(cooling.levels[2].change == Approx(-5e5));
  CHECK(cooling.levels[1].low == Approx(3.5e6 - 1000.0));
  CHECK(cooling.levels[1].high == Approx(3.8e6 + 1000.0));
  CHECK(cooling.levels[1].runs == 4);
  CHECK(cooling.span == Approx(1e6));
  CHECK(axis_effect(study, 1, 0)->span == Approx(3e5));
}

TEST_CASE("changes of the levels of a balanced design add up to nought") {
  Random random(5, "effects");
  for (int round = 0; round < 1000; ++round) {
    const StudyResults study = full_factorial(
        {axis_of("a", {"x", "y", "z"}), axis_of("b", {"p", "q"})}, {1, 2}, {"f"},
        [&](const auto&, std::uint64_t) { return std::vector<std::optional<double>>{random.normal()}; });
    for (std::size_t axis = 0; axis < 2; ++axis) {
      double sum = 0.0;
      const AxisEffect effect = axis_effect(study, axis, 0).value();
      for (const LevelMean& level : effect.levels) {
        sum += level.change;
        REQUIRE(level.low <= level.mean);
        REQUIRE(level.mean <= level.high);
      }
      REQUIRE(sum == Approx(0.0).margin(1e-12));
    }
  }
}

TEST_CASE(
    "one at a time a level is told against the base point, and points that differ by more are left out") {
  StudyResults study = cost_against_carbon();
  study.design = "one-at-a-time";
  const AxisEffect cooling = axis_effect(study, 0, 0).value();
  CHECK(cooling.reference == Approx(4e6));
  CHECK(cooling.levels[0].change == 0.0);
  CHECK(cooling.levels[2].change == Approx(-1e6));
  CHECK(cooling.levels[2].runs == 2);
  for (StudyRow& row : study.rows)
    if (is_base_but_for(study, row, 0) && is_base_but_for(study, row, 1)) row.state = StudyRow::State::failed;
  CHECK_FALSE(axis_effect(study, 0, 0));
}

TEST_CASE("levels without a point that is done are left out, and a range has no levels") {
  StudyResults study = cost_against_carbon();
  for (StudyRow& row : study.rows)
    if (row.levels[0] == "air") row.state = StudyRow::State::waiting;
  CHECK(axis_effect(study, 0, 0)->levels.size() == 2);
  CHECK(axis_effect(study, 0, 0)->levels.front().level == 1);
  for (StudyRow& row : study.rows) row.state = StudyRow::State::waiting;
  CHECK_FALSE(axis_effect(study, 0, 0));
  study.axes[1] = range_of("share", 0.0, 1.0);
  CHECK_FALSE(axis_effect(study, 1, 0));
}
