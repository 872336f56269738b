// Runs with servers that are slowed down, that fall asleep, that are written by their parts.
#include "models/units.hpp"
#include "scenarios/platform_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

// The plain platform, with `keys` in the server type and `more` in the rack.
std::string platform_of(int servers, const std::string& keys, const std::string& more) {
  std::string text = plain_platform(1, servers, more);
  return text.replace(text.find("[server.box]\n"), 13, "[server.box]\n" + keys);
}

const char* const clocks = "frequency = { power_exponent = 2.0, least = 0.25 }\n";
const char* const states =
    "idle_state = [{ name = \"off\", power = \"100 W\", wake_time = \"6 min\", wake_energy = \"0.5 kWh\" "
    "}]\n";
const char* const falls_asleep = "when_idle = \"off\"\nidle_after = \"10 min\"\n";

std::string jobs(const std::string& list, const std::string& more = "") {
  return "[[training]]\nname = \"a\"\n" + more + "jobs = [" + list + "]\n";
}

std::string one_job(const std::string& activity, const std::string& more = "") {
  return jobs("{ submit = \"0 s\", gpus = 8, duration = \"2 h\", activity = " + activity + " }", more);
}

double end_of_first(const FinishedRun& run) {
  return std::stod(run.table("jobs.csv").at(0).at("end_s"));
}

}  // namespace

TEST_CASE(
    "half the clock with half of the run bound by it runs half as long again, at a quarter of the power") {
  const FinishedRun run = run_texts(plain_scenario("4 h", one_job("1.0", "clock_bound = 0.5\n")),
                                    platform_of(1, clocks, "frequency = 0.5\n"));
  CHECK(end_of_first(run) == Approx(3.0 * 3600.0).epsilon(1e-12));
  CHECK(run.at("jobs/energy_kwh_per_gpu_hour") == Approx(6.0 / 24.0).epsilon(1e-9));
  CHECK(run.at("total/it_energy_kwh") == Approx(2.0 * 4.0 + 8.0 * 0.25 * 3.0).epsilon(1e-9));
}

TEST_CASE("a limit slows the job that would pass it and no other") {
  const std::string capped = platform_of(1, clocks, "power_cap = \"4 kW\"\n");
  const FinishedRun busy = run_texts(plain_scenario("6 h", one_job("1.0", "clock_bound = 1.0\n")), capped);
  CHECK(end_of_first(busy) == Approx(4.0 * 3600.0).epsilon(1e-12));
  CHECK(busy.at("total/it_energy_kwh") == Approx(2.0 * 6.0 + 2.0 * 4.0).epsilon(1e-9));
  CHECK(busy.at("total/peak_power_kw") == Approx(4.0 * 1.25).epsilon(1e-9));
  const FinishedRun calm = run_texts(plain_scenario("6 h", one_job("0.2", "clock_bound = 1.0\n")), capped);
  CHECK(end_of_first(calm) == Approx(2.0 * 3600.0).epsilon(1e-12));
  CHECK(calm.at("total/it_energy_kwh") == Approx(2.0 * 6.0 + 1.6 * 2.0).epsilon(1e-9));
}

TEST_CASE("the kind of work gives activity and the share that is bound by the clock") {
  const FinishedRun run = run_texts(
      plain_scenario("4 h",
                     jobs("{ submit = \"0 s\", gpus = 8, duration = \"2 h\" }", "kind = \"evaluation\"\n")),
      platform_of(1, clocks, "frequency = 0.5\n"));
  CHECK(end_of_first(run) == Approx(2.0 * 1.4 * 3600.0).epsilon(1e-12));
  CHECK(run.at("total/it_energy_kwh") == Approx(8.0 + 8.0 * 0.3 * 0.25 * 2.8).epsilon(1e-9));
}

TEST_CASE("a server that is off between two jobs draws exactly its states' energy") {
  const std::string two =
      "{ submit = \"0 s\", gpus = 8, duration = \"1 h\", activity = 0.5 }, "
      "{ submit = \"5 h\", gpus = 8, duration = \"2 h\", activity = 1.0 }";
  const FinishedRun run = run_texts(plain_scenario("10 h", jobs(two)), platform_of(1, states, falls_asleep));
  const double awake = 1.0 + 1.0 / 6.0 + 2.0 + 1.0 / 6.0;        // 0:00 to 1:10, 5:06 to 7:16
  const double off = (3.0 + 50.0 / 60.0) + (2.0 + 44.0 / 60.0);  // 1:10 to 5:00, 7:16 to 10:00
  CHECK(run.at("total/it_energy_kwh") == Approx(2.0 * awake + 0.1 * off + 0.5 + 4.0 + 16.0).epsilon(1e-9));
  const auto rows = run.table("jobs.csv");
  CHECK(std::stod(rows.at(1).at("start_s")) == 18000.0);
  CHECK(std::stod(rows.at(1).at("end_s")) == Approx(18000.0 + 360.0 + 7200.0).epsilon(1e-12));
  CHECK(std::stod(rows.at(1).at("energy_kwh")) == Approx(16.0).epsilon(1e-9));
}

