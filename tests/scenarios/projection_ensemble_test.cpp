#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <limits>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>

#include "scenarios/projection/ensemble.hpp"
#include "scenarios/projection/quantile.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

std::vector<DrawnInput> inputs_of(std::vector<Distribution> distributions) {
  std::vector<DrawnInput> out;
  for (Distribution& d : distributions)
    out.push_back({"input " + std::to_string(out.size()), std::move(d), -infinite, infinite});
  return out;
}

// A growth path of four uncertain figures, and its product with a second output.
std::vector<DrawnInput> growth_inputs() {
  return inputs_of({Normal{166.0, 8.0}, Triangular{0.08, 0.15, 0.2}, Uniform{1.2, 1.5}, Lognormal{1.0, 1.5}});
}
void grow(Draw draw, std::span<double> outputs) {
  outputs[0] = draw[0] * std::pow(1.0 + draw[1], 6.0);
  outputs[1] = outputs[0] * draw[2] * draw[3];
}

DrawSettings settings_of(DrawSequence sequence, std::optional<int> count, double precision = 0.01) {
  DrawSettings out;
  out.sequence = sequence;
  out.count = count;
  out.precision = precision;
  return out;
}

constexpr DrawSequence both[] = {DrawSequence::latin_hypercube, DrawSequence::sobol};

}  // namespace

TEST_CASE("bands of known values are their quantiles") {
  const Bands bands = bands_of({4, 1, 3, 5, 2});
  CHECK(bands.mean == 3.0);
  CHECK(bands.p05 == Approx(1.2));
  CHECK(bands.p25 == 2.0);
  CHECK(bands.p50 == 3.0);
  CHECK(bands.p75 == 4.0);
  CHECK(bands.p95 == Approx(4.8));
  CHECK(bands_of({7.0}).p95 == 7.0);
  CHECK(std::isnan(bands_of({1.0, NAN, 3.0}).p50));
  for (const BandOfName& band : band_names()) CHECK(band.of(bands_of({2, 2, 2})) == 2.0);
}

TEST_CASE("bands are those of a full sort, whatever the values") {
  Random random(1, "bands");
  for (int trial = 0; trial < 2000; ++trial) {
    std::vector<double> values(1 + random.bits() % 50);
    for (double& v : values) v = std::floor(20.0 * random.uniform());
    const Bands bands = bands_of(values);
    std::sort(values.begin(), values.end());
    const auto expected = [&](double p) {
      const double at = p * static_cast<double>(values.size() - 1);
      const auto below = static_cast<std::size_t>(at);
      const std::size_t above = std::min(below + 1, values.size() - 1);
      return values[below] + (at - std::floor(at)) * (values[above] - values[below]);
    };
    REQUIRE(bands.p05 == Approx(expected(0.05)));
    REQUIRE(bands.p25 == Approx(expected(0.25)));
    REQUIRE(bands.p50 == Approx(expected(0.50)));
    REQUIRE(bands.p75 == Approx(expected(0.75)));
    REQUIRE(bands.p95 == Approx(expected(0.95)));
  }
}

TEST_CASE("an ensemble of one input has the mean and the quantiles of its distribution") {
  const DrawnInput input{"input", Triangular{1.0, 2.0, 6.0}, -infinite, infinite};
  const Evaluate itself = [](Draw draw, std::span<double> out) { out[0] = draw[0]; };
  for (const DrawSequence sequence : both) {
    const Ensemble e = run_ensemble(std::span(&input, 1), settings_of(sequence, 4096), 1, 1, 0, itself, 1);
    CHECK(e.draws == 4096);
    CHECK(e.bands[0].mean == Approx(3.0).epsilon(1e-3));
    CHECK(e.bands[0].p05 == Approx(quantile(input, 0.05)).epsilon(2e-3));
    CHECK(e.bands[0].p50 == Approx(quantile(input, 0.50)).epsilon(2e-3));
    CHECK(e.bands[0].p95 == Approx(quantile(input, 0.95)).epsilon(2e-3));
    CHECK(e.precise_enough);
  }
}

