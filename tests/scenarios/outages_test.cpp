// Plant out of service: what carries on, what is not served, and that both are told. The building draws nothing but
// IT and a quarter of it for cooling, so every figure is checked by hand.
#include "scenarios/outages.hpp"

#include "models/units.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

// Ten idle boxes of 2 kW: 20 kW of IT, 25 kW at the meter.
const std::string idle_hub = plain_platform(1, 10);
const std::string feed_out = R"(
[[outage]]
hub = "only"
equipment = "feed"
start = 2025-01-01T10:15:00
duration = "30 min"
)";

}  // namespace

TEST_CASE("without feed, battery and sun nothing is served, to the minute") {
  const FinishedRun run = run_texts(plain_scenario("24 h", feed_out), idle_hub);
  CHECK(run.at("total/it_not_served_kwh") == Approx(10.0).epsilon(1e-9));
  CHECK(run.at("total/it_not_served_h") == Approx(0.5).epsilon(1e-9));
  CHECK(run.at("total/it_energy_kwh") == Approx(470.0).epsilon(1e-9));
  CHECK(run.at("total/facility_energy_kwh") == Approx(587.5).epsilon(1e-9));
  CHECK(run.at("ledger/only/relative_error") < 1e-9);
  const auto rows = run.table("series.csv");
  CHECK(std::stod(rows.at(9).at("it_kw")) == Approx(20.0));
  CHECK(std::stod(rows.at(10).at("it_kw")) == Approx(10.0));
}

TEST_CASE("a battery rides through as long as its charge lasts") {
  const std::string battery = R"(
[hub.battery]
capacity = "20 kWh"
power = "50 kW"
round_trip_efficiency = 1.0
minimum_charge = 0.0
initial_charge = 0.5
)";
  const FinishedRun run = run_texts(plain_scenario("24 h", feed_out), idle_hub + battery);
  // 10 kWh of 12.5 kWh.
  CHECK(run.at("total/it_not_served_kwh") == Approx(2.0).epsilon(1e-9));
  CHECK(run.at("ledger/only/sources/battery_discharge") == Approx(10.0).epsilon(1e-9));
  CHECK(run.at("ledger/only/relative_error") < 1e-9);
  const FinishedRun short_outage = run_texts(
      plain_scenario("24 h", feed_out), idle_hub + battery, {"outage.0.duration=\"20 min\""});
  CHECK(short_outage.at("total/it_not_served_kwh") == 0.0);
}

TEST_CASE("each outage is told with what it cost") {
  const FinishedRun run = run_texts(plain_scenario("24 h", feed_out), idle_hub);
  CHECK(run.at("outages/0/it_not_served_kwh") == Approx(10.0).epsilon(1e-9));
  CHECK(run.at("outages/0/greatest_shed_kw") == Approx(20.0).epsilon(1e-9));
  CHECK(run.at("outages/0/hours") == 0.5);
}

TEST_CASE("outages of one feed that overlap are one to its standby sets") {
  Scenario scenario;
  scenario.platform.hubs.resize(2);
  const Duration hour = unit::hour;
  scenario.outages = {{HubId{1}, OutageEquipment::feed, 1, 3600, 2.0 * hour},
                      {HubId{1}, OutageEquipment::feed, 1, 7200, 2.0 * hour},
                      {HubId{0}, OutageEquipment::ups_module, 2, 3600, 1.0 * hour}};
  const Outages outages(scenario);
  CHECK(outages.at(1, 13000.0).feed_out_for / unit::second == 13000.0 - 3600.0);
  CHECK_FALSE(outages.at(1, 14400.0).feed);
  CHECK_FALSE(outages.at(0, 3600.0).feed);
  CHECK(outages.at(0, 3600.0).modules.ups == 2);
  CHECK_FALSE(outages.at(0, 7200.0).any());
  CHECK(outages.next_change(0.0) == 3600.0);
  CHECK(outages.next_change(7200.0) == 10800.0);
}

TEST_CASE("a step that an outage cuts gives the energies of any other step") {
  const FinishedRun hourly = run_texts(plain_scenario("24 h", feed_out), idle_hub);
  const FinishedRun fine = run_texts(plain_scenario("24 h", feed_out), idle_hub, {"step=\"5 min\""});
  for (const char* key : {"it_energy_kwh", "facility_energy_kwh", "it_not_served_kwh", "grid_energy_kwh"})
    CHECK(fine.at(std::string("total/") + key) == Approx(hourly.at(std::string("total/") + key)).epsilon(1e-12));
}
