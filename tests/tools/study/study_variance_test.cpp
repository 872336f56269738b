#include "tools/study/study_variance.hpp"

#include <cmath>
#include <numeric>

#include "models/random.hpp"
#include "tests/support/catch.hpp"
#include "tests/tools/study/study_samples.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

using Levels = std::vector<std::size_t>;
using Values = std::vector<std::optional<double>>;

VarianceParts parts_of(const StudyResults& study) {
  const auto parts = variance_parts(study, study_settings(study), 0);
  REQUIRE(parts);
  return *parts;
}

Axis numbered(const std::string& name, std::size_t levels) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < levels; ++i) names.push_back("l" + std::to_string(i));
  return axis_of(name, names);
}

}  // namespace

TEST_CASE("a sum of axes has no interactions, and each axis has the sum of squares of its own term") {
  const StudyResults study = full_factorial(
      {numbered("a", 2), numbered("b", 3)}, {1, 2}, {"y"}, [](const Levels& at, std::uint64_t) {
        return Values{10.0 * static_cast<double>(at[0]) + static_cast<double>(at[1])};
      });
  const VarianceParts parts = parts_of(study);
  // Twelve runs: a is 0 or 10 (5 from its mean), b is 0, 1 or 2.
  CHECK(parts.axes[0] == Approx(12 * 25.0));
  CHECK(parts.axes[1] == Approx(4 * 2.0));
  CHECK(parts.interactions == Approx(0.0).margin(1e-12));
  CHECK(parts.seeds == 0.0);
  CHECK(parts.total == Approx(308.0));
}

TEST_CASE("what two axes do only together is an interaction, and what seeds do is theirs") {
  const auto exclusive = [](const Levels& at, std::uint64_t) { return Values{at[0] == at[1] ? 1.0 : 0.0}; };
  const VarianceParts both =
      parts_of(full_factorial({numbered("a", 2), numbered("b", 2)}, {1}, {"y"}, exclusive));
  CHECK(both.axes[0] == Approx(0.0).margin(1e-12));
  CHECK(both.axes[1] == Approx(0.0).margin(1e-12));
  CHECK(both.interactions == Approx(both.total));

  const auto chance = [](const Levels&, std::uint64_t seed) { return Values{static_cast<double>(seed)}; };
  const VarianceParts seeds = parts_of(full_factorial({numbered("a", 2)}, {1, 2, 3}, {"y"}, chance));
  CHECK(seeds.seeds == Approx(4.0));
  CHECK(seeds.total == Approx(4.0));
  CHECK(seeds.axes[0] == Approx(0.0).margin(1e-12));
}

TEST_CASE("parts of the variance add up to the total and none is negative, whatever the values") {
  Random random(3, "variance");
  for (int round = 0; round < 2000; ++round) {
    const auto some = [&random](std::size_t most) {
      return 1 + static_cast<std::size_t>(random.uniform() * static_cast<double>(most));
    };
    std::vector<std::uint64_t> seeds(some(3));
    std::iota(seeds.begin(), seeds.end(), std::uint64_t{1});
    std::vector<double> all;
    const double shift = 1000.0 * random.normal();
    const StudyResults study =
        full_factorial({numbered("a", 1 + some(3)), numbered("b", some(3)), numbered("c", some(3))}, seeds,
                       {"y"}, [&](const Levels&, std::uint64_t) {
                         all.push_back(shift + random.normal());
                         return Values{all.back()};
                       });
    const double mean = std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size());
    double total = 0.0;
    for (const double y : all) total += (y - mean) * (y - mean);
    const VarianceParts parts = parts_of(study);
    REQUIRE(parts.total == Approx(total).epsilon(1e-8));
    REQUIRE(std::accumulate(parts.axes.begin(), parts.axes.end(), parts.interactions + parts.seeds) ==
            Approx(total).epsilon(1e-8));
    for (const double part : parts.axes) REQUIRE(part >= 0.0);
    REQUIRE(parts.interactions >= 0.0);
    REQUIRE(parts.seeds >= 0.0);
  }
}

TEST_CASE("a study that is not balanced, not done or does not vary has no shares") {
  StudyResults study = cost_against_carbon();
  CHECK(variance_parts(study, study_settings(study), 0));
  study.rows[4].state = StudyRow::State::waiting;
  CHECK_FALSE(variance_parts(study, study_settings(study), 0));
  study = cost_against_carbon();
  study.rows[4].values[0] = std::nullopt;
  CHECK_FALSE(variance_parts(study, study_settings(study), 0));
  study = cost_against_carbon();
  study.design = "latin-hypercube";
  CHECK_FALSE(variance_parts(study, study_settings(study), 0));
  study = cost_against_carbon();
  for (StudyRow& row : study.rows) row.values[0] = 0.1;
  CHECK_FALSE(variance_parts(study, study_settings(study), 0));
}

TEST_CASE("the deviation over seeds is pooled over settings") {
  const auto apart = [](const Levels& at, std::uint64_t seed) {
    return Values{100.0 * static_cast<double>(at[0]) +
                  (seed == 1 ? -1.0 : 1.0) * static_cast<double>(1 + at[0])};
  };
  StudyResults study = full_factorial({numbered("a", 2)}, {1, 2}, {"y"}, apart);
  // Within the first setting 1 + 1, within the second 4 + 4, over two degrees of freedom.
  CHECK(*deviation_over_seeds(study, study_settings(study), 0) == Approx(std::sqrt(5.0)));
  study.rows.resize(1);
  CHECK_FALSE(deviation_over_seeds(study, study_settings(study), 0));
}
