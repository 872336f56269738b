// Differential: the event engine against SimGrid's own Execs and host-energy plugin.
#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt::test;

namespace {

// Jobs that end in one second may be written in either order.
std::vector<CsvRow> by_id(std::vector<CsvRow> rows) {
  std::sort(rows.begin(), rows.end(),
            [](const CsvRow& a, const CsvRow& b) { return std::stoul(a.at("id")) < std::stoul(b.at("id")); });
  return rows;
}

void check_agreement(const FinishedRun& event, const FinishedRun& exec) {
  const auto by_event = by_id(event.table("jobs.csv"));
  const auto by_exec = by_id(exec.table("jobs.csv"));
  REQUIRE(by_event.size() == by_exec.size());
  REQUIRE(!by_event.empty());
  for (std::size_t i = 0; i < by_event.size(); ++i)
    for (const char* column : {"id", "hub", "submit_s", "start_s", "end_s", "state"}) {
      CAPTURE(i, column);
      if (std::string(column).find("_s") == std::string::npos) REQUIRE(by_event[i].at(column) == by_exec[i].at(column));
      else if (by_event[i].at(column).empty()) REQUIRE(by_exec[i].at(column).empty());
      else REQUIRE(std::stod(by_exec[i].at(column)) == Approx(std::stod(by_event[i].at(column))).epsilon(1e-9).margin(1e-5));
    }
  CHECK(exec.at("total/it_energy_kwh") == Approx(event.at("total/it_energy_kwh")).epsilon(1e-9));
  CHECK(exec.at("total/facility_energy_kwh") == Approx(event.at("total/facility_energy_kwh")).epsilon(1e-9));
}

void check_agreement(const std::string& scenario, const std::string& platform) {
  check_agreement(run_texts(scenario, platform), run_texts(scenario, platform, {"engine=\"exec\""}));
}

}  // namespace

TEST_CASE("the contract's week, with a queue of thousands of jobs that end in the same seconds, agrees with SimGrid") {
  const char* const week = "tests/data/contract/week.scenario.toml";
  check_agreement(FinishedRun(week), FinishedRun(week, {"engine=\"exec\""}));
}

TEST_CASE("the closed form's dates and energy come out of SimGrid's Execs as well") {
  check_agreement(file_text("tests/data/contract/closed-form.scenario.toml")
                      .replace(file_text("tests/data/contract/closed-form.scenario.toml").find("closed-form.platform"), 20,
                               "platform"),
                  file_text("tests/data/contract/closed-form.platform.toml"));
}

TEST_CASE("generated gangs on shared servers agree with SimGrid on every date and on IT energy") {
  for (const char* schedule : {"fcfs", "easy-backfill"})
    check_agreement(plain_scenario("3 d", std::string("[policy]\nschedule = \"") + schedule +
                                              "\"\n[[training]]\nname = \"a\"\narrivals_per_day = 60.0\n"
                                              "gpus = { choice = [1, 3, 8, 12, 20], weight = [0.4, 0.2, 0.2, 0.1, 0.1] }\n"
                                              "duration = { lognormal = { median = \"40 min\", p95 = \"6 h\" } }\n"
                                              "activity = { uniform = { low = 0.2, high = 0.9 } }\n"),
                    plain_platform(2, 3));
}

TEST_CASE("servers that are slowed, limited or written by parts agree with SimGrid on every date and on IT energy") {
  const std::string platform =
      plain_platform(2, 2, "frequency = 0.8\n[[hub.rack]]\nserver = \"box\"\nracks = 1\nservers_per_rack = 3\n"
                           "power_cap = \"6 kW\"\n[[hub.rack]]\nserver = \"hgx-h100-parts\"\nracks = 1\n"
                           "servers_per_rack = 2\npower_cap = \"5 kW\"\nrepresents = 3\n");
  std::string with_clocks = platform;
  with_clocks.replace(with_clocks.find("[server.box]\n"), 13,
                      "[server.box]\nfrequency = { power_exponent = 2.3, least = 0.4, states = [0.4, 0.6, 0.7, 1.0] }\n");
  check_agreement(plain_scenario("3 d", "[policy]\nschedule = \"easy-backfill\"\n[[training]]\nname = \"a\"\n"
                                        "arrivals_per_day = 60.0\nclock_bound = 0.6\n"
                                        "gpus = { choice = [1, 3, 8, 12], weight = [0.4, 0.2, 0.2, 0.2] }\n"
                                        "duration = { lognormal = { median = \"40 min\", p95 = \"6 h\" } }\n"
                                        "activity = { uniform = { low = 0.2, high = 0.95 } }\n"),
                  with_clocks);
}

TEST_CASE("replicas of a service draw the same in both engines") {
  check_agreement(plain_scenario("12 h", "[[training]]\nname = \"a\"\njobs = [{ submit = \"1 h\", gpus = 4, duration = "
                                         "\"2 h\", activity = 0.5 }]\n[[inference]]\nname = \"chat\"\n"
                                         "requests_per_second = 3.0\nprofile = \"interactive\"\ntokens_in = 1155\n"
                                         "tokens_out = 211\nmodel = \"llm-70b\"\nresponse_target = \"2 s\"\n"),
                  [] {
                    std::string platform = plain_platform(1, 6);
                    platform.replace(platform.rfind("\"box\""), 5, "\"hgx-h100\"");
                    return platform;
                  }());
}
