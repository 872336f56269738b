// What must hold of any run, tried on the contract's week: two hubs with weather, batteries, renewables, traces,
// generated jobs, a service, data sets and checkpoints.
#include <cmath>
#include <regex>

#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt::test;

namespace {

const char* const week = "tests/data/contract/week.scenario.toml";

double sum(const std::vector<CsvRow>& rows, const std::string& column, const std::string& hub = "") {
  double total = 0.0;
  for (const CsvRow& row : rows)
    if (hub.empty() || row.at("hub") == hub) total += row.at(column).empty() ? 0.0 : std::stod(row.at(column));
  return total;
}

const FinishedRun& the_week() {
  static const FinishedRun run(week);
  return run;
}

}  // namespace

TEST_CASE("facility energy is the sum of its parts and of its sources") {
  const FinishedRun& run = the_week();
  for (const std::string place : {"total", "hubs/zhongwei", "hubs/qingpu", "sides/east"}) {
    CAPTURE(place);
    const auto kpi = [&](const char* key) { return run.at(place + "/" + key); };
    const double facility = kpi("facility_energy_kwh");
    REQUIRE(facility > 0.0);
    CHECK(facility == Approx(kpi("it_energy_kwh") + kpi("cooling_energy_kwh") + kpi("power_chain_loss_kwh") +
                             kpi("other_energy_kwh")).epsilon(1e-9));
    CHECK(facility == Approx(kpi("grid_energy_kwh") + kpi("on_site_energy_kwh") + kpi("direct_energy_kwh") +
                             kpi("battery_discharge_kwh") - kpi("battery_charge_kwh")).epsilon(1e-9));
    CHECK(kpi("pue") >= 1.0);
    CHECK(kpi("pue1") <= kpi("pue2"));
    CHECK(kpi("pue2") <= kpi("pue3"));
    CHECK(kpi("green_share") >= 0.0);
    CHECK(kpi("green_share") <= 1.0);
    CHECK(kpi("cfe_score_without_grid") <= kpi("cfe_score"));
    CHECK(kpi("cfe_score") <= 1.0);
    CHECK(kpi("ere") <= kpi("pue"));
    CHECK(kpi("load_factor") <= 1.0);
    CHECK(kpi("gpu_activity") <= kpi("gpu_allocation"));
    CHECK(kpi("gpu_allocation") <= kpi("server_utilization") + 1e-12);
  }
}

TEST_CASE("the ledger of every hub closes to 1e-9") {
  for (const std::string hub : {"zhongwei", "qingpu"}) {
    const FinishedRun& run = the_week();
    CHECK(run.at("ledger/" + hub + "/relative_error") <= 1e-9);
    double sources = 0.0, sinks = 0.0;
    for (const char* key : {"grid", "on_site", "direct", "battery_discharge"})
      sources += run.at("ledger/" + hub + "/sources/" + key);
    for (const char* key : {"it", "cooling", "power_chain_loss", "other", "battery_charge", "curtailed"})
      sinks += run.at("ledger/" + hub + "/sinks/" + key);
    CHECK(sources == Approx(sinks).epsilon(1e-9));
  }
}

TEST_CASE("hubs add up to sides and to the total") {
  const FinishedRun& run = the_week();
  for (const char* key : {"it_energy_kwh", "facility_energy_kwh", "carbon_location_kg", "carbon_market_kg", "water_l",
                          "cost_cny", "grid_cost_cny", "supply_cost_cny", "embodied_carbon_kg"}) {
    CAPTURE(key);
    const double hubs = run.at(std::string("hubs/zhongwei/") + key) + run.at(std::string("hubs/qingpu/") + key);
    CHECK(run.at(std::string("total/") + key) == Approx(hubs).epsilon(1e-12));
    CHECK(run.at(std::string("sides/east/") + key) == run.at(std::string("hubs/qingpu/") + key));
  }
  CHECK(run.at("total/peak_power_kw") <=
        run.at("hubs/zhongwei/peak_power_kw") + run.at("hubs/qingpu/peak_power_kw") + 1e-6);
}

TEST_CASE("certificates of one hub do not cover the energy of another") {
  const std::string platform = plain_platform(
      1, 4,
      "[[hub.renewable]]\nkind = \"pv\"\ncapacity = \"1 MW\"\noutput = 1.0\ncontract = \"certificate\"\n" +
          plain_hub("bare", 1, 4));
  const FinishedRun run = run_texts(plain_scenario("2 h", ""), platform);
  CHECK(run.at("hubs/only/carbon_market_kg") == 0.0);
  CHECK(run.at("hubs/bare/carbon_market_kg") == Approx(run.at("hubs/bare/carbon_location_kg")).epsilon(1e-12));
  CHECK(run.at("total/carbon_market_kg") == Approx(run.at("hubs/bare/carbon_market_kg")).epsilon(1e-12));
}

