// `greenest` and `cheapest`, and the parts of the method they share.
#include "policies/modules/window_dispatch.hpp"

#include <random>

#include "policies/dispatch_policy.hpp"
#include "policies/trial_views.hpp"
#include "tests/policies/loading.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

constexpr double hour = 3600.0;

DispatchPolicy greenest(std::uint32_t hubs = 4) {
  return DispatchPolicy(shipped("greenest", Decision::dispatch, {}, hubs));
}

void set_flat(hw_hub& hub, double carbon, double price) {
  std::fill(std::begin(hub.carbon_kg_per_kwh), std::end(hub.carbon_kg_per_kwh), carbon);
  std::fill(std::begin(hub.price_cny_per_kwh), std::end(hub.price_cny_per_kwh), price);
}

// One hub of 100 accelerators whose carbon is 0.5 but for the hours named.
TrialFleet one_hub_with(std::initializer_list<std::pair<int, double>> hours) {
  TrialFleet fleet;
  fleet.hubs = {trial_hub("only", HW_SIDE_NONE, 100)};
  fleet.latency_s = {0.0};
  set_flat(fleet.hubs[0], 0.5, 0.5);
  for (const auto& [at, carbon] : hours) fleet.hubs[0].carbon_kg_per_kwh[at] = carbon;
  return fleet;
}

hw_job hour_long(std::uint32_t accelerators, double latest_start_s) {
  hw_job job = trial_job(1, accelerators);
  job.duration_s = hour;
  job.latest_start_s = latest_start_s;
  return job;
}

}  // namespace

TEST_CASE("the integral of a forecast is that of its hours, repeated every day") {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> uniform(0.0, 1.0);
  double values[HW_FORECAST_HOURS];
  for (double& value : values) value = uniform(random);
  const policy::ForecastSum sum(values);
  double expected = 0.0;
  constexpr int per_hour = 8;  // quarters of halves: exact in binary
  for (int i = 0; i <= 80 * per_hour; ++i) {
    REQUIRE(sum.until(static_cast<double>(i) / per_hour) == Approx(expected).margin(1e-12));
    expected += values[(i / per_hour) % HW_FORECAST_HOURS] / per_hour;
  }
}

TEST_CASE("greenest holds a job until the greenest hour it may wait for") {
  const TrialFleet fleet = one_hub_with({{5, 0.2}, {9, 0.1}});
  CHECK(greenest(1).place(hour_long(8, 6.0 * hour), fleet.view()).hold_until_s == 5.0 * hour);
  CHECK(greenest(1).place(hour_long(8, 9.0 * hour), fleet.view()).hold_until_s == 9.0 * hour);
  CHECK(greenest(1).place(hour_long(8, 4.9 * hour), fleet.view()).hold_until_s == 0.0);
}

TEST_CASE("greenest weighs all hours a job runs in, not only the first") {
  const TrialFleet fleet = one_hub_with({{3, 0.1}, {4, 2.0}, {8, 0.2}, {9, 0.2}});
  hw_job job = hour_long(8, 20.0 * hour);
  job.duration_s = 2.0 * hour;
  CHECK(greenest(1).place(job, fleet.view()).hold_until_s == 8.0 * hour);
}

TEST_CASE("greenest does not hold a job where waiting gains nothing") {
  TrialFleet fleet = one_hub_with({});
  fleet.now_s = 1234.5;
  CHECK(greenest(1).place(hour_long(8, 20.0 * hour), fleet.view()).hold_until_s == 1234.5);
}

TEST_CASE("greenest takes forecast hours from the begin of the current hour") {
  TrialFleet fleet = one_hub_with({{2, 0.1}});
  fleet.now_s = 7.5 * hour;
  CHECK(greenest(1).place(hour_long(8, 23.0 * hour), fleet.view()).hold_until_s == 9.0 * hour);
}

TEST_CASE("greenest takes the greenest hub that is wide enough") {
  TrialFleet fleet;
  const double carbon[] = {0.5, 0.2, 0.3, 0.4};
  for (std::size_t i = 0; i < 4; ++i) set_flat(fleet.hubs[i], carbon[i], 1.0 - carbon[i]);
  DispatchPolicy policy = greenest();
  CHECK(policy.place(trial_job(1, 8), fleet.view()).hub == 1);
  CHECK(policy.place(trial_job(2, 512), fleet.view()).hub == 2);
}

