// Sobol indices against functions whose indices are known in closed form, and the tornado.
#include <cmath>
#include <limits>
#include <numbers>

#include "scenarios/projection/quantile.hpp"
#include "scenarios/projection/sobol_indices.hpp"
#include "scenarios/projection/tornado.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double pi = std::numbers::pi;

std::vector<DrawnInput> alike(std::size_t count, const Distribution& distribution) {
  std::vector<DrawnInput> out;
  for (std::size_t i = 0; i < count; ++i)
    out.push_back({"x" + std::to_string(i + 1), distribution, -infinite, infinite});
  return out;
}

DrawSettings base_draws(int count, DrawSequence sequence = DrawSequence::sobol) {
  DrawSettings out;
  out.sensitivity = count;
  out.sequence = sequence;
  return out;
}

struct Known {
  double first, total;
};

void check_against(const SobolIndices& indices, const std::vector<Known>& known) {
  REQUIRE(indices.groups.size() == known.size());
  for (std::size_t i = 0; i < known.size(); ++i) {
    const SobolGroup& group = indices.groups[i];
    INFO("x" << i + 1 << ": first " << group.first << " +- " << group.first_error << " of " << known[i].first
             << ", total " << group.total << " +- " << group.total_error << " of " << known[i].total);
    CHECK(std::abs(group.first - known[i].first) <= 3.0 * group.first_error + 1e-9);
    CHECK(std::abs(group.total - known[i].total) <= 3.0 * group.total_error + 1e-9);
    CHECK(std::abs(group.first - known[i].first) < 0.02);
    CHECK(std::abs(group.total - known[i].total) < 0.02);
    CHECK(group.first_error < 0.02);
    CHECK(group.total_error < 0.02);
  }
}

// T. Ishigami and T. Homma, 1990, with a = 7, b = 0.1 over (-pi, pi)^3.
void ishigami(Draw x, std::span<double> out) {
  out[0] = std::sin(x[0]) + 7.0 * std::pow(std::sin(x[1]), 2) + 0.1 * std::pow(x[2], 4) * std::sin(x[0]);
}
std::vector<Known> ishigami_indices() {
  const double v1 = 0.5 * std::pow(1.0 + 0.1 * std::pow(pi, 4) / 5.0, 2);
  const double v2 = 49.0 / 8.0;
  const double v13 = 0.01 * std::pow(pi, 8) * 8.0 / 225.0;
  const double v = v1 + v2 + v13;
  return {{v1 / v, (v1 + v13) / v}, {v2 / v, v2 / v}, {0.0, v13 / v}};
}

// I. Sobol's product of (|4 x - 2| + a) / (1 + a) over the unit cube.
const std::vector<double> g_weights{0.0, 0.5, 3.0, 9.0, 99.0, 99.0};
void g_function(Draw x, std::span<double> out) {
  out[0] = 1.0;
  for (std::size_t i = 0; i < x.size(); ++i)
    out[0] *= (std::abs(4.0 * x[i] - 2.0) + g_weights[i]) / (1.0 + g_weights[i]);
}
std::vector<Known> g_indices() {
  double product = 1.0;
  for (const double a : g_weights) product *= 1.0 + 1.0 / (3.0 * (1.0 + a) * (1.0 + a));
  std::vector<Known> out;
  for (const double a : g_weights) {
    const double own = 1.0 / (3.0 * (1.0 + a) * (1.0 + a));
    out.push_back({own / (product - 1.0), own * product / (1.0 + own) / (product - 1.0)});
  }
  return out;
}

}  // namespace

TEST_CASE("Sobol indices of Ishigami's function are the analytic ones") {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    check_against(sobol_indices(alike(3, Uniform{-pi, pi}), base_draws(4096), seed, 1, ishigami, 2)[0],
                  ishigami_indices());
  }
}

TEST_CASE("Sobol indices of Sobol's g-function are the analytic ones") {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    check_against(sobol_indices(alike(6, Uniform{0.0, 1.0}), base_draws(4096), seed, 1, g_function, 2)[0],
                  g_indices());
  }
}

