// The simulated queue against theory: M/M/c with exponential work, and Little's law.
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt::test;

namespace {

// `servers` accelerators that jobs of one accelerator and 1000 s on average come to, a million of them.
FinishedRun queue(int servers, double load, const std::string& more = "") {
  constexpr double service_s = 1000.0, jobs = 1e6;
  const double per_day = load * 86400.0 / service_s;
  std::string platform = plain_platform(1, servers);
  platform.replace(platform.find("accelerators = 8"), 16, "accelerators = 1");
  return run_texts(plain_scenario(std::to_string(static_cast<int>(jobs / per_day)) + " d",
                                  "output = { jobs = false, series = false }\n" + more +
                                      "[[training]]\nname = \"m\"\narrivals_per_day = " + std::to_string(per_day) +
                                      "\ngpus = 1\nactivity = 1.0\nduration = { exponential = { mean = \"1000 s\" } }\n"),
                   platform);
}

}  // namespace

TEST_CASE("one server at load 0.8 keeps jobs waiting four service times") {
  const FinishedRun run = queue(1, 0.8);
  CHECK(run.at("jobs/submitted") > 9.9e5);
  CHECK(run.at("jobs/mean_wait_s") == Approx(4000.0).epsilon(0.03));
  CHECK(run.at("total/gpu_allocation") == Approx(0.8).epsilon(0.01));
}

TEST_CASE("ten servers at load 8 keep jobs waiting as Erlang C says") {
  const FinishedRun run = queue(10, 8.0);
  CHECK(run.at("jobs/mean_wait_s") == Approx(204.590).epsilon(0.03));
}

TEST_CASE("Little's law: the mean number waiting is the arrival rate times the mean wait") {
  const std::string work =
      "[[training]]\nname = \"m\"\narrivals_per_day = 260.0\ngpus = { choice = [1, 4, 8, 16] }\nactivity = 1.0\n"
      "duration = { lognormal = { median = \"20 min\", p95 = \"4 h\" } }\n";
  std::string scenario = plain_scenario("60 d", "[policy]\nschedule = \"easy-backfill\"\n" + work);
  scenario.replace(scenario.find("step = \"1 h\""), 12, "step = \"2 min\"");
  const FinishedRun run = run_texts(scenario, plain_platform(1, 10));
  double waiting = 0.0;
  const auto series = run.table("series.csv");
  for (const CsvRow& row : series) waiting += std::stod(row.at("waiting_jobs")) / static_cast<double>(series.size());
  const double rate = run.at("jobs/submitted") / (60.0 * 86400.0);
  REQUIRE(waiting > 0.5);
  CHECK(rate * run.at("jobs/mean_wait_s") == Approx(waiting).epsilon(0.03));
}