TEST_CASE("greenest passes a greener hub by where a job would wait beyond its latest start") {
  TrialFleet fleet;
  set_flat(fleet.hubs[1], 0.1, 0.1);
  fleet.hubs[1].accelerators_free = 0;
  fleet.hubs[1].accelerators_waiting = 256;
  hw_job job = trial_job(1, 64);  // of 4 h; about 5 h of work stand before it
  CHECK(greenest().place(job, fleet.view()).hub != 1);
  job.latest_start_s = 24.0 * hour;
  CHECK(greenest().place(job, fleet.view()).hub == 1);
}

TEST_CASE("where every hub is full greenest takes the one with the shortest wait") {
  TrialFleet fleet;
  for (hw_hub& hub : fleet.hubs) {
    hub.accelerators_free = 0;
    hub.accelerators_waiting = 10 * hub.accelerators;
  }
  fleet.hubs[0].accelerators_waiting = 100;
  set_flat(fleet.hubs[3], 0.0, 0.0);
  CHECK(greenest().place(trial_job(1, 64), fleet.view()).hub == 0);
}

TEST_CASE("greenest spreads deferred jobs over hours when they would crowd the greenest one") {
  const TrialFleet fleet = one_hub_with({{5, 0.1}, {9, 0.2}, {12, 0.3}});
  DispatchPolicy policy = greenest(1);
  const hw_job job = hour_long(100, 12.0 * hour);
  std::vector<double> hours;
  for (int i = 0; i < 3; ++i) hours.push_back(policy.place(job, fleet.view()).hold_until_s / hour);
  std::sort(hours.begin(), hours.end());
  CHECK(hours[0] == 5.0);
  CHECK(hours[1] < hours[2]);
  CHECK(hours[1] != 5.0);
}

TEST_CASE("greenest forgets the jobs it held once their hour has come") {
  TrialFleet fleet = one_hub_with({{5, 0.1}});
  DispatchPolicy policy = greenest(1);
  for (int i = 0; i < 50; ++i) policy.place(hour_long(100, 5.0 * hour), fleet.view());
  fleet.now_s = 48.0 * hour;
  CHECK(policy.place(hour_long(100, 53.0 * hour), fleet.view()).hold_until_s == 53.0 * hour);
}

TEST_CASE("greenest counts renewable power beyond the load as free of carbon") {
  TrialFleet fleet;
  for (hw_hub& hub : fleet.hubs) set_flat(hub, 0.5, 0.5);
  fleet.hubs[3].renewable_power_w = 3.0 * fleet.hubs[3].facility_power_w;
  CHECK(greenest().place(hour_long(64, 0.0), fleet.view()).hub == 3);
  fleet.hubs[3].renewable_power_w = fleet.hubs[3].facility_power_w;  // all of it is used already
  CHECK(greenest().place(hour_long(64, 0.0), fleet.view()).hub == 0);
}

TEST_CASE("cheapest is greenest by price") {
  TrialFleet fleet;
  const double price[] = {0.5, 0.6, 0.7, 0.3};
  for (std::size_t i = 0; i < 4; ++i) set_flat(fleet.hubs[i], 1.0 - price[i], price[i]);
  fleet.hubs[3].price_cny_per_kwh[7] = 0.1;
  DispatchPolicy cheapest(shipped("cheapest", Decision::dispatch));
  CHECK(cheapest.place(hour_long(8, 0.0), fleet.view()).hub == 3);
  CHECK(cheapest.place(hour_long(8, 10.0 * hour), fleet.view()).hold_until_s == 7.0 * hour);
  std::vector<double> share(4);
  cheapest.spread(TrialDemand(4).view(), fleet.view(), share);
  CHECK(share == std::vector<double>{0.0, 0.0, 0.0, 1.0});
}

TEST_CASE("greenest fills the hubs of lowest carbon now with requests, of equal ones the nearer") {
  TrialFleet fleet;
  const double carbon[] = {0.5, 0.3, 0.3, 0.4};
  for (std::size_t i = 0; i < 4; ++i) fleet.hubs[i].carbon_kg_per_kwh[0] = carbon[i];
  TrialDemand demand(4);
  demand.requests_per_s = 200.0;
  demand.capacity_per_s = {1000.0, 50.0, 100.0, 1000.0};
  std::vector<double> share(4);
  greenest().spread(demand.view(), fleet.view(), share);
  CHECK(share == std::vector<double>{0.0, 0.25, 0.5, 0.25});
}
