// What the page of a run says of jobs, services and queues agrees with summary.json.
#include "tools/run_page_jobs.hpp"

#include <filesystem>
#include <numeric>

#include "models/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/tools/program.hpp"
#include "tools/run_page_data.hpp"

using namespace hubwatt;
using namespace hubwatt::test;
using Json = nlohmann::ordered_json;

namespace {

// Two jobs for all of a platform of 16 accelerators, one hour each, the second submitted with the first.
const std::string one_after_another =
    "[[training]]\nname = \"a,b\"\njobs = [{ submit = \"0 h\", gpus = 16, duration = \"1 h\", activity = 1.0 "
    "},"
    "{ submit = \"0 h\", gpus = 16, duration = \"1 h\", activity = 1.0 }]\n";

void run_plain(const Scratch& at) {
  at.write("platform.toml", plain_platform(1, 2));
  at.write("scenario.toml", plain_scenario("6 h", one_after_another));
  REQUIRE(run_program(at, "run scenario.toml -o out --quiet").exit_code == 0);
}

std::filesystem::path run_library(const Scratch& at, const std::string& name) {
  const std::filesystem::path scenario = std::filesystem::absolute("scenarios/library/" + name + ".toml");
  REQUIRE(run_program(at, "run '" + scenario.string() + "' -o out --quiet").exit_code == 0);
  return at.path() / "out";
}

std::uint64_t sum_of(const Json& counts) {
  return std::accumulate(
      counts.begin(), counts.end(), std::uint64_t{0},
      [](std::uint64_t sum, const Json& count) { return sum + count.get<std::uint64_t>(); });
}

std::string fault_of(const std::filesystem::path& directory) {
  try {
    run_page_jobs(directory);
    return "";
  } catch (const InputError& error) {
    return error.mistakes().front().text();
  }
}

}  // namespace

TEST_CASE("of two jobs that need the same servers the page says that one waits as long as the other runs") {
  const Scratch at;
  run_plain(at);
  const Json page = run_page_jobs(at.path() / "out");
  CHECK(page.at("span_hours") == 1.0);
  REQUIRE(page.at("jobs").at("groups").size() == 1);
  const Json& group = page.at("jobs").at("groups").at(0);
  CHECK(group.at("workload") == "a,b");
  CHECK(group.at("hub") == "only");
  CHECK(group.at("states").at("completed") == 2);
  CHECK(group.at("mean_wait_s") == 1800.0);
  CHECK(group.at("longest_wait_s") == 3600.0);
  CHECK(group.at("mean_slowdown") == 1.5);
  // Up to 1 s, and up to an hour; all run for an hour, on up to 16 accelerators.
  CHECK(group.at("wait_s") == Json({1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0}));
  CHECK(group.at("run_s").at(8) == 2);
  CHECK(group.at("gpus").at(4) == 2);
  CHECK(page.at("services").is_null());
  PageInputs inputs;
  const Json whole = Json::parse(run_page_data(read_run(at.path() / "out"), inputs));
  const Json& queue = whole.at("jobs").at("queue").at(0);
  CHECK(queue.at("gpus_held") == Json({16.0, 16.0, 0.0, 0.0, 0.0, 0.0}));
}

TEST_CASE("counts and weighted means of a run's page are those of its summary") {
  const Scratch at;
  const std::filesystem::path run = run_library(at, "training-week");
  const Json summary = Json::parse(file_text(run / "summary.json"));
  const Json page = run_page_jobs(run);

  std::uint64_t submitted = 0, completed = 0, started = 0;
  double wait = 0.0, slowdown = 0.0;
  for (const Json& group : page.at("jobs").at("groups")) {
    submitted += sum_of(group.at("gpus"));
    CHECK(sum_of(group.at("wait_s")) == group.at("started"));
    completed += group.at("states").at("completed").get<std::uint64_t>();
    if (group.at("started") == 0) continue;
    started += group.at("started").get<std::uint64_t>();
    wait += group.at("mean_wait_s").get<double>() * group.at("started").get<double>();
    slowdown += group.at("mean_slowdown").get<double>() * group.at("states").at("completed").get<double>();
  }
  CHECK(summary.at("jobs").at("submitted") == submitted);
  CHECK(summary.at("jobs").at("completed") == completed);
  // jobs.csv tells microseconds.
  CHECK(wait / static_cast<double>(started) ==
        Approx(summary.at("jobs").at("mean_wait_s").get<double>()).margin(1e-6));
  CHECK(slowdown / static_cast<double>(completed) ==
        Approx(summary.at("jobs").at("mean_slowdown").get<double>()).epsilon(1e-6));
  for (const Json& service : page.at("services")) {
    const Json& told = summary.at("inference").at(service.at("service").get<std::string>());
    const double requests = service.at("requests").get<double>();
    CHECK(requests == Approx(told.at("requests").get<double>()).epsilon(1e-9));
    CHECK(service.at("met").get<double>() / requests ==
          Approx(told.at("slo_attainment").get<double>()).epsilon(1e-7));
    CHECK(service.at("mean_latency_ms").get<double>() ==
          Approx(told.at("mean_latency_ms").get<double>()).epsilon(1e-5));
    CHECK(service.at("course").at("requests").size() == 168);
  }
}

TEST_CASE("a run whose tables are cut off or damaged is refused with the file's name") {
  const Scratch at;
  run_plain(at);
  const std::filesystem::path jobs = at.path() / "out/jobs.csv";
  const std::string whole = file_text(jobs);
  at.write("out/jobs.csv", whole.substr(0, whole.rfind('\n', whole.size() - 2) + 1));
  CHECK(fault_of(at.path() / "out").find("holds 1 jobs where summary.json tells of 2") != std::string::npos);
  at.write("out/jobs.csv", whole.substr(0, whole.size() - 30));
  CHECK(fault_of(at.path() / "out").find("jobs.csv:3") != std::string::npos);
  std::filesystem::remove(jobs);
  CHECK(fault_of(at.path() / "out").empty());
  CHECK(run_page_jobs(at.path() / "out").at("jobs").is_null());
  const std::string summary = file_text(at.path() / "out/summary.json");
  const std::size_t place = summary.find("\"mean_wait_s\"");
  at.write("out/summary.json", summary.substr(0, place) + "\"other\"" + summary.substr(place + 13));
  CHECK(fault_of(at.path() / "out").find("mean_wait_s") != std::string::npos);
}

TEST_CASE("a summary tells where hubs lie and what links join") {
  const Scratch at;
  const Json summary = Json::parse(file_text(run_library(at, "training-week") / "summary.json"));
  for (const auto& [id, hub] : summary.at("hubs").items()) {
    CHECK(std::abs(hub.at("location").at("latitude").get<double>()) <= 90.0);
    CHECK(std::abs(hub.at("location").at("longitude").get<double>()) <= 180.0);
  }
  REQUIRE(!summary.at("network").empty());
  for (const auto& [id, link] : summary.at("network").items())
    for (const Json& end : link.at("ends"))
      CHECK(
          summary.at(end.at("kind") == "hub" ? "hubs" : "origins").contains(end.at("id").get<std::string>()));
}
