#include "models/queueing.hpp"

#include <algorithm>
#include <cmath>
#include <queue>
#include <vector>

#include "models/random.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr Duration service = 1.0 * unit::second;

}  // namespace

TEST_CASE("Erlang's formulas give the tabulated values") {
  CHECK(erlang_c(1, 0.8) == Approx(0.8).epsilon(1e-12));
  CHECK(mean_wait(1, 0.8, service) / service == Approx(4.0).epsilon(1e-12));
  CHECK(erlang_c(10, 8.0) == Approx(0.409180).epsilon(2e-6));
  CHECK(mean_wait(10, 8.0, service) / service == Approx(0.204590).epsilon(2e-6));
  CHECK(erlang_b(1, 1.0) == Approx(0.5));
  CHECK(erlang_b(10, 5.0) == Approx(0.018385).epsilon(1e-4));
  CHECK(erlang_c(5, 0.0) == 0.0);
}

TEST_CASE("Erlang C agrees with its sum of factorials where that can be computed") {
  for (int servers = 1; servers <= 60; ++servers) {
    const double load = 0.9 * servers;
    long double term = 1.0L, sum = 0.0L;
    for (int k = 0; k < servers; ++k) {
      sum += term;
      term *= load / (k + 1);
    }
    const long double tail = term / (1.0L - load / servers);
    CHECK(erlang_c(servers, load) == Approx(static_cast<double>(tail / (sum + tail))).epsilon(1e-12));
  }
}

TEST_CASE("ten thousand servers are no trouble") {
  // Halfin and Whitt 1981: with c = a + beta sqrt(a), C tends to 1 / (1 + beta Phi(beta) / phi(beta)).
  const double load = 9900.0;
  const double beta = 100.0 / std::sqrt(load);
  const double cdf = 0.5 * std::erfc(-beta / std::sqrt(2.0));
  const double density = std::exp(-0.5 * beta * beta) / std::sqrt(2.0 * std::acos(-1.0));
  CHECK(erlang_c(10000, load) == Approx(1.0 / (1.0 + beta * cdf / density)).epsilon(0.01));
  CHECK(erlang_c(10000, 10.0) == 0.0);
  CHECK(erlang_c(10000, 9999.999) < 1.0);
  CHECK(erlang_c(10000, 9999.999) > 0.999);
}

TEST_CASE("more load waits longer, more servers wait less") {
  Random random(1, "queueing");
  for (int i = 0; i < 2000; ++i) {
    const int servers = 1 + static_cast<int>(200 * random.uniform());
    const double load = servers * random.uniform();
    CHECK(erlang_c(servers, load) <= 1.0);
    CHECK(mean_wait(servers, load, service) <= mean_wait(servers, load + 0.5 * (servers - load), service));
    CHECK(mean_wait(servers + 1, load, service) <= mean_wait(servers, load, service));
  }
}

TEST_CASE("the tail, its quantiles and the mean belong to one law") {
  const Duration t = wait_quantile(10, 8.0, service, 0.99);
  CHECK(probability_of_longer_wait(10, 8.0, service, t) == Approx(0.01));
  CHECK(probability_of_longer_wait(10, 8.0, service, Duration{}) == Approx(erlang_c(10, 8.0)));
  CHECK(wait_quantile(10, 8.0, service, 0.5) == Duration{});
  double area = 0.0;  // the mean is the integral of the tail
  constexpr double width = 1e-3;
  for (int i = 0; i < 20000; ++i)
    area += width * probability_of_longer_wait(10, 8.0, service, (i + 0.5) * width * unit::second);
  CHECK(area == Approx(mean_wait(10, 8.0, service).base()).epsilon(1e-4));
}

TEST_CASE("a simulated queue waits as Erlang says") {
  constexpr int servers = 10, customers = 400000;
  Random random(2, "simulated queue");
  std::priority_queue<double, std::vector<double>, std::greater<>> free_at;
  for (int i = 0; i < servers; ++i) free_at.push(0.0);
  double now = 0.0, waited = 0.0;
  int beyond_one = 0;
  for (int i = 0; i < customers; ++i) {
    now += random.exponential(1.0 / 8.0);
    const double start = std::max(now, free_at.top());
    free_at.pop();
    free_at.push(start + random.exponential(1.0));
    waited += start - now;
    beyond_one += start - now > 1.0 ? 1 : 0;
  }
  CHECK(waited / customers == Approx(mean_wait(servers, 8.0, service).base()).epsilon(0.05));
  CHECK(beyond_one / double{customers} ==
        Approx(probability_of_longer_wait(servers, 8.0, service, service)).epsilon(0.08));
}

}  // namespace hubwatt
