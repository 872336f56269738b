// Figures a pencil can check, on platforms without losses.
#include "scenarios/scenario_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {
auto exactly(double value) { return Approx(value).epsilon(1e-9); }
}  // namespace

TEST_CASE("the contract's closed form is met to 1e-9") {
  const FinishedRun run("tests/data/contract/closed-form.scenario.toml");
  for (const std::string place : {"total", "hubs/only", "sides/west"}) {
    CAPTURE(place);
    CHECK(run.at(place + "/it_energy_kwh") == exactly(280.0));
    CHECK(run.at(place + "/facility_energy_kwh") == exactly(350.0));
    CHECK(run.at(place + "/cooling_energy_kwh") == exactly(70.0));
    CHECK(run.at(place + "/power_chain_loss_kwh") == 0.0);
    CHECK(run.at(place + "/pue") == exactly(1.25));
    CHECK(run.at(place + "/carbon_location_kg") == exactly(175.0));
    CHECK(run.at(place + "/cost_cny") == exactly(140.0));
    CHECK(run.at(place + "/gpu_allocation") == exactly(0.125));
    CHECK(run.at(place + "/gpu_activity") == exactly(88.0 / 768.0));
    CHECK(run.at(place + "/server_utilization") == exactly(14.0 / 96.0));
  }
  CHECK(run.at("compliance/0/limit") == 1.2);
  CHECK(run.at("compliance/0/margin") == exactly(-0.05));
  CHECK(run.text("summary.json").find("\"pue_kind\": \"iPUE\"") != std::string::npos);
  CHECK(run.text("summary.json").find("\"pass\": false") != std::string::npos);
  const auto jobs = run.table("jobs.csv");
  REQUIRE(jobs.size() == 2);
  CHECK(jobs[0].at("start_s") == "14400");
  CHECK(jobs[0].at("end_s") == "28800");
  CHECK(std::stod(jobs[0].at("energy_kwh")) == exactly(8.0));
  CHECK(std::stod(jobs[1].at("energy_kwh")) == exactly(80.0));
}

TEST_CASE("BLOOM-176B: 1 082 990 A100-hours at 400 W are 433.2 MWh") {
  // 384 accelerators that draw 400 W when busy and nothing else.
  const std::string platform = plain_platform(1, 48);
  std::string bloom = platform;
  bloom.replace(bloom.find("\"2 kW\""), 6, "\"0 W\"").replace(bloom.find("\"10 kW\""), 7, "\"3.2 kW\"");
  const double hours = 1082990.0 / 384.0;
  const FinishedRun run = run_texts(
      plain_scenario("120 d", "[[training]]\nname = \"bloom\"\njobs = [{ submit = \"0 s\", gpus = 384, activity = 1.0, duration = \"" +
                                  std::to_string(hours) + " h\" }]\n"),
      bloom);
  CHECK(run.at("total/it_energy_kwh") == Approx(1082990.0 * 0.4).epsilon(1e-8));
  CHECK(run.at("jobs/gpu_hours") == Approx(1082990.0).epsilon(1e-8));
}

TEST_CASE("GPT-3: 10 000 accelerators of 330 W for 14.8 days at PUE 1.10 are 1 289 MWh") {
  std::string platform = plain_platform(25, 50);
  platform.replace(platform.find("\"2 kW\""), 6, "\"0 W\"").replace(platform.find("\"10 kW\""), 7, "\"2.64 kW\"");
  platform.replace(platform.find("ratio = 0.25"), 12, "ratio = 0.10");
  const FinishedRun run = run_texts(
      plain_scenario("15 d", "[[training]]\nname = \"gpt-3\"\njobs = [{ submit = \"0 s\", gpus = 10000, activity = 1.0, duration = \"14.8 d\" }]\n"),
      platform);
  CHECK(run.at("total/facility_energy_kwh") == Approx(1289.4e3).epsilon(1e-3));
}

TEST_CASE("a duration of whole servers and a part holds what it asked for, no more") {
  const FinishedRun run = run_texts(
      plain_scenario("10 h", "[[training]]\nname = \"a\"\njobs = [{ submit = \"1 h\", gpus = 12, activity = 0.5, duration = \"4 h\" }]\n"),
      plain_platform(1, 4));
  CHECK(run.at("total/gpu_allocation") == exactly(12.0 * 4.0 / (32.0 * 10.0)));
  CHECK(run.at("total/it_energy_kwh") == exactly(4 * 2.0 * 10.0 + 8.0 * 1.5 * 0.5 * 4.0));
  CHECK(run.at("total/server_utilization") == exactly(2.0 * 4.0 / 40.0));
}

TEST_CASE("an activity that no binary fraction meets keeps the energy to 1e-9") {
  const FinishedRun run = run_texts(
      plain_scenario("10 h", "[[training]]\nname = \"a\"\njobs = [{ submit = \"0 s\", gpus = 8, activity = 0.7, duration = \"10 h\" }]\n"),
      plain_platform(1, 1));
  CHECK(run.at("total/it_energy_kwh") == exactly(2.0 * 10.0 + 8.0 * 0.7 * 10.0));
  CHECK(run.at("total/gpu_activity") == exactly(0.7));
}

TEST_CASE("a tariff follows the full hours of the hub's own clock, half an hour off as it may be") {
  // Three hours from 21:30 local time: the last half hour is of the dear hour after midnight.
  const FinishedRun run = run_texts(plain_scenario("3 h", ""), plain_platform(1, 1),
                                    {"hub.only.utc_offset=\"5.5 h\"",
                                     "hub.only.grid.time_of_use={ peak_hours = [0], peak_ratio = 3.0 }"});
  CHECK(run.at("total/cost_cny") == exactly(2.5 * 0.4 * (2.5 + 3.0 * 0.5)));
}

TEST_CASE("a run shorter than the default step needs no step of its own") {
  const FinishedRun run = run_texts(
      "schema = 1\nname = \"short\"\nplatform = \"platform.toml\"\nstart = 2025-01-01T00:00:00\nduration = \"30 min\"\n",
      plain_platform(1, 1));
  CHECK(run.at("total/it_energy_kwh") == exactly(1.0));
  CHECK(run.at("total/load_factor") == exactly(1.0));
}

TEST_CASE("a data set takes latency plus size over bandwidth before its job may start") {
  const std::string more = plain_hub("far", 1, 8) +
                           "[[link]]\nbetween = [\"only\", \"far\"]\nlatency = \"20 ms\"\nbandwidth = \"100 Gbps\"\n";
  // 64 accelerators fit only into the far hub; the data are in the near one.
  const FinishedRun run = run_texts(
      plain_scenario("2 h", "[[training]]\nname = \"moved\"\ndataset = \"1 TB\"\ndata_hub = \"only\"\n"
                            "jobs = [{ submit = \"1 h\", gpus = 64, activity = 0.5, duration = \"10 min\" }]\n"),
      plain_platform(1, 4, more));
  const auto jobs = run.table("jobs.csv");
  REQUIRE(jobs.size() == 1);
  CHECK(jobs[0].at("hub") == "far");
  CHECK(std::stod(jobs[0].at("staging_s")) == Approx(80.02).epsilon(1e-6));
  CHECK(std::stod(jobs[0].at("wait_s")) == Approx(80.02).epsilon(1e-6));
  CHECK(run.at("network/only-far/transferred_gb") == Approx(1000.0).epsilon(1e-9));
}
