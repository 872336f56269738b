#include "scenarios/import.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "scenarios/import_rows.hpp"
#include "scenarios/job_trace.hpp"
#include "tests/support/catch.hpp"

using namespace hubwatt;

namespace {

InputFile sample(const std::string& name) {
  std::ifstream in("tests/data/" + name, std::ios::binary);
  InputFile file{name, std::string(std::istreambuf_iterator<char>(in), {})};
  REQUIRE(!file.text.empty());
  return file;
}

std::vector<JobRecord> jobs_of(const std::string& csv) {
  std::vector<Diagnostic> mistakes;
  const auto jobs = read_job_trace(
      InputFile{"out.csv", csv}, [](std::string_view) { return std::nullopt; }, mistakes);
  CHECK(mistakes.empty());
  return jobs;
}

std::string refusal(ImportFormat format, const InputFile& file) {
  std::ostringstream csv;
  try {
    import_trace(format, file, {}, csv);
  } catch (const InputError& error) {
    CHECK(csv.str().empty());
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a real SWF log becomes a job trace, with what was left out counted by reason") {
  std::ostringstream csv;
  const ImportResult result = import_trace(ImportFormat::swf, sample("nasa-1993.swf"), {}, csv);
  const auto jobs = jobs_of(csv.str());
  CHECK(result.written == 289);
  CHECK(result.skipped == std::map<std::string, std::size_t>{{"run time is 0", 5}});
  REQUIRE(jobs.size() == 289);
  CHECK(jobs[0].submit_s == 0.0);
  CHECK(jobs[0].accelerators == 128);
  CHECK(jobs[0].duration_s == 1451.0);
  CHECK(jobs[3].submit_s == 6269.0);
  CHECK(std::find(result.notes.begin(), result.notes.end(), "Acknowledge: Bill Nitzberg") !=
        result.notes.end());
}

TEST_CASE("SWF jobs with unknown figures are left out, and the request stands in for an unknown allocation") {
  const std::string rest = " -1 -1 -1 -1 -1 -1 -1 -1 -1 -1\n";
  const InputFile file{"x.swf",
                       "; Computer: x\n"
                       "1 100 -1 60 5 -1 -1 4" +
                           rest +                              //
                           "2 110 -1 -1 4 -1 -1 4" + rest +    // run time unknown
                           "3 120 -1 60 -1 -1 -1 16" + rest +  // allocation unknown
                           "4 130 -1 60 -1 -1 -1 -1" + rest};  // no processors
  std::ostringstream csv;
  const ImportOptions half{.accelerators_per_processor = 0.5, .from_s = {}, .until_s = {}};
  const ImportResult result = import_trace(ImportFormat::swf, file, half, csv);
  CHECK(csv.str() == "submit_s,gpus,duration_s\n0,3,60\n20,8,60\n");
  CHECK(result.skipped == std::map<std::string, std::size_t>{{"no processors", 1}, {"run time unknown", 1}});
}

TEST_CASE("a broken SWF line is named, and nothing is written") {
  CHECK(refusal(ImportFormat::swf, {"x.swf", "1 2 3\n"}) ==
        "x.swf:1:1: has 3 fields (a job of the Standard Workload Format has 18)");
  CHECK(refusal(ImportFormat::swf, {"x.swf", ";\n1 0 -1 ten 4 5 6 7 8 9 10 11 12 13 14 15 16 17\n"}) ==
        "x.swf:2:8: field 4 is ten (not a number)");
}

TEST_CASE("the Philly log becomes a job trace") {
  std::ostringstream csv;
  const ImportResult result = import_trace(ImportFormat::philly, sample("philly-2017.csv"), {}, csv);
  const auto jobs = jobs_of(csv.str());
  CHECK(result.written == 200);
  REQUIRE(jobs.size() == 200);
  CHECK(jobs[0].submit_s == 0.0);
  CHECK(jobs[0].accelerators == 8);
  CHECK(jobs[0].duration_s == 2240194.0);
  CHECK(jobs[1].submit_s == 235696.0);  // 2017-09-04 10:30:41 to 2017-09-07 03:58:57
}

TEST_CASE("a cut counts time from its own start") {
  std::ostringstream csv;
  const ImportOptions cut{.accelerators_per_processor = 1.0, .from_s = 200000.0, .until_s = 240000.0};
  const ImportResult result = import_trace(ImportFormat::philly, sample("philly-2017.csv"), cut, csv);
  const auto jobs = jobs_of(csv.str());
  REQUIRE(jobs.size() == 1);
  CHECK(jobs[0].submit_s == 35696.0);
  CHECK(result.skipped.at("outside the time asked for") == 199);
}

TEST_CASE("the Azure log becomes requests with their statistics") {
  std::ostringstream csv;
  const ImportResult result = import_trace(ImportFormat::azure_llm, sample("azure-conv-2023.csv"), {}, csv);
  CHECK(result.written == 300);
  CHECK(csv.str().starts_with("arrival_s,tokens_in,tokens_out\n0,374,44\n4.314579,396,109\n"));
  CHECK(result.rate_per_s * result.span_s == Approx(299.0));
  REQUIRE(result.statistics.size() == 2);
  CHECK(result.statistics[0].name == "tokens_in");
}

TEST_CASE("statistics of a known sample are those worked out by hand") {
  const InputFile file{
      "x.csv",
      "TIMESTAMP,ContextTokens,GeneratedTokens\n"
      "2023-11-16 00:00:00,0,10\n2023-11-16 00:00:01,1,10\n"
      "2023-11-16 00:00:04,2,10\n2023-11-16 00:00:06.0000000,3,10\n2023-11-16 00:00:08,4,10\n"};
  std::ostringstream csv;
  const ImportResult result = import_trace(ImportFormat::azure_llm, file, {}, csv);
  CHECK(result.span_s == 8.0);
  CHECK(result.rate_per_s == 0.5);
  CHECK(result.interarrival_cv == Approx(std::sqrt(0.5) / 2.0));  // gaps 1, 3, 2, 2
  CHECK(result.statistics[0].mean == 2.0);
  CHECK(result.statistics[0].p50 == 2.0);
  CHECK(result.statistics[0].p90 == Approx(3.6));
  CHECK(result.statistics[1].p99 == 10.0);
}

TEST_CASE("a file of another format is refused with the command that would read it") {
  CHECK(refusal(ImportFormat::swf, sample("philly-2017.csv")) ==
        "philly-2017.csv:1:1: looks like philly, not swf; hubwatt import philly philly-2017.csv");
  CHECK(refusal(ImportFormat::philly, sample("azure-conv-2023.csv")).find("looks like azure-llm") !=
        std::string::npos);
  CHECK(refusal(ImportFormat::azure_llm, sample("nasa-1993.swf")).find("looks like swf") !=
        std::string::npos);
  CHECK(refusal(ImportFormat::philly, {"x.csv", "submit_s,gpus,duration_s\n0,1,1\n"}).find("already") !=
        std::string::npos);
  CHECK(refusal(ImportFormat::philly, {"x.csv", "a,b\n1,2\n"}).find("has no column \"submit_time\"") !=
        std::string::npos);
  CHECK(refusal(ImportFormat::swf, {"x.swf", ""}) == "x.swf: holds no row to import as swf");
}

TEST_CASE("formats are known by the names of the command line") {
  CHECK(import_format("azure-llm") == ImportFormat::azure_llm);
  CHECK(!import_format("azure"));
  CHECK(import_formats().size() == 3);
}

TEST_CASE("a time stamp counts ticks of 100 ns and refuses dates that are none") {
  CHECK(*read_timestamp("1970-01-02 00:00:00") == 864'000'000'000);
  CHECK(*read_timestamp("1970-01-01T00:00:00.0000001") == 1);
  CHECK(*read_timestamp("2000-02-29 23:59:59.5") - *read_timestamp("2000-02-29 23:59:59") == 5'000'000);
  for (const char* text :
       {"", "2001-02-29 00:00:00", "2001-13-01 00:00:00", "2001-01-01 24:00:00", "2001-01-01",
        "2001-01-01 00:00:00.12345678", "2001-01-01 00:00:00x", "2001/01/01 00:00:00"}) {
    INFO(text);
    CHECK(!read_timestamp(text));
  }
}
