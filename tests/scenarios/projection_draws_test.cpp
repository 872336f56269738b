#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/error.hpp"
#include "scenarios/projection/draws.hpp"
#include "scenarios/projection/joint_distribution.hpp"
#include "scenarios/projection/unit_points.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

std::vector<std::string> some_names(std::size_t count) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back("input " + std::to_string(i));
  return out;
}

std::vector<DrawnInput> some_inputs(std::size_t count) {
  std::vector<DrawnInput> out;
  for (const std::string& name : some_names(count)) {
    const Distribution laws[] = {Uniform{0.0, 1.0}, Normal{5.0, 1.0}, Lognormal{2.0, 5.0},
                                 Triangular{0.1, 0.2, 0.9}};
    out.push_back({name, laws[out.size() % 4], 0.0, 1e9});
  }
  return out;
}

// Whether each of `parts` equal parts of a column has as many of the points.
bool balanced(const std::vector<double>& points, std::size_t columns, std::size_t column, std::size_t parts) {
  std::vector<std::size_t> count(parts);
  for (std::size_t i = column; i < points.size(); i += columns) {
    ++count[static_cast<std::size_t>(points[i] * static_cast<double>(parts))];
  }
  return std::all_of(count.begin(), count.end(),
                     [&](std::size_t n) { return n == points.size() / columns / parts; });
}

std::vector<double> column_of(const Draws& draws, std::size_t input) {
  std::vector<double> out;
  for (std::size_t i = 0; i < draws.count(); ++i) out.push_back(draws[i][input]);
  return out;
}

std::vector<double> ranks_of(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> out(values.size());
  for (std::size_t r = 0; r < order.size(); ++r) out[order[r]] = static_cast<double>(r);
  return out;
}

double rank_correlation(const std::vector<double>& a, const std::vector<double>& b) {
  const std::vector<double> ra = ranks_of(a), rb = ranks_of(b);
  const auto n = static_cast<double>(a.size());
  double differences = 0.0;
  for (std::size_t i = 0; i < ra.size(); ++i) differences += (ra[i] - rb[i]) * (ra[i] - rb[i]);
  return 1.0 - 6.0 * differences / (n * (n * n - 1.0));
}

std::string problem_of(const std::vector<InputCorrelation>& told) {
  return correlation_problem(some_inputs(4), told).value_or("none");
}

}  // namespace

TEST_CASE("a Latin hypercube has one point in each stratum of each column, at any count") {
  for (const std::size_t count : {1U, 2U, 3U, 16U, 100U, 625U, 1000U, 4096U, 10000U}) {
    const std::vector<double> points = unit_points(DrawSequence::latin_hypercube, some_names(12), 7, count);
    for (std::size_t column = 0; column < 12; ++column) {
      INFO("count " << count << ", column " << column);
      CHECK(balanced(points, 12, column, count));
    }
  }
}

TEST_CASE("the first 2^k points of a Sobol sequence are balanced in each of many columns") {
  for (const std::size_t count : {1U, 2U, 64U, 1024U, 4096U}) {
    const std::vector<double> points = unit_points(DrawSequence::sobol, some_names(300), 7, count);
    for (std::size_t column = 0; column < 300; ++column) {
      INFO("count " << count << ", column " << column);
      CHECK(balanced(points, 300, column, count));
    }
  }
}

TEST_CASE("the first two columns of a Sobol sequence have one point in each box of every shape") {
  constexpr std::size_t count = 1024;
  const std::vector<double> points = unit_points(DrawSequence::sobol, some_names(2), 3, count);
  for (std::size_t wide = 1; wide <= count; wide *= 2) {
    std::vector<int> boxes(count);
    for (std::size_t i = 0; i < count; ++i) {
      const auto x = static_cast<std::size_t>(points[2 * i] * static_cast<double>(wide));
      const auto y = static_cast<std::size_t>(points[2 * i + 1] * static_cast<double>(count / wide));
      ++boxes[x * (count / wide) + y];
    }
    INFO(wide << " columns of boxes");
    CHECK(std::all_of(boxes.begin(), boxes.end(), [](int n) { return n == 1; }));
  }
}

