#include <algorithm>
#include <cmath>
#include <limits>

#include "models/units.hpp"
#include "scenarios/projection/distribution_text.hpp"
#include "scenarios/projection/quantile.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

DrawnInput unlimited(Distribution distribution) {
  return {"input", std::move(distribution), -infinite, infinite};
}

// Some distribution without steps in its cumulated share.
Distribution some_continuous(Random& random) {
  const double a = 0.1 + 10.0 * random.uniform();
  const double b = a + 0.1 + 10.0 * random.uniform();
  switch (random.bits() % 6) {
    case 0:
      return Exponential{a};
    case 1:
      return Lognormal{a, b};
    case 2:
      return Weibull{a, 0.5 + 3.0 * random.uniform()};
    case 3:
      return Uniform{-a, b};
    case 4:
      return Normal{a - 5.0, b - a};
    default:
      return Triangular{a - 5.0, a - 5.0 + (b - a) * random.uniform(), b - 5.0};
  }
}

// Mean and mean square over equal steps of the share.
std::pair<double, double> moments_by_quantile(const DrawnInput& input) {
  constexpr int steps = 200000;
  const Quantile value(input);
  double sum = 0.0, squares = 0.0;
  for (int i = 0; i < steps; ++i) {
    const double x = value((i + 0.5) / steps);
    sum += x, squares += x * x;
  }
  return {sum / steps, squares / steps};
}

}  // namespace

TEST_CASE("the quantile inverts the cumulated share of every distribution") {
  Random random(1, "quantiles");
  for (int trial = 0; trial < 20000; ++trial) {
    const DrawnInput input = unlimited(some_continuous(random));
    const double p = 1e-6 + (1.0 - 2e-6) * random.uniform();
    INFO("kind " << input.distribution.index() << ", p = " << p);
    REQUIRE(cumulated_share(input.distribution, quantile(input, p)) == Approx(p).epsilon(1e-9));
  }
}

TEST_CASE("quantiles of a cut off distribution lie within the limits and share out the mass between them") {
  Random random(2, "quantiles");
  for (int trial = 0; trial < 20000; ++trial) {
    DrawnInput input = unlimited(some_continuous(random));
    const bool tails = !std::holds_alternative<Uniform>(input.distribution) &&
                       !std::holds_alternative<Triangular>(input.distribution);
    if (!tails) continue;
    const double a = quantile(input, 0.001 + 0.1 * random.uniform());
    const double b = quantile(input, 0.5 + 0.49 * random.uniform());
    input.low = a, input.high = b;
    const double p = 1e-6 + (1.0 - 2e-6) * random.uniform();
    const double x = quantile(input, p);
    REQUIRE(x >= a);
    REQUIRE(x <= b);
    const double below = cumulated_share(input.distribution, a);
    const double within = cumulated_share(input.distribution, b) - below;
    REQUIRE((cumulated_share(input.distribution, x) - below) / within == Approx(p).epsilon(1e-7));
  }
}

TEST_CASE("the greatest share below one gives no infinite draw where the key is limited") {
  const double last = 1.0 - 0.5 * std::numeric_limits<double>::epsilon();
  for (const Distribution& d : {Distribution(Normal{0.3, 0.2}), Distribution(Exponential{0.3})}) {
    CHECK(quantile({"input", d, 0.0, 1.0}, last) <= 1.0);
    CHECK(std::isfinite(quantile({"input", d, 0.0, infinite}, last)));
  }
}

