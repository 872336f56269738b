#include "models/economy_index.hpp"

#include <cmath>
#include <numeric>

#include "models/random.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

// Two groups of two parts; the first part of each has two indicators.
DevelopmentIndex small_index() {
  DevelopmentIndex index;
  for (const std::string group : {"a", "b"}) {
    index.groups.push_back({group,
                            {},
                            {},
                            {{group + "1", {}, {}, {{group + "11", {}, {}, {}}, {group + "12", {}, {}, {}}}},
                             {group + "2", {}, {}, {{group + "21", {}, {}, {}}}}}});
  }
  return index;
}

std::vector<std::vector<double>> random_regions(std::size_t count, Random& random) {
  std::vector<std::vector<double>> regions(count, std::vector<double>(6));
  for (auto& region : regions)
    for (double& figure : region) figure = std::exp(2.0 * random.normal());
  return regions;
}

}  // namespace

TEST_CASE("an index branches into its groups, their parts and those parts' indicators") {
  const DevelopmentIndex index = small_index();
  CHECK(indicators_of(index).size() == 6);
  const std::vector<IndexBranch> branches = branches_of(index);
  REQUIRE(branches.size() == 7);
  CHECK(branches[0].of.empty());
  CHECK(branches[0].members == std::vector<std::string>{"a", "b"});
  CHECK(branches[2].of == "b");
  CHECK(branches[2].members == std::vector<std::string>{"b1", "b2"});
  CHECK(branches[3].members == std::vector<std::string>{"a11", "a12"});
}

TEST_CASE("branches that nobody judges weigh equally, and say so") {
  const BranchJudgement judged[] = {{"", {1.0, 4.0, 0.25, 1.0}}};
  const std::vector<BranchWeights> weights = index_weights(small_index(), judged);
  CHECK(weights[0].weighing == Weighing::judged);
  CHECK(weights[0].weights[0] == Approx(0.8));
  for (std::size_t i = 1; i < weights.size(); ++i) {
    CHECK(weights[i].weighing == Weighing::equal);
    CHECK(std::accumulate(weights[i].weights.begin(), weights[i].weights.end(), 0.0) == Approx(1.0));
  }
}

TEST_CASE("scores by hand: weights times standardised figures") {
  const BranchJudgement judged[] = {{"", {1.0, 4.0, 0.25, 1.0}}, {"a1", {1.0, 3.0, 1.0 / 3.0, 1.0}}};
  const DevelopmentIndex index = small_index();
  const std::vector<BranchWeights> weights = index_weights(index, judged);
  // a11 a12 a21 b11 b12 b21 of three regions
  const std::vector<std::vector<double>> figures = {
      {0.0, 5.0, 1.0, 2.0, 7.0, 0.0}, {10.0, 5.0, 3.0, 1.0, 3.0, 1.0}, {5.0, 5.0, 2.0, 0.0, 5.0, 4.0}};
  const auto scores = index_scores(index, weights, Standardization::min_max, figures);
  REQUIRE(scores.size() == 3);
  CHECK(scores[0].groups[0] == Approx(0.5 * (0.75 * 0.0 + 0.25 * 50.0) + 0.5 * 0.0));
  CHECK(scores[0].groups[1] == Approx(0.5 * (0.5 * 100.0 + 0.5 * 100.0) + 0.5 * 0.0));
  CHECK(scores[0].score == Approx(0.8 * scores[0].groups[0] + 0.2 * scores[0].groups[1]));
  CHECK(scores[2].groups[0] == Approx(0.5 * (0.75 * 50.0 + 0.25 * 50.0) + 0.5 * 50.0));
}

TEST_CASE("scores stay in their range, have their mean and do not depend on units") {
  Random random(1, "index");
  const DevelopmentIndex index = small_index();
  const std::vector<BranchWeights> weights = index_weights(index, {});
  for (int round = 0; round < 1000; ++round) {
    const auto figures = random_regions(2 + random.bits() % 30, random);
    auto rescaled = figures;  // another unit and another zero for each indicator
    for (std::size_t k = 0; k < 6; ++k) {
      const double times = std::exp(random.normal()), plus = random.normal();
      for (auto& region : rescaled) region[k] = times * region[k] + plus;
    }
    for (const Standardization way : {Standardization::min_max, Standardization::z_score}) {
      const auto scores = index_scores(index, weights, way, figures);
      const auto others = index_scores(index, weights, way, rescaled);
      double mean = 0.0;
      for (std::size_t r = 0; r < scores.size(); ++r) {
        mean += scores[r].score / static_cast<double>(scores.size());
        REQUIRE(others[r].score == Approx(scores[r].score).epsilon(1e-9));
        if (way == Standardization::min_max) {
          REQUIRE(scores[r].score >= 0.0);
          REQUIRE(scores[r].score <= 100.0 + 1e-9);
        }
      }
      if (way == Standardization::z_score) REQUIRE(mean == Approx(50.0).epsilon(1e-9));
    }
  }
}

TEST_CASE("a region that is best in everything scores highest, and more never lowers a score") {
  Random random(2, "index");
  const DevelopmentIndex index = small_index();
  const std::vector<BranchWeights> weights = index_weights(index, {});
  for (int round = 0; round < 1000; ++round) {
    auto figures = random_regions(5, random);
    for (std::size_t k = 0; k < 6; ++k) {
      for (std::size_t r = 1; r < 5; ++r) figures[0][k] = std::max(figures[0][k], figures[r][k]);
    }
    const auto scores = index_scores(index, weights, Standardization::min_max, figures);
    CHECK(scores[0].score == Approx(100.0));
    const std::size_t k = random.bits() % 6, r = 1 + random.bits() % 4;
    figures[r][k] *= 1.5;
    const auto after = index_scores(index, weights, Standardization::min_max, figures);
    REQUIRE(after[r].score >= scores[r].score - 1e-9);
  }
}

TEST_CASE("an indicator in which all regions are alike sets none apart") {
  const std::vector<double> alike = {3.0, 3.0, 3.0};
  for (const Standardization way : {Standardization::min_max, Standardization::z_score})
    CHECK(standardized(alike, way) == std::vector<double>{50.0, 50.0, 50.0});
}

}  // namespace hubwatt