TEST_CASE("an ensemble is the same bytes on one thread and on many") {
  for (const DrawSequence sequence : both) {
    for (const std::optional<int> count : {std::optional<int>{}, std::optional<int>{1000}}) {
      const DrawSettings settings = settings_of(sequence, count, 0.002);
      const Ensemble one = run_ensemble(growth_inputs(), settings, 3, 2, 0, grow, 1);
      for (const int threads : {2, 5, 16}) {
        const Ensemble many = run_ensemble(growth_inputs(), settings, 3, 2, 0, grow, threads);
        CHECK(many.draws == one.draws);
        CHECK(many.values == one.values);
        CHECK(many.precision == one.precision);
        for (std::size_t k = 0; k < 2; ++k)
          for (const BandOfName& band : band_names()) CHECK(band.of(many.bands[k]) == band.of(one.bands[k]));
      }
    }
  }
}

TEST_CASE("another seed gives other draws and much the same bands") {
  const DrawSettings settings = settings_of(DrawSequence::sobol, 4096);
  const Ensemble a = run_ensemble(growth_inputs(), settings, 1, 2, 0, grow, 1);
  const Ensemble b = run_ensemble(growth_inputs(), settings, 2, 2, 0, grow, 1);
  CHECK(a.values != b.values);
  CHECK(a.bands[1].p95 == Approx(b.bands[1].p95).epsilon(0.01));
}

TEST_CASE("draws double until mean and median are as precise as asked") {
  for (const DrawSequence sequence : both) {
    std::size_t before = 0;
    for (const double precision : {0.05, 0.01, 0.002}) {
      const Ensemble e =
          run_ensemble(growth_inputs(), settings_of(sequence, {}, precision), 1, 2, 1, grow, 2);
      CHECK(e.precise_enough);
      CHECK(e.precision <= precision);
      CHECK(e.precision == std::max(*e.mean_error, *e.median_error));
      CHECK(e.draws >= std::max<std::size_t>(before, 256));
      CHECK(e.values.size() == 2 * e.draws);
      before = e.draws;
    }
    CHECK(before > 256);
  }
}

TEST_CASE("an ensemble that is not precise enough at its most draws says so") {
  DrawSettings settings = settings_of(DrawSequence::sobol, {}, 1e-9);
  settings.most = 3000;
  const Ensemble e = run_ensemble(growth_inputs(), settings, 1, 2, 0, grow, 1);
  CHECK(e.draws == 2048);
  CHECK_FALSE(e.precise_enough);
  CHECK(e.precision > 1e-9);
  settings.most = 100;
  CHECK(run_ensemble(growth_inputs(), settings, 1, 2, 0, grow, 1).draws == 100);
}

TEST_CASE("a single draw has bands and no error, a few have both") {
  const Ensemble one = run_ensemble(growth_inputs(), settings_of(DrawSequence::sobol, 1), 1, 2, 0, grow, 4);
  CHECK_FALSE(one.precision);
  CHECK(one.bands[0].p05 == one.bands[0].p95);
  CHECK(run_ensemble(growth_inputs(), settings_of(DrawSequence::sobol, 7), 1, 2, 0, grow, 4).precision > 0.0);
}

TEST_CASE("an undefined output has no bands, and no draws are spent on its precision") {
  const Evaluate undefined = [](Draw draw, std::span<double> out) { out[0] = NAN, out[1] = draw[0]; };
  const Ensemble e =
      run_ensemble(growth_inputs(), settings_of(DrawSequence::sobol, {}), 1, 2, 0, undefined, 1);
  CHECK(e.draws == 256);
  CHECK_FALSE(e.precise_enough);
  CHECK(std::isnan(e.bands[0].mean));
  CHECK(std::isfinite(e.bands[1].mean));
}

TEST_CASE("an output that does not vary is precise at once") {
  const Evaluate constant = [](Draw, std::span<double> out) { out[0] = 42.0; };
  const Ensemble e =
      run_ensemble(growth_inputs(), settings_of(DrawSequence::sobol, {}, 1e-6), 1, 1, 0, constant, 1);
  CHECK(e.draws == 256);
  CHECK(e.precision == 0.0);
}