TEST_CASE("a point is anywhere in the cube with equal chance, whichever it is") {
  constexpr int seeds = 4000;
  for (const DrawSequence sequence : {DrawSequence::latin_hypercube, DrawSequence::sobol}) {
    for (const std::size_t i : {0U, 1U, 5U}) {
      double sum = 0.0, squares = 0.0, product = 0.0;
      for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        const std::vector<double> points = unit_points(sequence, some_names(2), seed, 6);
        const double a = points[2 * i] - 0.5, b = points[2 * i + 1] - 0.5;
        sum += a, squares += a * a, product += a * b;
      }
      CHECK(std::abs(sum / seeds) < 4.0 * std::sqrt(1.0 / 12.0 / seeds));
      CHECK(std::abs(squares / seeds - 1.0 / 12.0) < 4.0 * std::sqrt(1.0 / 180.0 / seeds));
      CHECK(std::abs(product / seeds) < 4.0 / 12.0 / std::sqrt(seeds));
    }
  }
}

TEST_CASE("twice as many draws begin with the draws there were") {
  DrawSettings settings;
  settings.correlations = {{"input 0", "input 2", 0.6}};
  for (const DrawSequence sequence : {DrawSequence::latin_hypercube, DrawSequence::sobol}) {
    settings.sequence = sequence;
    for (const std::size_t count : {1U, 48U, 625U, 1024U}) {
      const Draws some = make_draws(some_inputs(5), settings, 11, count);
      const Draws more = make_draws(some_inputs(5), settings, 11, 2 * count);
      bool same = true;
      for (std::size_t i = 0; i < count; ++i)
        same = same && std::equal(some[i].begin(), some[i].end(), more[i].begin());
      CHECK(same);
    }
  }
}

TEST_CASE("an input more moves no draw of those before it, nor any of a Latin hypercube") {
  for (const DrawSequence sequence : {DrawSequence::latin_hypercube, DrawSequence::sobol}) {
    DrawSettings settings;
    settings.sequence = sequence;
    const Draws few = make_draws(some_inputs(3), settings, 5, 512);
    const Draws many = make_draws(some_inputs(6), settings, 5, 512);
    for (std::size_t input = 0; input < 3; ++input) CHECK(column_of(few, input) == column_of(many, input));
  }
  std::vector<DrawnInput> turned = some_inputs(3);
  std::reverse(turned.begin(), turned.end());
  DrawSettings settings;
  settings.sequence = DrawSequence::latin_hypercube;
  CHECK(column_of(make_draws(turned, settings, 5, 512), 2) ==
        column_of(make_draws(some_inputs(3), settings, 5, 512), 0));
}

TEST_CASE("the same seed draws the same and another seed draws something else") {
  for (const DrawSequence sequence : {DrawSequence::latin_hypercube, DrawSequence::sobol}) {
    DrawSettings settings;
    settings.sequence = sequence;
    const auto first = column_of(make_draws(some_inputs(4), settings, 1, 256), 3);
    CHECK(first == column_of(make_draws(some_inputs(4), settings, 1, 256), 3));
    CHECK(first != column_of(make_draws(some_inputs(4), settings, 2, 256), 3));
    CHECK(first != column_of(make_draws(some_inputs(4), settings, replicate_seed(1, 0), 256), 3));
  }
}