TEST_CASE("a run that ends while a job's server wakes books the part of the wake energy") {
  const FinishedRun run = run_texts(
      plain_scenario("2 h", jobs("{ submit = \"117 min\", gpus = 8, duration = \"1 h\", activity = 1.0 }")),
      platform_of(1, states, falls_asleep));
  CHECK(run.at("total/it_energy_kwh") == Approx(2.0 / 6.0 + 0.1 * 107.0 / 60.0 + 0.25).epsilon(1e-9));
  CHECK(run.at("jobs/running") == 1.0);
}

TEST_CASE("servers that sleep save idle energy and none of the jobs'") {
  const std::string stream =
      "[policy]\nschedule = \"easy-backfill\"\n[[training]]\nname = \"a\"\narrivals_per_day = 40.0\n"
      "gpus = { choice = [1, 4, 8, 24], weight = [0.4, 0.2, 0.3, 0.1] }\n"
      "duration = { lognormal = { median = \"20 min\", p95 = \"2 h\" } }\n"
      "activity = { uniform = { low = 0.2, high = 0.9 } }\n";
  const FinishedRun awake = run_texts(plain_scenario("4 d", stream), platform_of(12, states, ""));
  const FinishedRun asleep = run_texts(plain_scenario("4 d", stream), platform_of(12, states, falls_asleep));
  CHECK(asleep.at("total/it_energy_kwh") < 0.6 * awake.at("total/it_energy_kwh"));
  CHECK(asleep.at("jobs/submitted") == awake.at("jobs/submitted"));
  const auto rows = awake.table("jobs.csv"), later = asleep.table("jobs.csv");
  REQUIRE(rows.size() == later.size());
  std::map<std::string, double> energy;
  for (const CsvRow& row : rows)
    if (row.at("state") == "completed") energy[row.at("id")] = std::stod(row.at("energy_kwh"));
  for (const CsvRow& row : later)
    if (row.at("state") == "completed" && energy.count(row.at("id")) > 0)
      CHECK(std::stod(row.at("energy_kwh")) == Approx(energy[row.at("id")]).epsilon(1e-9).margin(1e-9));
}

TEST_CASE("an idle state that no rack falls into changes no byte of the results") {
  const std::string day = plain_scenario("1 d", one_job("0.7"));
  const FinishedRun without = run_texts(day, plain_platform(1, 3));
  const FinishedRun with = run_texts(day, platform_of(3, std::string(states) + clocks, ""));
  for (const char* file : {"series.csv", "jobs.csv"}) CHECK(without.text(file) == with.text(file));
}

TEST_CASE("replicas wake the servers they need, and let them sleep again") {
  std::string platform = platform_of(6, "", "");
  platform.replace(platform.rfind("\"box\""), 5, "\"hgx-h100\"");
  const std::string service =
      "[[inference]]\nname = \"chat\"\nrequests_per_second = 8.0\nprofile = \"interactive\"\ntokens_in = "
      "1155\n"
      "tokens_out = 211\nmodel = \"llm-70b\"\nresponse_target = \"2 s\"\n";
  const FinishedRun awake = run_texts(plain_scenario("2 d", service), platform);
  const FinishedRun asleep =
      run_texts(plain_scenario("2 d", service), platform + "when_idle = \"off\"\nidle_after = \"15 min\"\n");
  CHECK(asleep.at("total/it_energy_kwh") < 0.9 * awake.at("total/it_energy_kwh"));
  CHECK(asleep.at("inference/chat/served_share") == awake.at("inference/chat/served_share"));
}

TEST_CASE("servers of the catalogue by their parts meet the entries they stand beside within a tenth") {
  InputFiles files;
  const Platform platform = read_platform("tests/data/contract/closed-form.platform.toml", files);
  const auto find = [&](const std::string& id) {
    for (const ServerType& type : platform.servers)
      if (type.id == id) return type;
    throw std::runtime_error(id);
  };
  for (const std::string id : {"hgx-h100", "hgx-a100", "cpu-2s"}) {
    const ServerType whole = find(id), parts = find(id + "-parts");
    CAPTURE(id, parts.power.idle / unit::W, parts.power.peak / unit::W);
    CHECK(parts.power.idle / whole.power.idle == Approx(1.0).margin(0.12));
    CHECK(parts.power.peak / whole.power.peak == Approx(1.0).margin(0.06));
    CHECK(parts.accelerators() == whole.accelerators());
  }
}