TEST_CASE("Sobol indices by Latin hypercubes are the analytic ones within their errors") {
  const DrawSettings settings = base_draws(65536, DrawSequence::latin_hypercube);
  check_against(sobol_indices(alike(3, Uniform{-pi, pi}), settings, 1, 1, ishigami, 2)[0],
                ishigami_indices());
}

TEST_CASE("inputs of a sum have the shares of their variances, first and total alike") {
  const std::vector<DrawnInput> inputs = alike(4, Normal{1000.0, 1.0});
  const Evaluate sum = [](Draw x, std::span<double> out) { out[0] = 3.0 * x[0] - 2.0 * x[1] + x[2]; };
  const SobolIndices indices = sobol_indices(inputs, base_draws(4096), 1, 1, sum, 1)[0];
  const double squares[] = {9.0, 4.0, 1.0, 0.0};
  double first = 0.0, variance_of_first = 0.0;
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(indices.groups[i].first == Approx(squares[i] / 14.0).margin(0.01));
    CHECK(indices.groups[i].total == Approx(squares[i] / 14.0).margin(0.01));
    first += indices.groups[i].first;
    variance_of_first += std::pow(indices.groups[i].first_error, 2);
  }
  CHECK(first <= 1.0 + 3.0 * std::sqrt(variance_of_first));
}

TEST_CASE("an input without effect has indices of exactly 0, and so has an output that does not vary") {
  const Evaluate f = [](Draw x, std::span<double> out) {
    out[0] = std::exp(x[0]) * x[2], out[1] = 0.1 + 0.2;
  };
  const auto indices = sobol_indices(alike(3, Uniform{0.0, 1.0}), base_draws(512), 1, 2, f, 1);
  CHECK(indices[0].groups[1].first == 0.0);
  CHECK(indices[0].groups[1].total == 0.0);
  CHECK(indices[0].groups[1].total_error == 0.0);
  for (const SobolGroup& group : indices[1].groups) CHECK((group.first == 0.0 && group.total == 0.0));
}

TEST_CASE("an input that cancels out but for rounding has no effect") {
  const std::vector<DrawnInput> inputs = alike(3, Uniform{1.0, 2.0});
  const Evaluate f = [](Draw x, std::span<double> out) { out[0] = 945.0 * x[2] / x[1] / x[0] * x[1] * x[0]; };
  const SobolIndices indices = sobol_indices(inputs, base_draws(512), 1, 1, f, 1)[0];
  for (const std::size_t i : {0U, 1U}) CHECK(indices.groups[i].first == 0.0);
  for (const std::size_t i : {0U, 1U}) CHECK(indices.groups[i].total == 0.0);
  const Tornado bars = tornado(inputs, 1, f)[0];
  CHECK(bars.bars[1].input == 0);
  CHECK(bars.bars[2].input == 1);
}

TEST_CASE("the sum of first-order indices is at most 1, and no total is below its first, within errors") {
  Random random(4, "sensitivity");
  for (int trial = 0; trial < 100; ++trial) {
    std::vector<double> a(5), b(5);
    for (double& v : a) v = random.normal();
    for (double& v : b) v = random.normal();
    const Evaluate f = [&](Draw x, std::span<double> out) {
      out[0] = 50.0;
      for (std::size_t i = 0; i < 5; ++i) out[0] += a[i] * x[i] + b[i] * x[i] * x[(i + 1) % 5];
    };
    const SobolIndices indices =
        sobol_indices(alike(5, Normal{0.5, 1.0}), base_draws(512), random.bits(), 1, f, 1)[0];
    double sum = 0.0, variance = 0.0;
    for (const SobolGroup& group : indices.groups) {
      sum += group.first;
      variance += group.first_error * group.first_error;
      CHECK(group.total - group.first >= -4.0 * std::hypot(group.first_error, group.total_error) - 1e-9);
    }
    CHECK(sum <= 1.0 + 4.0 * std::sqrt(variance));
  }
}