TEST_CASE("draws have the ranks' correlation that was asked for, and each its own distribution") {
  for (const DrawSequence sequence : {DrawSequence::latin_hypercube, DrawSequence::sobol}) {
    DrawSettings settings;
    settings.sequence = sequence;
    settings.correlations = {
        {"input 0", "input 2", 0.8}, {"input 2", "input 3", -0.5}, {"input 5", "input 4", 0.95}};
    const std::vector<DrawnInput> inputs = some_inputs(6);
    const Draws draws = make_draws(inputs, settings, 4, 4096);
    for (std::size_t a = 0; a < 6; ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        double asked = 0.0;
        for (const InputCorrelation& told : settings.correlations) {
          const bool is_it = (told.a == inputs[a].path && told.b == inputs[b].path) ||
                             (told.b == inputs[a].path && told.a == inputs[b].path);
          if (is_it) asked = told.rank;
        }
        INFO(a << " and " << b);
        // Columns of a Latin hypercube are independent: their ranks scatter as those of random draws.
        double tolerance = 0.012;
        if (sequence == DrawSequence::latin_hypercube)
          tolerance = asked == 0.0 ? 4.0 / std::sqrt(4096.0) : 0.03;
        CHECK(std::abs(rank_correlation(column_of(draws, a), column_of(draws, b)) - asked) < tolerance);
      }
      std::vector<double> values = column_of(draws, a);
      std::sort(values.begin(), values.end());
      for (const double p : {0.1, 0.5, 0.9}) {
        const double share_below =
            cumulated_share(inputs[a].distribution, values[static_cast<std::size_t>(p * 4096)]);
        CHECK(share_below == Approx(p).margin(0.02));
      }
    }
  }
}

TEST_CASE("groups are the inputs that hang together, directly or through others") {
  const std::vector<InputCorrelation> told = {{"input 4", "input 1", 0.3}, {"input 3", "input 4", 0.3}};
  const std::vector<DrawnInput> inputs = some_inputs(5);
  const std::vector<std::vector<std::size_t>> expected{{0}, {1, 3, 4}, {2}};
  CHECK(JointDistribution(inputs, told).groups() == expected);
}

TEST_CASE("correlations that cannot be are refused with the pairs that contradict each other") {
  CHECK(problem_of({{"input 0", "input 1", 0.9}, {"input 1", "input 2", 0.9}, {"input 0", "input 2", 0.7}}) ==
        "none");
  CHECK(
      problem_of({{"input 0", "input 1", 0.9}, {"input 1", "input 2", 0.9}, {"input 0", "input 2", -0.9}}) ==
      "these rank correlations cannot hold together: 0.9 of 'input 0' and 'input 1', 0.9 of 'input 1' and "
      "'input 2', -0.9 of 'input 0' and 'input 2' (the matrix is not positive definite; pairs that are not "
      "told "
      "are 0)");
  CHECK(problem_of({{"input 0", "input 9", 0.9}}).find("'input 9' is not drawn; did you mean") == 0);
  CHECK(problem_of({{"input 1", "input 1", 0.9}}) == "'input 1' is correlated with itself");
  CHECK(problem_of({{"input 0", "input 1", 0.9}, {"input 1", "input 0", 0.8}}) ==
        "'input 1' and 'input 0' are correlated twice");
  CHECK(problem_of({{"input 0", "input 1", 1.0}}) ==
        "the rank correlation of 'input 0' and 'input 1' is 1: it must be above -1 and below 1");
  DrawSettings settings;
  settings.correlations = {{"input 0", "input 1", NAN}};
  CHECK_THROWS_AS(make_draws(some_inputs(4), settings, 1, 16), InputError);
}

TEST_CASE("a Sobol sequence of more columns than its table has is refused") {
  CHECK(unit_points(DrawSequence::sobol, some_names(3667), 1, 2).size() == 2 * 3667);
  CHECK_THROWS_AS(unit_points(DrawSequence::sobol, some_names(3668), 1, 2), InputError);
}

TEST_CASE("a mean over even points is closer to the truth than one over independent draws") {
  // Sum of squares of five inputs: variance 5 x 4/45 per independent draw.
  constexpr std::size_t count = 1024;
  for (const auto& [sequence, gain] :
       {std::pair{DrawSequence::latin_hypercube, 100.0}, {DrawSequence::sobol, 100.0}}) {
    double squared_error = 0.0;
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
      const std::vector<double> points = unit_points(sequence, some_names(5), seed, count);
      const double sum = std::inner_product(points.begin(), points.end(), points.begin(), 0.0);
      squared_error += std::pow(sum / count - 5.0 / 3.0, 2) / 30.0;
    }
    CHECK(squared_error * gain < 5.0 * 4.0 / 45.0 / count);
  }
}

}  // namespace hubwatt
