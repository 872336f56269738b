// Cases of published figures and laws that the whole program meets, beside the closed forms of its own.
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt::test;

namespace {

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  if (at == std::string::npos) throw std::runtime_error("the text has no " + what);
  return text.replace(at, what.size(), by);
}

// A platform whose accelerators draw this much when busy and nothing else.
std::string drawing(const std::string& server_power, int racks, int servers, const std::string& ratio) {
  std::string platform = replaced(plain_platform(racks, servers), "\"2 kW\"", "\"0 W\"");
  return replaced(replaced(platform, "\"10 kW\"", '"' + server_power + '"'), "ratio = 0.25", "ratio = " + ratio);
}

std::string job(const std::string& gpus, const std::string& duration) {
  return "[[training]]\nname = \"run\"\njobs = [{ submit = \"0 s\", gpus = " + gpus + ", activity = 1.0, duration = \"" +
         duration + "\" }]\n";
}

const std::string mixed =
    "[[training]]\nname = \"a\"\narrivals_per_day = 50.0\ngpus = { choice = [1, 4, 8, 24], weight = [0.4, 0.3, 0.2, 0.1] }\n"
    "duration = { lognormal = { median = \"1 h\", p95 = \"8 h\" } }\nactivity = 0.7\n";

}  // namespace

TEST_CASE("Llama-3.1-405B: 30.84 M accelerator-hours of 700 W are 21.59 GWh") {
  // 16 384 accelerators; the hours come to 78.43 days.
  const double days = 30.84e6 / 16384.0 / 24.0;
  const FinishedRun run = run_texts(plain_scenario("79 d", "output = { series = false }\n" + job("16384", std::to_string(days) + " d")),
                                    drawing("5.6 kW", 256, 8, "0.0"));
  CHECK(run.at("total/it_energy_kwh") == Approx(30.84e6 * 0.7).epsilon(1e-6));
}

TEST_CASE("a host of 100 to 200 W, 10 s idle and 10 s busy, takes 3000 J, by both engines") {
  std::string platform = replaced(plain_platform(1, 1), "accelerators = 8", "accelerators = 4");
  platform = replaced(replaced(platform, "\"2 kW\"", "\"100 W\""), "\"10 kW\"", "\"200 W\"");
  std::string scenario = plain_scenario("20 s", "[[training]]\nname = \"one\"\njobs = [{ submit = \"10 s\", gpus = 4, "
                                                "activity = 1.0, duration = \"10 s\" }]\n");
  scenario = replaced(scenario, "step = \"1 h\"", "step = \"20 s\"");
  for (const char* engine : {"event", "exec"})
    CHECK(run_texts(scenario, platform, {std::string("engine=\"") + engine + "\""}).at("total/it_energy_kwh") * 3.6e6 ==
          Approx(3000.0).epsilon(1e-9));
}

TEST_CASE("a data center of 8.10 M racks of 2.5 kW, three fifths in use, at PUE 1.42, uses 151.1 TWh") {
  // One simulated rack for ten thousand; a busy rack draws 2.5 kW.
  std::string platform = replaced(plain_platform(486, 1, "represents = 10000\n"), "accelerators = 8", "accelerators = 1");
  platform = replaced(replaced(platform, "\"2 kW\"", "\"2.5 kW\""), "\"10 kW\"", "\"2.5 kW\"");
  const FinishedRun run = run_texts(plain_scenario("365 d", "output = { series = false }\n" + job("1", "1 h")),
                                    replaced(platform, "ratio = 0.25", "ratio = 0.42"));
  CHECK(run.at("total/facility_energy_kwh") == Approx(8.10e6 * 0.6 * 2.5 * 1.42 * 8760.0).epsilon(1e-9));
  CHECK(run.at("total/facility_energy_kwh") == Approx(151.1e9).epsilon(1e-3));
  CHECK(run.at("total/facility_energy_kwh") == Approx(150e9).epsilon(0.10));  // what was reported for 2023
}

TEST_CASE("EASY backfill waits no longer than FCFS on the shipped traces") {
  for (const std::string library : {"philly-week", "training-week"}) {
    const std::string file = "scenarios/library/" + library + ".toml";
    const FinishedRun easy(file, {"policy.schedule=\"easy-backfill\""});
    const FinishedRun fcfs(file, {"policy.schedule=\"fcfs\""});
    CAPTURE(library);
    CHECK(easy.at("jobs/mean_wait_s") <= fcfs.at("jobs/mean_wait_s"));
  }
}

TEST_CASE("twice the hubs and twice the load are twice the energy") {
  // Two hubs that share nothing: each workload can run in its own hub only, by width.
  const FinishedRun one = run_texts(plain_scenario("5 d", mixed), plain_platform(2, 4));
  const FinishedRun two = run_texts(plain_scenario("5 d", mixed), plain_platform(2, 4, "represents = 2\n"));
  CHECK(two.at("total/facility_energy_kwh") == Approx(2.0 * one.at("total/facility_energy_kwh")).epsilon(1e-9));
}

TEST_CASE("a run shifted by a week, in a climate that does not change, uses the same energy") {
  const std::string scenario = plain_scenario("5 d", mixed);
  const FinishedRun now = run_texts(scenario, plain_platform(2, 4));
  const FinishedRun later = run_texts(replaced(scenario, "2025-01-01", "2025-01-08"), plain_platform(2, 4));
  CHECK(later.at("total/facility_energy_kwh") == Approx(now.at("total/facility_energy_kwh")).epsilon(1e-12));
  CHECK(later.text("jobs.csv") == now.text("jobs.csv"));
}

TEST_CASE("the order of hubs in the file moves no energy where the policy is told where to go") {
  const std::string head = plain_platform(1, 1);
  const std::string platform_head = head.substr(0, head.find("[[hub]]"));
  const auto hub = [](const std::string& id, int servers) {
    return replaced(plain_hub(id, 1, servers), "power_chain = \"ideal\"", "power_chain = \"modern\"");
  };
  // 24 accelerators fit into the large hub only, whichever stands first.
  const std::string wide = "[[training]]\nname = \"a\"\narrivals_per_day = 20.0\ngpus = 24\nactivity = 0.6\n"
                           "duration = { exponential = { mean = \"3 h\" } }\n";
  const FinishedRun ab = run_texts(plain_scenario("4 d", wide), platform_head + hub("small", 2) + hub("large", 6));
  const FinishedRun ba = run_texts(plain_scenario("4 d", wide), platform_head + hub("large", 6) + hub("small", 2));
  for (const char* key : {"it_energy_kwh", "facility_energy_kwh", "power_chain_loss_kwh", "cost_cny"})
    for (const std::string place : {"total", "hubs/small", "hubs/large"})
      CHECK(ab.at(place + "/" + key) == Approx(ba.at(place + "/" + key)).epsilon(1e-12));
}
