// Every scenario of the library runs, twice, to the same bytes. The national year has a file of its own in CI's log:
// it is the main job.
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt::test;

namespace {

void check_repeats(const std::string& name) {
  const FinishedRun first("scenarios/library/" + name + ".toml");
  const FinishedRun second("scenarios/library/" + name + ".toml");
  for (const char* file : {"manifest.json", "inputs.json", "summary.json", "series.csv", "jobs.csv", "inference.csv"}) {
    CAPTURE(name, file);
    REQUIRE(first.has(file) == second.has(file));
    if (first.has(file)) CHECK(first.text(file) == second.text(file));
  }
  CHECK(first.at("jobs/submitted") > 0.0);
  CHECK(first.at("total/facility_energy_kwh") > first.at("total/it_energy_kwh"));
}

}  // namespace

TEST_CASE("hello runs and repeats") { check_repeats("hello"); }
TEST_CASE("training-week runs and repeats") { check_repeats("training-week"); }
TEST_CASE("philly-week runs and repeats") { check_repeats("philly-week"); }
TEST_CASE("beijing-weather runs and repeats") { check_repeats("beijing-weather"); }
TEST_CASE("plant-july runs and repeats") { check_repeats("plant-july"); }
TEST_CASE("conventional-2025 runs and repeats") { check_repeats("conventional-2025"); }
TEST_CASE("national-2025 runs and repeats") { check_repeats("national-2025"); }

TEST_CASE("a national year stays within what is known of the hubs") {
  const FinishedRun run("scenarios/library/national-2025.toml");
  CHECK(run.text("summary.json").find("\"pue_kind\": \"PUE\"") != std::string::npos);
  // 1.2 M standard racks of 2.5 kW, about two thirds of them in use: of the order of 20 TWh.
  CHECK(run.at("total/facility_energy_kwh") > 12e9);
  CHECK(run.at("total/facility_energy_kwh") < 30e9);
  CHECK(run.at("total/pue") > 1.05);
  CHECK(run.at("total/pue") < 1.42);  // the national mean of all data centers
  CHECK(run.at("sides/west/pue") < run.at("sides/east/pue"));
  CHECK(run.at("inference/chat/served_share") > 0.99);
  CHECK(run.at("inference/chat/slo_attainment") > 0.95);
  // With what stands outside of them they are near that mean.
  const FinishedRun halls("scenarios/library/conventional-2025.toml");
  const double facility = run.at("total/facility_energy_kwh") + halls.at("total/facility_energy_kwh");
  const double it = run.at("total/it_energy_kwh") + halls.at("total/it_energy_kwh");
  CHECK(facility / it == Approx(1.42).epsilon(0.03));
}

TEST_CASE("halls outside the hubs have the PUE that the library's README states") {
  const FinishedRun halls("scenarios/library/conventional-2025.toml");
  CHECK(halls.at("total/pue") == Approx(1.446).epsilon(0.002));
  CHECK(halls.at("hubs/wuhan_halls/pue") > halls.at("hubs/shanghai_halls/pue"));
  CHECK(halls.at("total/rack_occupancy") == Approx(0.6).epsilon(0.01));
  CHECK(halls.at("total/gpu_allocation") == Approx(0.5).epsilon(0.1));
}

TEST_CASE("a July of all plant shows what each piece did") {
  const FinishedRun run("scenarios/library/plant-july.toml");
  CHECK(run.at("outages/0/it_not_served_kwh") > 0.0);     // half of the chillers in a heat wave
  CHECK(run.at("outages/1/it_not_served_kwh") == 0.0);    // battery and standby sets hold the feed
  CHECK(run.at("hubs/qingpu/generator_energy_kwh") > 0.0);
  CHECK(run.at("hubs/qingpu/demand_charge_cny") > 0.0);
  CHECK(run.at("hubs/qingpu/fuel_cost_cny") > 0.0);
  double bill = 0.0;
  for (const char* part : {"grid_cost", "demand_charge", "supply_cost", "certificate_cost", "fuel_cost"})
    bill += run.at("total/" + std::string(part) + "_cny");
  CHECK(bill == Approx(run.at("total/cost_cny")).epsilon(1e-12));
  CHECK(run.at("hubs/qingpu/battery/equivalent_cycles") > 20.0);
  CHECK(run.at("hubs/qingpu/battery/health") < 1.0);
  CHECK(run.at("ledger/qingpu/heat/cold_used") > 0.0);
  CHECK(run.at("hubs/qingpu/water_stressed_l") == Approx(1.5 * run.at("hubs/qingpu/water_l")));
  CHECK(run.at("hubs/huailai/erf") > 0.02);
  CHECK(run.at("hubs/huailai/ere") < run.at("hubs/huailai/pue"));
  for (const char* hub : {"qingpu", "huailai"})
    CHECK(run.at("ledger/" + std::string(hub) + "/relative_error") < 1e-9);
}