TEST_CASE("quantiles have the mean and the spread of draws by sample") {
  const Distribution cases[] = {
      Constant{3.5},      Exponential{2.0},          Lognormal{4.0, 20.0},
      Weibull{10.0, 2.0}, Uniform{-1.0, 5.0},        Choice{{64, 32, 128}, {0.5, 0.3, 0.2}},
      Normal{10.0, 3.0},  Triangular{1.0, 2.0, 6.0}, Lognormal{5.0, 5.0}};
  for (const Distribution& distribution : cases) {
    INFO("kind " << distribution.index());
    const auto [average, square] = moments_by_quantile(unlimited(distribution));
    CHECK(average == Approx(mean(distribution)).epsilon(1e-3));
    Random random(3, "sample");
    constexpr int draws = 400000;
    double sum = 0.0, squares = 0.0;
    for (int i = 0; i < draws; ++i) {
      const double x = sample(distribution, random);
      sum += x, squares += x * x;
    }
    CHECK(average == Approx(sum / draws).epsilon(0.01));
    const double variance = squares / draws - sum * sum / draws / draws;
    CHECK(square - average * average == Approx(variance).epsilon(0.06).margin(1e-9));
  }
}

TEST_CASE("a choice gives its values in ascending order, each for its share") {
  const DrawnInput input = unlimited(Choice{{3, 1, 2}, {1, 2, 1}});
  CHECK(quantile(input, 0.01) == 1.0);
  CHECK(quantile(input, 0.5) == 1.0);
  CHECK(quantile(input, 0.51) == 2.0);
  CHECK(quantile(input, 0.76) == 3.0);
  CHECK(quantile(unlimited(Choice{{3, 1}, {1, 0}}), 0.01) == 3.0);
}

TEST_CASE("the central value is the one an expert would name") {
  CHECK(central(Normal{2.0, 1.0}) == 2.0);
  CHECK(central(Lognormal{2.0, 9.0}) == 2.0);
  CHECK(central(Triangular{1.0, 2.0, 9.0}) == 2.0);
  CHECK(central(Uniform{1.0, 4.0}) == 2.5);
  CHECK(central(Exponential{3.0}) == 3.0);
  CHECK(central(Constant{7.0}) == 7.0);
}

TEST_CASE("a distribution whose draws its key does not take has no support") {
  const auto problem = [](const Distribution& d) {
    return support_problem({"input", d, 0.0, 1.0}).value_or("none");
  };
  CHECK(problem(Normal{0.5, 0.1}) == "none");
  CHECK(problem(Normal{0.1, 0.078}) == "none");  // 90.01 % are above 0
  CHECK(problem(Normal{0.1, 0.1}) ==
        "has too little support: 84.1 % of its draws are within the limits of the key (at least 90 %)");
  CHECK(problem(Lognormal{1e9, 2e9}) == "has no support: no draw is within the limits of the key");
  CHECK(problem(Exponential{0.1}) == "none");
  CHECK(problem(Triangular{0.2, 0.3, 1.1}) == "has no support: draws reach above the limit of the key");
  CHECK(problem(Uniform{-0.1, 0.3}) == "has no support: draws reach below the limit of the key");
  CHECK(problem(Choice{{0.5, 2.0}, {1.0, 0.0}}) == "none");
  CHECK(problem(Choice{{0.5, 2.0}, {1.0, 0.1}}) == "has no support: draws reach above the limit of the key");
  CHECK(problem(Constant{1.0}) == "none");
  CHECK_FALSE(support_problem(unlimited(Normal{0.0, 1e9})));
}

TEST_CASE("the text of a distribution names its figures in units") {
  CHECK(distribution_text(Triangular{0.1, 0.2, 0.4}, {}) == "triangular 0.1 .. 0.2 .. 0.4");
  const Scale power{.dimension = Power::dimension};
  CHECK(distribution_text(Normal{15e6, 2e6}, power) == "normal 15 MW +- 2 MW");
  CHECK(distribution_text(Uniform{1e6, 2e6}, power) == "uniform 1 MW .. 2 MW");
  CHECK(distribution_text(Choice{{1, 2}, {1, 3}}, {}) == "choice of 1 (25 %), 2 (75 %)");
  const Scale temperature{.temperature = true};
  CHECK(distribution_text(Normal{293.15, 2.0}, temperature) == "normal 20 degC +- 2 K");
}

}  // namespace hubwatt
