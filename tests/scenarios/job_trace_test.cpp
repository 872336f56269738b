#include "scenarios/job_trace.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

std::optional<OriginId> origin(std::string_view id) {
  if (id == "beijing") return OriginId{0};
  if (id == "shanghai") return OriginId{1};
  return std::nullopt;
}

std::vector<JobRecord> read(const std::string& text, std::vector<Diagnostic>& mistakes) {
  return read_job_trace(InputFile{"jobs.csv", text}, origin, mistakes);
}

}  // namespace

TEST_CASE("a trace of three columns leaves the rest to its workload") {
  std::vector<Diagnostic> mistakes;
  const auto jobs = read("submit_s,gpus,duration_s\n0,8,3600\n10.5,1,0.25\n", mistakes);
  CHECK(mistakes.empty());
  REQUIRE(jobs.size() == 2);
  CHECK(jobs[0].accelerators == 8);
  CHECK(jobs[1].submit_s == 10.5);
  CHECK(jobs[1].duration_s == 0.25);
  for (const JobRecord& job : jobs) {
    CHECK(job.activity < 0.0);
    CHECK(job.dataset_gb < 0.0);
    CHECK(job.deferrable_s < 0.0);
    CHECK(job.origin < 0);
  }
}

TEST_CASE("optional columns hold for the rows that fill them, in any order") {
  std::vector<Diagnostic> mistakes;
  const auto jobs = read(
      "origin,deferrable_s,dataset_gb,activity,duration_s,gpus,submit_s\n"
      "shanghai,60,2.5,0.5,10,4,1\n,,,,10,4,2\n",
      mistakes);
  CHECK(mistakes.empty());
  REQUIRE(jobs.size() == 2);
  CHECK(jobs[0].origin == 1);
  CHECK(jobs[0].activity == 0.5F);
  CHECK(jobs[0].dataset_gb == 2.5F);
  CHECK(jobs[0].deferrable_s == 60.0);
  CHECK(jobs[1].origin == -1);
  CHECK(jobs[1].activity < 0.0);
}

TEST_CASE("jobs come in order of submission, equal times in the order of the file") {
  std::vector<Diagnostic> mistakes;
  const auto jobs = read("submit_s,gpus,duration_s\n5,1,1\n0,2,1\n5,3,1\n0,4,1\n", mistakes);
  REQUIRE(jobs.size() == 4);
  CHECK(jobs[0].accelerators == 2);
  CHECK(jobs[1].accelerators == 4);
  CHECK(jobs[2].accelerators == 1);
  CHECK(jobs[3].accelerators == 3);
}

TEST_CASE("each broken cell is named with its line, column and reason, and no job is kept") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"0,0,1,,,,", "jobs.csv:2:3: row 1: gpus is 0 (a job needs at least 1)"},
      {"0,1.5,1,,,,", "jobs.csv:2:3: row 1: gpus is 1.5 (a whole number is needed)"},
      {"0,x,1,,,,", "jobs.csv:2:3: row 1: gpus is x (not a number)"},
      {"0,,1,,,,", "jobs.csv:2:3: row 1: gpus is missing"},
      {"0,9999999,1,,,,", "jobs.csv:2:3: row 1: gpus is 9999999 (at most 1000000)"},
      {"-1,1,1,,,,", "jobs.csv:2:1: row 1: submit_s is -1 (a job is submitted at or after the start)"},
      {"0,1,0,,,,", "jobs.csv:2:5: row 1: duration_s is 0 (a job lasts 1 ms or longer)"},
      {"0,1,nan,,,,", "jobs.csv:2:5: row 1: duration_s is nan (not a number)"},
      {"0,1,1,1.1,,,", "jobs.csv:2:7: row 1: activity is 1.1 (activity is a share, 0 to 1)"},
      {"0,1,1,,-2,,", "jobs.csv:2:8: row 1: dataset_gb is -2 (a size is not negative)"},
      {"0,1,1,,,mars,", "jobs.csv:2:9: row 1: origin is mars (no such origin in the platform)"},
      {"0,1,1,,,,-1", "jobs.csv:2:10: row 1: deferrable_s is -1 (a time is not negative)"},
  };
  for (const auto& [row, text] : cases) {
    std::vector<Diagnostic> mistakes;
    const auto jobs =
        read("submit_s,gpus,duration_s,activity,dataset_gb,origin,deferrable_s\n" + row + "\n", mistakes);
    INFO(row);
    CHECK(jobs.empty());
    REQUIRE(mistakes.size() == 1);
    CHECK(mistakes[0].text() == text);
  }
}

TEST_CASE("a missing and an unknown column are both named at once") {
  std::vector<Diagnostic> mistakes;
  CHECK(read("submit_s,gpu,duration_s\n0,1,1\n", mistakes).empty());
  REQUIRE(mistakes.size() == 2);
  CHECK(mistakes[0].text() == "jobs.csv:1:1: column \"gpu\" is unknown to a job trace; did you mean 'gpus'?");
  CHECK(mistakes[1].text() == "jobs.csv:1:1: has no column \"gpus\"; did you mean 'gpu'?");
}

TEST_CASE("of many broken rows ten are shown and the rest counted") {
  std::string text = "submit_s,gpus,duration_s\n";
  for (int i = 0; i < 30; ++i) text += "0,0,1\n";
  std::vector<Diagnostic> mistakes;
  CHECK(read(text, mistakes).empty());
  REQUIRE(mistakes.size() == 11);
  CHECK(mistakes.back().problem == "and 20 more such rows from here on");
}
