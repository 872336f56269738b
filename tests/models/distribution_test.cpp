#include "models/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr int draws = 100000;

std::vector<double> sorted_draws(const Distribution& distribution) {
  Random random(9, "distribution");
  std::vector<double> out(draws);
  for (double& x : out) x = sample(distribution, random);
  std::sort(out.begin(), out.end());
  return out;
}

// Share of draws at or below x, in standard errors from p.
double errors_from(const std::vector<double>& sorted, double x, double p) {
  const auto below = static_cast<double>(std::upper_bound(sorted.begin(), sorted.end(), x) - sorted.begin());
  return (below / draws - p) / std::sqrt(p * (1.0 - p) / draws);
}

}  // namespace

TEST_CASE("the mean of many draws is the mean of the distribution") {
  const Distribution cases[] = {Constant{3.5},
                                Exponential{120.0},
                                Lognormal{14400.0, 72000.0},
                                Weibull{10.0, 2.0},
                                Weibull{10.0, 0.8},
                                Uniform{-1.0, 5.0},
                                Lognormal{5.0, 5.0},
                                Choice{{32, 64, 128}, {0.5, 0.3, 0.2}},
                                Normal{-2.0, 0.5},
                                Triangular{1.0, 2.0, 6.0},
                                Triangular{1.0, 1.0, 6.0},
                                Triangular{1.0, 6.0, 6.0}};
  for (const Distribution& distribution : cases) {
    const std::vector<double> x = sorted_draws(distribution);
    double sum = 0.0, squares = 0.0;
    for (const double v : x) sum += v, squares += v * v;
    const double drawn = sum / draws;
    const double error = std::sqrt(std::max(squares / draws - drawn * drawn, 0.0) / draws);
    INFO("kind " << distribution.index());
    CHECK(std::abs(drawn - mean(distribution)) <= 4.0 * error + 1e-9 * std::abs(drawn));
  }
}

TEST_CASE("the means of closed form are those of the textbooks") {
  CHECK(mean(Lognormal{1.0, std::exp(1.6448536269514722)}) == Approx(std::exp(0.5)));
  CHECK(mean(Weibull{1.0, 1.0}) == Approx(1.0));
  CHECK(mean(Weibull{2.0, 2.0}) == Approx(std::sqrt(std::acos(-1.0))));
  CHECK(mean(Choice{{1, 2}, {3, 1}}) == Approx(1.25));
}

TEST_CASE("draws fall below the quantiles as often as they should") {
  const std::vector<double> lognormal = sorted_draws(Lognormal{14400.0, 72000.0});
  CHECK(std::abs(errors_from(lognormal, 14400.0, 0.5)) < 4.0);
  CHECK(std::abs(errors_from(lognormal, 72000.0, 0.95)) < 4.0);
  const std::vector<double> exponential = sorted_draws(Exponential{2.0});
  for (const double x : {0.1, 1.0, 2.0, 8.0})
    CHECK(std::abs(errors_from(exponential, x, 1.0 - std::exp(-x / 2.0))) < 4.0);
  const std::vector<double> weibull = sorted_draws(Weibull{10.0, 2.0});
  for (const double x : {2.0, 8.0, 15.0})
    CHECK(std::abs(errors_from(weibull, x, 1.0 - std::exp(-x * x / 100.0))) < 4.0);
}

TEST_CASE("uniform draws stay within their bounds") {
  const std::vector<double> x = sorted_draws(Uniform{2.0, 3.0});
  CHECK(x.front() >= 2.0);
  CHECK(x.back() <= 3.0);
}

TEST_CASE("normal draws lie within one and two standard deviations as often as they should") {
  const std::vector<double> x = sorted_draws(Normal{10.0, 3.0});
  const std::pair<double, double> shares[] = {
      {4.0, 0.0227501}, {7.0, 0.1586553}, {13.0, 0.8413447}, {16.0, 0.9772499}};
  for (const auto& [at, share] : shares) CHECK(std::abs(errors_from(x, at, share)) < 4.0);
}

TEST_CASE("triangular draws fall below a value as often as the area there says") {
  const std::vector<double> x = sorted_draws(Triangular{1.0, 2.0, 6.0});
  CHECK(x.front() >= 1.0);
  CHECK(x.back() <= 6.0);
  for (const double at : {1.5, 2.0, 3.0, 5.0}) {
    const double area = at < 2.0 ? (at - 1.0) * (at - 1.0) / 5.0 : 1.0 - (6.0 - at) * (6.0 - at) / 20.0;
    CHECK(std::abs(errors_from(x, at, area)) < 4.0);
  }
}

TEST_CASE("a choice draws each value by its weight and never one of weight zero") {
  std::map<double, int> count;
  for (const double x : sorted_draws(Choice{{1, 2, 3, 4}, {2, 0, 5, 0}})) ++count[x];
  CHECK(count.size() == 2);
  CHECK(std::abs(count[1] / double{draws} - 2.0 / 7.0) < 4.0 * std::sqrt(0.2041 / draws));
}

}  // namespace hubwatt