TEST_CASE("the error of an ensemble's mean and median is what repeated ensembles scatter by") {
  constexpr int runs = 200;
  for (const DrawSequence sequence : both) {
    double mean_of_squares = 0.0, stated = 0.0, median_squares = 0.0, stated_median = 0.0;
    const DrawSettings settings = settings_of(sequence, 1024);
    const Ensemble truth = run_ensemble(growth_inputs(), settings_of(sequence, 262144), 99, 2, 1, grow, 2);
    for (std::uint64_t seed = 0; seed < runs; ++seed) {
      const Ensemble e = run_ensemble(growth_inputs(), settings, seed, 2, 1, grow, 1);
      mean_of_squares += std::pow(e.bands[1].mean / truth.bands[1].mean - 1.0, 2) / runs;
      median_squares += std::pow(e.bands[1].p50 / truth.bands[1].p50 - 1.0, 2) / runs;
      stated += *e.mean_error * *e.mean_error / runs;
      stated_median += *e.median_error * *e.median_error / runs;
    }
    INFO("sequence " << static_cast<int>(sequence));
    CHECK(std::sqrt(mean_of_squares / stated) == Approx(1.0).margin(0.2));
    // The median of all draws is a little better than the mean of the replicates' medians.
    CHECK(std::sqrt(median_squares / stated_median) > 0.6);
    CHECK(std::sqrt(median_squares / stated_median) < 1.2);
  }
}

TEST_CASE("the first draw that throws is the one reported, on any number of threads") {
  const Draws draws = make_draws(growth_inputs(), {}, 1, 5000);
  std::set<double> bad;  // by the value of their first input
  for (const std::size_t i : {4321U, 1234U, 1235U, 2000U}) bad.insert(draws[i][0]);
  const Evaluate throwing = [&bad](Draw draw, std::span<double> out) {
    if (bad.contains(draw[0])) throw std::runtime_error(std::to_string(draw[0]));
    out[0] = draw[0];
  };
  for (const int threads : {1, 2, 8}) {
    for (int again = 0; again < 20; ++again) {
      try {
        evaluate_all(draws, 1, throwing, threads);
        FAIL("nothing thrown");
      } catch (const std::runtime_error& error) {
        REQUIRE(error.what() == std::to_string(draws[1234][0]));
      }
    }
  }
}

TEST_CASE("an earlier draw under way is finished, and reported, when a later one throws before it") {
  const Draws draws = make_draws(growth_inputs(), {}, 1, 200);
  const auto position = [&draws](Draw draw) {
    return static_cast<std::size_t>(draw.data() - draws[0].data()) / draws.inputs();
  };
  // Draws 5 and 10 are of the first block, 100 of the second; `first` throws before the other goes on.
  const auto report_of = [&](std::size_t first) {
    std::atomic<int> met = 0;
    std::atomic<bool> thrown = false;
    const Evaluate evaluate = [&](Draw draw, std::span<double>) {
      const std::size_t i = position(draw);
      if (i == 5 || i == 100) {
        for (++met; met < 2;) std::this_thread::yield();
      }
      const bool waits = first == 100 ? i == 5 : i == 100;
      if (waits) {
        while (!thrown) std::this_thread::yield();
        std::this_thread::sleep_for(std::chrono::milliseconds(20));  // until it is known
      }
      if (i != 10 && i != 100) return;
      if (i == first) thrown = true;
      throw std::runtime_error(std::to_string(i));
    };
    try {
      evaluate_all(draws, 1, evaluate, 2);
    } catch (const std::runtime_error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK(report_of(100) == "10");
  CHECK(report_of(10) == "10");
}

TEST_CASE("an evaluation that throws stops the others soon") {
  std::atomic<int> evaluated = 0;
  const Evaluate throwing = [&evaluated](Draw, std::span<double>) {
    ++evaluated;
    throw std::runtime_error("no");
  };
  CHECK_THROWS_AS(evaluate_all(make_draws(growth_inputs(), {}, 1, 100000), 1, throwing, 4),
                  std::runtime_error);
  CHECK(evaluated <= 4);
}

TEST_CASE("every draw is evaluated once, whatever the number of threads") {
  const Draws draws = make_draws(growth_inputs(), {}, 1, 1000);
  for (const int threads : {0, 1, 3, 64}) {
    std::mutex counting;
    std::multiset<double> seen;
    const Evaluate count = [&](Draw draw, std::span<double> out) {
      const std::lock_guard lock(counting);
      seen.insert(draw[0]);
      out[0] = draw[0];
    };
    const std::vector<double> values = evaluate_all(draws, 1, count, threads);
    CHECK(seen.size() == 1000);
    bool in_place = true;
    for (std::size_t i = 0; i < 1000; ++i) in_place = in_place && values[i] == draws[i][0];
    CHECK(in_place);
  }
}

}  // namespace hubwatt
