// Transfers against latency plus size over bandwidth, and the event engine against SimGrid's own Execs and
// host energy plugin.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "tools/validate/sections.hpp"
#include "tools/validate/trial_run.hpp"

namespace hubwatt::validation {

namespace {

using namespace trial;

// How long each of `jobs` jobs, submitted at once, waits for a data set of its own over 20 ms and 100 Gbps.
// Their hub is the far one, which alone is wide enough; the data are in the near one.
double staging_s(const std::string& size, int jobs) {
  const std::string more =
      plain_hub("far", 1, 8) +
      "[[link]]\nbetween = [\"only\", \"far\"]\nlatency = \"20 ms\"\nbandwidth = \"100 Gbps\"\n";
  const std::string job = "{ submit = \"1 h\", gpus = 32, activity = 0.5, duration = \"10 min\" }";
  const FinishedRun run = run_texts(plain_scenario("2 h", "[[training]]\nname = \"moved\"\ndataset = \"" +
                                                              size + "\"\ndata_hub = \"only\"\njobs = [" +
                                                              job + (jobs > 1 ? ", " + job : "") + "]\n"),
                                    plain_platform(1, 3, more));
  double longest = 0.0;
  for (const CsvRow& row : run.table("jobs.csv")) longest = std::max(longest, std::stod(row.at("staging_s")));
  return longest;
}

// Ten seconds idle, ten seconds busy.
double joules(const std::string& engine) {
  std::string platform = replaced(plain_platform(1, 1), "accelerators = 8", "accelerators = 4");
  platform = replaced(replaced(platform, "\"2 kW\"", "\"100 W\""), "\"10 kW\"", "\"200 W\"");
  const std::string scenario = replaced(
      plain_scenario("20 s",
                     "[[training]]\nname = \"one\"\njobs = [{ submit = \"10 s\", gpus = 4, activity = 1.0, "
                     "duration = \"10 s\" }]\n"),
      "step = \"1 h\"", "step = \"20 s\"");
  return 3.6e6 * run_texts(scenario, platform, {"engine=\"" + engine + "\""}).at("total/it_energy_kwh");
}

// Jobs that end in one second may be written in either order.
std::vector<CsvRow> by_id(std::vector<CsvRow> rows) {
  std::sort(rows.begin(), rows.end(),
            [](const CsvRow& a, const CsvRow& b) { return std::stoul(a.at("id")) < std::stoul(b.at("id")); });
  return rows;
}

// The largest difference between two runs' dates of the same job; infinite where the jobs are not the same.
double largest_date_error_s(const FinishedRun& one, const FinishedRun& other) {
  const auto a = by_id(one.table("jobs.csv")), b = by_id(other.table("jobs.csv"));
  double largest = a.size() == b.size() && !a.empty() ? 0.0 : INFINITY;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    for (const char* date : {"submit_s", "start_s", "end_s"}) {
      if (a[i].at(date).empty() != b[i].at(date).empty() || a[i].at("hub") != b[i].at("hub")) return INFINITY;
      if (!a[i].at(date).empty())
        largest = std::max(largest, std::fabs(std::stod(a[i].at(date)) - std::stod(b[i].at(date))));
    }
  return largest;
}

void engines_agree(std::vector<Case>& cases) {
  const char* const week = "tests/data/contract/week.scenario.toml";
  const FinishedRun event(week), exec(week, {"engine=\"exec\""});
  const std::string what =
      "the contract's week, " + figure(event.at("jobs/submitted"), 6) + " jobs, event engine: ";
  const std::string source = "SimGrid's Execs and host energy plugin (engine = \"exec\")";
  cases.push_back(compare({"E2", what + "largest difference of a date", Evidence::law, source}, 0.0,
                          largest_date_error_s(event, exec), {1e-5, false, "1e-5 s"}, "s"));
  cases.push_back(compare({"E2", what + "IT energy", Evidence::law, source}, exec.at("total/it_energy_kwh"),
                          event.at("total/it_energy_kwh"), exact(), "kWh", 9));
}

}  // namespace

Section network_and_engines() {
  Section section{"Network, and energy against SimGrid",
                  "Transfers go through SimGrid as Comms, energy is the event engine's own.",
                  {},
                  {}};
  const std::string arithmetic = "latency + size / fair share of the bandwidth";
  const auto transfer = [&](const char* what, double expected, double got) {
    section.cases.push_back(
        compare({"N1", what, Evidence::arithmetic, arithmetic}, expected, got, {1e-6, true, "1e-6"}, "s"));
  };
  transfer("1 GB over 20 ms and 100 Gbps", 0.100, staging_s("1 GB", 1));
  transfer("two of them at once, each", 0.180, staging_s("1 GB", 2));
  transfer("1 TB over the same", 80.02, staging_s("1 TB", 1));
  for (const char* engine : {"event", "exec"})
    section.cases.push_back(
        compare({"E1", std::string("a host of 100 to 200 W, 10 s idle and 10 s busy, engine ") + engine,
                 Evidence::law, "SimGrid, energy plugin's documentation: 3000 J"},
                3000.0, joules(engine), exact(), "J"));
  engines_agree(section.cases);
  return section;
}

}  // namespace hubwatt::validation
