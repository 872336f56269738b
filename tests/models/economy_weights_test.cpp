#include "models/economy_weights.hpp"

#include <cmath>

#include "models/random.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

// Reciprocal; entry (i, j) = w_i / w_j x exp(noise).
std::vector<double> judgements_of(const std::vector<double>& weights, double noise, Random& random) {
  const std::size_t n = weights.size();
  std::vector<double> matrix(n * n, 1.0);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j) {
      matrix[i * n + j] = weights[i] / weights[j] * std::exp(noise * random.normal());
      matrix[j * n + i] = 1.0 / matrix[i * n + j];
    }
  }
  return matrix;
}

std::vector<double> random_weights(std::size_t n, Random& random) {
  std::vector<double> weights(n);
  double sum = 0.0;
  for (double& weight : weights) sum += weight = 0.1 + random.uniform();
  for (double& weight : weights) weight /= sum;
  return weights;
}

}  // namespace

TEST_CASE("judgements that agree with each other give back the weights they came from") {
  Random random(1, "weights");
  for (int round = 0; round < 2000; ++round) {
    const std::vector<double> weights = random_weights(1 + random.bits() % most_judged, random);
    const Priorities found = priorities(weights.size(), judgements_of(weights, 0.0, random));
    for (std::size_t i = 0; i < weights.size(); ++i)
      REQUIRE(found.weights[i] == Approx(weights[i]).epsilon(1e-12));
    REQUIRE(found.largest_eigenvalue == Approx(static_cast<double>(weights.size())).epsilon(1e-12));
    REQUIRE(found.consistency_ratio == Approx(0.0).margin(1e-12));
  }
}

TEST_CASE("weights are an eigenvector of sum one, and contradictions only raise the largest eigenvalue") {
  Random random(2, "weights");
  for (int round = 0; round < 2000; ++round) {
    const std::vector<double> weights = random_weights(2 + random.bits() % 9, random);
    const std::size_t n = weights.size();
    const std::vector<double> matrix = judgements_of(weights, 0.5, random);
    const Priorities found = priorities(n, matrix);
    double sum = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
      double row = 0.0;
      for (std::size_t j = 0; j < n; ++j) row += matrix[i * n + j] * found.weights[j];
      REQUIRE(row == Approx(found.largest_eigenvalue * found.weights[i]).epsilon(1e-10));
      sum += found.weights[i];
    }
    REQUIRE(sum == Approx(1.0).epsilon(1e-12));
    REQUIRE(found.largest_eigenvalue >= static_cast<double>(n) - 1e-9);
    if (n > 2) REQUIRE(found.consistency_ratio >= 0.0);
  }
}

TEST_CASE("three by three, the eigenvector is the geometric mean of the rows") {
  const double matrix[] = {1.0, 3.0, 5.0, 1.0 / 3.0, 1.0, 2.0, 1.0 / 5.0, 1.0 / 2.0, 1.0};
  const Priorities found = priorities(3, matrix);
  const double rows[] = {std::cbrt(15.0), std::cbrt(2.0 / 3.0), std::cbrt(0.1)};
  const double sum = rows[0] + rows[1] + rows[2];
  for (std::size_t i = 0; i < 3; ++i) CHECK(found.weights[i] == Approx(rows[i] / sum).epsilon(1e-12));
  // The largest eigenvalue of a 3 x 3 matrix in closed form, from the one cycle it has.
  const double cycle = std::cbrt(3.0 * 2.0 / 5.0), largest = 1.0 + cycle + 1.0 / cycle;
  CHECK(found.largest_eigenvalue == Approx(largest).epsilon(1e-12));
  CHECK(found.consistency_ratio == Approx((largest - 3.0) / 2.0 / 0.58).epsilon(1e-9));
  CHECK(found.consistency_ratio < most_inconsistent);
}

TEST_CASE("judgements that go in a circle are far above the limit") {
  // a over b, b over c, c over a: the ratio is 1 + 3 + 1/3 in closed form
  const double circle[] = {1.0, 3.0, 1.0 / 3.0, 1.0 / 3.0, 1.0, 3.0, 3.0, 1.0 / 3.0, 1.0};
  const Priorities found = priorities(3, circle);
  for (const double weight : found.weights) CHECK(weight == Approx(1.0 / 3.0));
  CHECK(found.consistency_ratio == Approx((4.0 / 3.0) / 2.0 / 0.58).epsilon(1e-9));
  CHECK(found.consistency_ratio > most_inconsistent);
}

TEST_CASE("one or two are always consistent") {
  CHECK(priorities(1, std::vector<double>{1.0}).weights == std::vector<double>{1.0});
  const Priorities two = priorities(2, std::vector<double>{1.0, 4.0, 0.25, 1.0});
  CHECK(two.weights[0] == Approx(0.8).epsilon(1e-12));
  CHECK(two.consistency_ratio == 0.0);
}

}  // namespace hubwatt
