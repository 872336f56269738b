#include "models/economy_regression.hpp"

#include <cmath>

#include "models/random.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

CityRegression hub_cities() {
  CityRegression regression;
  regression.constant = 7.7109;
  regression.terms = {{"computing", 0.0162}, {"peo", 0.0479}, {"fin", -0.1075}};
  regression.hub_interaction = 0.0109;
  return regression;
}

}  // namespace

TEST_CASE("the elasticity is the slope of log gdp over log computing, higher in cities of a hub") {
  Random random(1, "regression");
  for (int round = 0; round < 1000; ++round) {
    CityRegression regression = hub_cities();
    for (RegressionTerm& term : regression.terms) term.slope = random.normal();
    regression.hub_interaction = random.normal();
    double logs[] = {random.normal(), random.normal(), random.normal()};
    for (const City city : {City::other, City::hub}) {
      const double before = predicted_log_gdp(regression, logs, city, 0.3);
      double more[] = {logs[0] + 1.0, logs[1], logs[2]};
      REQUIRE(predicted_log_gdp(regression, more, city, 0.3) - before ==
              Approx(elasticity(regression, city)).margin(1e-12));
    }
  }
  CHECK(elasticity(hub_cities(), City::other) == 0.0162);
  CHECK(elasticity(hub_cities(), City::hub) == Approx(0.0271).epsilon(1e-12));
}

TEST_CASE("log gdp is the sum of the terms") {
  const double logs[] = {2.0, 3.0, 4.0};
  CHECK(predicted_log_gdp(hub_cities(), logs, City::other) ==
        Approx(7.7109 + 2.0 * 0.0162 + 3.0 * 0.0479 - 4.0 * 0.1075));
  CHECK(predicted_log_gdp(hub_cities(), logs, City::hub, -0.5) ==
        Approx(7.2109 + 2.0 * 0.0271 + 3.0 * 0.0479 - 4.0 * 0.1075));
}

TEST_CASE("a threshold regression has a slope by group") {
  const ThresholdRegression regression{.id = {}, .sample = {}, .low = -0.3609, .high = 0.0286, .source = {}};
  CHECK(elasticity(regression, GdpGroup::low) == -0.3609);
  CHECK(elasticity(regression, GdpGroup::high) == 0.0286);
}

TEST_CASE("one per cent more of the cause is the elasticity in per cent, and changes chain") {
  CHECK(relative_change(0.0426, 1.0) == 0.0);
  CHECK(relative_change(1.0, 1.07) == Approx(0.07));
  CHECK(relative_change(0.0426, 1.0 + 1e-9) / 1e-9 == Approx(0.0426).epsilon(1e-6));
  Random random(2, "regression");
  for (int round = 0; round < 1000; ++round) {
    const double slope = random.normal(), a = std::exp(random.normal()), b = std::exp(random.normal());
    const double chained = (1.0 + relative_change(slope, a)) * (1.0 + relative_change(slope, b)) - 1.0;
    REQUIRE(relative_change(slope, a * b) == Approx(chained).margin(1e-12));
  }
}

}  // namespace hubwatt
