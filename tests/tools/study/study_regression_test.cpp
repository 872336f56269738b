#include "tools/study/study_regression.hpp"

#include <fmt/format.h>

#include <cmath>

#include "models/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/tools/study/study_samples.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

using Column = std::vector<double>;

// Two ranges and an axis of two levels; y of x, z and the level's position.
template <class Function>
StudyResults drawn(std::size_t n, Random& random, const Function& y) {
  StudyResults out{"drawn", "a.toml", "1", "d", "latin-hypercube", {}, {}, {}, {"y"}, {}};
  out.axes = {range_of("x", 0.0, 1.0), range_of("z", 0.0, 1e9, "MW"), axis_of("kind", {"k0", "k1"})};
  out.objectives = {{"y", Objective::Best::lowest}};
  for (std::size_t i = 0; i < n; ++i) {
    const double x = random.uniform(), z = 1000.0 * random.uniform();
    const bool second = random.uniform() < 0.5;
    out.rows.push_back({i + 1,
                        1,
                        {fmt::format("{}", x), fmt::format("{} MW", z), second ? "k1" : "k0"},
                        StudyRow::State::done,
                        "",
                        {y(x, z, second ? 1.0 : 0.0)}});
  }
  return out;
}

double deviation(const StudyResults& study, const std::function<double(const StudyRow&)>& of) {
  double mean = 0.0, sum = 0.0;
  for (const StudyRow& row : study.rows) mean += of(row) / static_cast<double>(study.rows.size());
  for (const StudyRow& row : study.rows) sum += (of(row) - mean) * (of(row) - mean);
  return std::sqrt(sum);
}

}  // namespace

TEST_CASE("of a plane the coefficients are its slopes, standardised, and nothing is left over") {
  Random random(11, "planes");
  for (int round = 0; round < 300; ++round) {
    const double a = random.normal(), b = random.normal() / 1000.0, c = random.normal();
    const StudyResults study =
        drawn(8 + static_cast<std::size_t>(round % 30), random,
              [&](double x, double z, double k) { return 5.0 + a * x + b * z + c * k; });
    const auto found = figure_regression(study, 0);
    REQUIRE(found);
    if (!found->r_squared) continue;  // all draws of one kind may fall together
    REQUIRE(*found->r_squared == Approx(1.0).epsilon(1e-9));
    const double of_y = deviation(study, [](const StudyRow& row) { return *row.values[0]; });
    const auto of_axis = [&](std::size_t axis) {
      return deviation(study, [axis](const StudyRow& row) { return number_in(row.levels[axis]).value(); });
    };
    REQUIRE(*found->ranges[0].coefficient == Approx(a * of_axis(0) / of_y).margin(1e-9));
    REQUIRE(*found->ranges[1].coefficient == Approx(b * of_axis(1) / of_y).margin(1e-9));
  }
}

TEST_CASE("a rank correlation is 1 for whatever rises, -1 for whatever falls, and that of Spearman between") {
  CHECK(*rank_correlation(Column{1, 2, 3, 10}, Column{1, 8, 27, 28}) == Approx(1.0));
  CHECK(*rank_correlation(Column{1, 2, 3, 10}, Column{0, -1, -2, -3}) == Approx(-1.0));
  // 1 - 6 (sum of d^2 = 2) / (4 x 15)
  CHECK(*rank_correlation(Column{1, 2, 3, 4}, Column{1, 2, 4, 3}) == Approx(0.8));
  // Ties take their mean rank: 0, 1.5, 1.5, 3.
  CHECK(*rank_correlation(Column{1, 2, 2, 3}, Column{1, 2, 3, 4}) == Approx(4.5 / std::sqrt(4.5 * 5.0)));
  CHECK_FALSE(rank_correlation(Column{1, 1, 1}, Column{1, 2, 3}));
}

TEST_CASE("a figure that no range moves has small coefficients and a small R2") {
  Random random(12, "planes");
  const StudyResults study = drawn(2000, random, [&](double, double, double) { return random.normal(); });
  const auto found = figure_regression(study, 0);
  CHECK(*found->r_squared < 0.01);
  for (const RangeEffect& range : found->ranges) {
    CHECK(std::abs(*range.coefficient) < 0.1);
    CHECK(std::abs(*range.rank_correlation) < 0.1);
  }
}

TEST_CASE("too few points, or a figure that stays, give no coefficients") {
  Random random(13, "planes");
  const auto rising = [](double x, double z, double) { return x + z; };
  CHECK_FALSE(figure_regression(drawn(2, random, rising), 0));
  const auto few = figure_regression(drawn(4, random, rising), 0);
  CHECK_FALSE(few->r_squared);
  CHECK(few->ranges[0].rank_correlation);
  CHECK_FALSE(figure_regression(drawn(40, random, [](double, double, double) { return 1.5; }), 0));
  CHECK_FALSE(figure_regression(cost_against_carbon(), 0));
}

TEST_CASE("a range's level tells its number") {
  CHECK(number_in("12.5 MW") == 12.5);
  CHECK(number_in("-3e-2") == -0.03);
  CHECK_FALSE(number_in("fast"));
}