TEST_CASE("the stated errors of Sobol indices are what repeated estimates scatter by") {
  constexpr int runs = 100;
  const std::vector<Known> known = ishigami_indices();
  for (std::size_t i = 0; i < 3; ++i) {
    double first = 0.0, stated_first = 0.0, total = 0.0, stated_total = 0.0;
    for (std::uint64_t seed = 0; seed < runs; ++seed) {
      const SobolIndices indices =
          sobol_indices(alike(3, Uniform{-pi, pi}), base_draws(1024), seed, 1, ishigami, 1)[0];
      first += std::pow(indices.groups[i].first - known[i].first, 2) / runs;
      total += std::pow(indices.groups[i].total - known[i].total, 2) / runs;
      stated_first += std::pow(indices.groups[i].first_error, 2) / runs;
      stated_total += std::pow(indices.groups[i].total_error, 2) / runs;
    }
    INFO("x" << i + 1);
    CHECK(std::sqrt(first / stated_first) == Approx(1.0).margin(0.3));
    CHECK(std::sqrt(total / stated_total) == Approx(1.0).margin(0.3));
  }
}

TEST_CASE("several outputs at once have the indices each has alone") {
  const Evaluate two = [](Draw x, std::span<double> out) {
    out[0] = x[0] + x[1];
    ishigami(x, out.subspan(1));
  };
  const auto together = sobol_indices(alike(3, Uniform{-pi, pi}), base_draws(1024), 1, 2, two, 1);
  const auto alone = sobol_indices(alike(3, Uniform{-pi, pi}), base_draws(1024), 1, 1, ishigami, 4);
  REQUIRE(together.size() == 2);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(together[1].groups[i].first == alone[0].groups[i].first);
    CHECK(together[1].groups[i].total_error == alone[0].groups[i].total_error);
  }
}

TEST_CASE("correlated inputs have one index together, which is that of their joint effect") {
  std::vector<DrawnInput> inputs = alike(3, Normal{0.0, 1.0});
  DrawSettings settings = base_draws(4096);
  const double pearson = 0.8;
  settings.correlations = {{"x1", "x3", 6.0 / pi * std::asin(pearson / 2.0)}};
  const Evaluate sum = [](Draw x, std::span<double> out) { out[0] = x[0] + x[1] + x[2]; };
  const SobolIndices indices = sobol_indices(inputs, settings, 1, 1, sum, 1)[0];
  REQUIRE(indices.groups.size() == 2);
  CHECK(indices.groups[0].inputs == std::vector<std::size_t>{0, 2});
  CHECK(indices.groups[1].inputs == std::vector<std::size_t>{1});
  const double together = 2.0 + 2.0 * pearson;
  CHECK(indices.groups[0].first == Approx(together / (together + 1.0)).margin(0.02));
  CHECK(indices.groups[0].total == Approx(together / (together + 1.0)).margin(0.02));
  CHECK(indices.groups[1].total == Approx(1.0 / (together + 1.0)).margin(0.02));
}

TEST_CASE("bars of a tornado are the outputs at the quantiles of one input, widest first") {
  const std::vector<DrawnInput> inputs{{"a", Uniform{0.0, 1.0}, 0.0, 1.0},
                                       {"b", Normal{3.0, 1.0}, -infinite, infinite},
                                       {"c", Triangular{1.0, 2.0, 6.0}, 0.0, 9.0},
                                       {"d", Uniform{0.0, 1.0}, 0.0, 1.0}};
  const Evaluate f = [](Draw x, std::span<double> out) {
    out[0] = x[0] + 10.0 * x[1] + x[3];
    out[1] = -x[2];
  };
  const std::vector<Tornado> both = tornado(inputs, 2, f);
  REQUIRE(both.size() == 2);
  CHECK(both[0].central == 0.5 + 30.0 + 0.5);
  const std::size_t order[] = {1, 0, 3, 2};  // equally wide ones as the inputs stand
  for (std::size_t k = 0; k < 4; ++k) CHECK(both[0].bars[k].input == order[k]);
  CHECK(both[0].bars[0].at_p05 == Approx(31.0 - 16.448536));
  CHECK(both[0].bars[0].at_p95 == Approx(31.0 + 16.448536));
  CHECK(both[1].central == -2.0);
  CHECK(both[1].bars[0].input == 2);
  CHECK(both[1].bars[0].at_p05 == Approx(-quantile(inputs[2], 0.05)));
  CHECK(both[1].bars[0].at_p95 == Approx(-quantile(inputs[2], 0.95)));
}

}  // namespace hubwatt
