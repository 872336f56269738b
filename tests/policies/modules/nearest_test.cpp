#include <random>

#include "policies/dispatch_policy.hpp"
#include "policies/trial_views.hpp"
#include "tests/policies/loading.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

TEST_CASE("nearest takes the hub of lowest latency that is wide enough, at once") {
  DispatchPolicy nearest(shipped("nearest", Decision::dispatch));
  TrialFleet fleet;
  fleet.latency_s = {0.004, 0.001, 0.020, 0.010};
  fleet.now_s = 30.0;
  hw_job deferrable = trial_job(1, 8);
  deferrable.latest_start_s = 1e6;
  CHECK(nearest.place(deferrable, fleet.view()).hub == 1);
  CHECK(nearest.place(deferrable, fleet.view()).hold_until_s == 30.0);
  CHECK(nearest.place(trial_job(2, 512), fleet.view()).hub == 3);
}

TEST_CASE("without an origin nearest takes the first hub of the file that is wide enough") {
  DispatchPolicy nearest(shipped("nearest", Decision::dispatch));
  const TrialFleet fleet;
  CHECK(nearest.place(trial_job(1, 8), fleet.view_without_origin()).hub == 0);
  CHECK(nearest.place(trial_job(2, 512), fleet.view_without_origin()).hub == 2);
}

TEST_CASE("nearest fills the nearest allowed hub first and lets the rest overflow in order of distance") {
  DispatchPolicy nearest(shipped("nearest", Decision::dispatch));
  TrialFleet fleet;
  fleet.latency_s = {0.003, 0.001, 0.002, 0.004};
  TrialDemand demand(4);
  demand.allowed = {1, 1, 0, 1};
  demand.capacity_per_s = {100.0, 50.0, 1000.0, 100.0};
  demand.requests_per_s = 200.0;
  std::vector<double> share(4);
  nearest.spread(demand.view(), fleet.view(), share);
  CHECK(share == std::vector<double>{0.5, 0.25, 0.0, 0.25});
}

TEST_CASE("nearest serves the lesser of the demand and the allowed capacity, and passes no capacity") {
  DispatchPolicy nearest(shipped("nearest", Decision::dispatch));
  std::mt19937 random(7);
  std::uniform_real_distribution<double> uniform(0.0, 1.0);
  for (int round = 0; round < 5000; ++round) {
    TrialFleet fleet;
    TrialDemand demand(4);
    demand.requests_per_s = 300.0 * uniform(random);
    double allowed_capacity = 0.0;
    for (std::size_t i = 0; i < 4; ++i) {
      fleet.latency_s[i] = uniform(random);
      demand.allowed[i] = uniform(random) < 0.7 ? 1 : 0;
      demand.capacity_per_s[i] = uniform(random) < 0.2 ? 0.0 : 100.0 * uniform(random);
      if (demand.allowed[i] != 0) allowed_capacity += demand.capacity_per_s[i];
    }
    std::vector<double> share(4);
    nearest.spread(demand.view(), fleet.view(), share);
    double served = 0.0;
    for (std::size_t i = 0; i < 4; ++i) {
      const double rate = share[i] * demand.requests_per_s;
      REQUIRE(rate <= demand.capacity_per_s[i] * (1.0 + 1e-12));
      served += rate;
    }
    REQUIRE(served == Approx(std::min(allowed_capacity, demand.requests_per_s)).epsilon(1e-12));
  }
}
