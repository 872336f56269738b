#include "policies/dispatch_policy.hpp"
#include "policies/trial_views.hpp"
#include "tests/policies/loading.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

DispatchPolicy east_west(const OptionTexts& options = {}) {
  return DispatchPolicy(shipped("east-west", Decision::dispatch, options));
}

std::vector<double> spread(const TrialFleet& fleet, const TrialDemand& demand) {
  std::vector<double> share(fleet.hubs.size());
  east_west().spread(demand.view(), fleet.view(), share);
  return share;
}

}  // namespace

TEST_CASE("east-west trains in the west, nearer first where all else is equal") {
  CHECK(east_west().place(trial_job(1, 8), TrialFleet().view()).hub == 2);
}

TEST_CASE("east-west trains elsewhere only where no western hub is wide enough") {
  TrialFleet fleet;
  fleet.hubs[2].accelerators_free = fleet.hubs[3].accelerators_free = 0;
  fleet.hubs[2].accelerators_waiting = fleet.hubs[3].accelerators_waiting = 100000;
  CHECK(east_west().place(trial_job(1, 64), fleet.view()).hub == 2);
  fleet.hubs[2].widest_job = fleet.hubs[3].widest_job = 32;
  CHECK(east_west().place(trial_job(1, 64), fleet.view()).hub == 0);
}

TEST_CASE(
    "east-west takes the less pressed western hub before the greener, and the greener before the nearer") {
  TrialFleet fleet;
  fleet.hubs[3].carbon_kg_per_kwh[0] = 0.1;
  CHECK(east_west().place(trial_job(1, 8), fleet.view()).hub == 3);
  fleet.hubs[3].accelerators_waiting = 300;  // more than a quarter of its width beyond the other
  CHECK(east_west().place(trial_job(1, 8), fleet.view()).hub == 2);
  CHECK(east_west({{"pressure_step", "1"}}).place(trial_job(1, 8), fleet.view()).hub == 3);
}

TEST_CASE("east-west counts pressure by a hub's own width") {
  TrialFleet fleet;
  fleet.hubs[3] = trial_hub("west-far", HW_SIDE_WEST, 4096);
  fleet.hubs[2].accelerators_waiting = 600;
  fleet.hubs[3].accelerators_waiting = 900;
  CHECK(east_west().place(trial_job(1, 8), fleet.view()).hub == 3);
}

TEST_CASE("east-west keeps requests in the east while there is room, and then goes by distance") {
  const TrialFleet fleet;
  TrialDemand demand(4);
  demand.requests_per_s = 100.0;
  demand.capacity_per_s = {25.0, 1000.0, 1000.0, 1000.0};
  CHECK(spread(fleet, demand) == std::vector<double>{0.25, 0.75, 0.0, 0.0});
  demand.capacity_per_s = {25.0, 12.5, 50.0, 1000.0};
  CHECK(spread(fleet, demand) == std::vector<double>{0.25, 0.125, 0.5, 0.125});
  demand.allowed = {0, 1, 0, 1};
  demand.capacity_per_s = {40.0, 25.0, 30.0, 25.0};
  CHECK(spread(fleet, demand) == std::vector<double>{0.0, 0.25, 0.0, 0.25});
}

TEST_CASE("east-west prefers an eastern hub to a nearer western one for requests") {
  TrialFleet fleet;
  fleet.latency_s = {0.010, 0.015, 0.001, 0.002};
  CHECK(spread(fleet, TrialDemand(4)) == std::vector<double>{1.0, 0.0, 0.0, 0.0});
}
