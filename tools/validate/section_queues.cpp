// Waiting jobs against queueing theory, and one scheduler against another.
#include <cmath>
#include <string>

#include "models/queueing.hpp"
#include "tools/validate/sections.hpp"
#include "tools/validate/trial_run.hpp"

namespace hubwatt::validation {

namespace {

using namespace trial;

constexpr double service_s = 1000.0;

// A million jobs of one accelerator and 1000 s on average before this many servers.
FinishedRun million_jobs(int servers, double load) {
  const double per_day = load * 86400.0 / service_s;
  const std::string platform = replaced(plain_platform(1, servers), "accelerators = 8", "accelerators = 1");
  return run_texts(plain_scenario(std::to_string(static_cast<int>(1e6 / per_day)) + " d",
                                  "output = { jobs = false, series = false }\n"
                                  "[[training]]\nname = \"m\"\narrivals_per_day = " +
                                      std::to_string(per_day) +
                                      "\ngpus = 1\nactivity = 1.0\n"
                                      "duration = { exponential = { mean = \"1000 s\" } }\n"),
                   platform);
}

Case littles_law() {
  std::string scenario = plain_scenario(
      "60 d",
      "[policy]\nschedule = \"easy-backfill\"\n[[training]]\nname = \"m\"\narrivals_per_day = 260.0\n"
      "gpus = { choice = [1, 4, 8, 16] }\nactivity = 1.0\n"
      "duration = { lognormal = { median = \"20 min\", p95 = \"4 h\" } }\n");
  const FinishedRun run =
      run_texts(replaced(scenario, "step = \"1 h\"", "step = \"2 min\""), plain_platform(1, 10));
  double waiting = 0.0;
  const auto series = run.table("series.csv");
  for (const CsvRow& row : series)
    waiting += std::stod(row.at("waiting_jobs")) / static_cast<double>(series.size());
  const double rate = run.at("jobs/submitted") / (60.0 * 86400.0);
  return compare(
      {"Q3", "Little: jobs waiting, seen every 2 min over 60 days, against rate x mean wait; EASY backfill",
       Evidence::law, "Little, Operations Research 9 (1961)"},
      rate * run.at("jobs/mean_wait_s"), waiting, percent(3), "jobs", 4);
}

Case backfill_against_fcfs(const std::string& library) {
  const std::string file = "scenarios/library/" + library + ".toml";
  const FinishedRun easy(file, {"policy.schedule=\"easy-backfill\""});
  const FinishedRun fcfs(file, {"policy.schedule=\"fcfs\""});
  return at_most({"Q4", "mean wait under EASY backfill on " + library + ", against FCFS", Evidence::law,
                  "Lifka, JSSPP 1995: backfill that never delays the head of the queue"},
                 fcfs.at("jobs/mean_wait_s"), easy.at("jobs/mean_wait_s"), "s");
}

}  // namespace

Section queues() {
  Section section{
      "Queues",
      "Generated jobs with exponential gaps and durations, a million of each, against M/M/c; then any "
      "queue against Little's law. The wait is given in service times.",
      {},
      {}};
  const std::string erlang = "Erlang 1917; Kleinrock, Queueing Systems I, 3.5";
  section.cases.push_back(compare({"Q1", "M/M/1 at load 0.8: mean wait", Evidence::law, erlang}, 4.0,
                                  million_jobs(1, 0.8).at("jobs/mean_wait_s") / service_s, percent(3),
                                  "services", 4));
  section.cases.push_back(compare({"Q2", "M/M/10 at load 8: mean wait", Evidence::law, erlang}, 0.204590,
                                  million_jobs(10, 8.0).at("jobs/mean_wait_s") / service_s, percent(3),
                                  "services", 4));
  section.cases.push_back(
      compare({"Q2", "Erlang C of 10 servers at load 8, the model's", Evidence::law, erlang}, 0.409180,
              erlang_c(10, 8.0), {2e-6, true, "2e-6"}, "", 6));
  section.cases.push_back(littles_law());
  section.cases.push_back(backfill_against_fcfs("philly-week"));
  section.cases.push_back(backfill_against_fcfs("training-week"));
  return section;
}

}  // namespace hubwatt::validation