TEST_CASE("the summary is the sum of the hours") {
  const FinishedRun& run = the_week();
  const auto series = run.table("series.csv");
  REQUIRE(series.size() == 2 * 168);
  for (const std::string hub : {"zhongwei", "qingpu"}) {
    CHECK(sum(series, "it_kw", hub) == Approx(run.at("hubs/" + hub + "/it_energy_kwh")).epsilon(1e-8));
    CHECK(sum(series, "facility_kw", hub) == Approx(run.at("hubs/" + hub + "/facility_energy_kwh")).epsilon(1e-8));
    CHECK(sum(series, "carbon_location_kg", hub) == Approx(run.at("hubs/" + hub + "/carbon_location_kg")).epsilon(1e-8));
    CHECK(sum(series, "cost_cny", hub) == Approx(run.at("hubs/" + hub + "/cost_cny")).epsilon(1e-8));
    double carbon = 0.0;
    for (const CsvRow& row : series)
      if (row.at("hub") == hub) carbon += std::stod(row.at("grid_kw")) * std::stod(row.at("carbon_kg_per_kwh"));
    CHECK(carbon == Approx(run.at("hubs/" + hub + "/carbon_location_kg")).epsilon(1e-5));
  }
}

TEST_CASE("jobs account for what the hubs' servers drew above idle") {
  const FinishedRun& run = the_week();
  const auto jobs = run.table("jobs.csv");
  CHECK(static_cast<double>(jobs.size()) == run.at("jobs/submitted"));
  CHECK(run.at("jobs/submitted") == run.at("jobs/completed") + run.at("jobs/failed") + run.at("jobs/running") +
                                        run.at("jobs/waiting"));
  const double ledger = run.at("ledger/zhongwei/it/jobs") + run.at("ledger/qingpu/it/jobs");
  CHECK(sum(jobs, "energy_kwh") == Approx(ledger).epsilon(1e-9));
  for (const CsvRow& job : jobs) {
    if (job.at("start_s").empty()) continue;
    REQUIRE(std::stod(job.at("wait_s")) ==
            Approx(std::stod(job.at("start_s")) - std::stod(job.at("submit_s"))).margin(2e-6));
    REQUIRE(std::stod(job.at("wait_s")) >= std::stod(job.at("staging_s")) - 2e-6);
  }
}

TEST_CASE("the same scenario and seed give the same bytes, another seed does not") {
  const FinishedRun again(week);
  for (const char* file : {"summary.json", "manifest.json", "inputs.json", "series.csv", "jobs.csv", "inference.csv"})
    CHECK(again.text(file) == the_week().text(file));
  CHECK(FinishedRun(week, {"seed=43"}).text("jobs.csv") != the_week().text("jobs.csv"));
}

TEST_CASE("halving the step changes no IT energy, and facility energy only as decisions are taken more often") {
  const FinishedRun half(week, {"step=\"30 min\""});
  CHECK(half.at("ledger/zhongwei/it/jobs") == Approx(the_week().at("ledger/zhongwei/it/jobs")).epsilon(1e-9));
  CHECK(half.at("total/it_energy_kwh") == Approx(the_week().at("total/it_energy_kwh")).epsilon(1e-9));
  CHECK(half.at("total/facility_energy_kwh") == Approx(the_week().at("total/facility_energy_kwh")).epsilon(1e-4));
}

TEST_CASE("twice what racks represent is twice the energy and none of the ratios") {
  const std::string jobs =
      "[[training]]\nname = \"a\"\narrivals_per_day = 40.0\ngpus = { choice = [4, 8, 12] }\n"
      "duration = { exponential = { mean = \"3 h\" } }\nactivity = 0.7\n";
  const FinishedRun one = run_texts(plain_scenario("5 d", jobs), plain_platform(2, 4, "represents = 1\n"));
  const FinishedRun ten = run_texts(plain_scenario("5 d", jobs), plain_platform(2, 4, "represents = 10\n"));
  for (const char* key : {"it_energy_kwh", "facility_energy_kwh", "carbon_location_kg", "cost_cny", "peak_power_kw"})
    CHECK(ten.at(std::string("total/") + key) == Approx(10.0 * one.at(std::string("total/") + key)).epsilon(1e-9));
  for (const char* key : {"pue", "gpu_allocation", "gpu_activity", "server_utilization", "load_factor", "cue"})
    CHECK(ten.at(std::string("total/") + key) == Approx(one.at(std::string("total/") + key)).epsilon(1e-9));
  for (const char* key : {"mean_wait_s", "mean_slowdown", "submitted", "energy_kwh_per_gpu_hour"})
    CHECK(ten.at(std::string("jobs/") + key) == Approx(one.at(std::string("jobs/") + key)).epsilon(1e-9));
}

TEST_CASE("a week is the sum of its days") {
  const std::string jobs =
      "[[training]]\nname = \"a\"\njobs = [{ submit = \"0 s\", gpus = 16, duration = \"20 h\", activity = 0.5 },"
      "{ submit = \"24 h\", gpus = 16, duration = \"20 h\", activity = 0.5 }]\n";
  const FinishedRun both = run_texts(plain_scenario("2 d", jobs), plain_platform(1, 4));
  const FinishedRun first = run_texts(plain_scenario("1 d", jobs), plain_platform(1, 4));
  CHECK(both.at("total/facility_energy_kwh") == Approx(2.0 * first.at("total/facility_energy_kwh")).epsilon(1e-9));
}

TEST_CASE("output switches leave files out and change nothing else") {
  const FinishedRun quiet(week, {"output.jobs=false", "output.series=false", "output.inference=false"});
  CHECK_FALSE(quiet.has("jobs.csv"));
  CHECK_FALSE(quiet.has("series.csv"));
  CHECK_FALSE(quiet.has("inference.csv"));
  CHECK(quiet.text("summary.json") == the_week().text("summary.json"));
}
