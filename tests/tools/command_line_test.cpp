#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"
#include "tests/tools/program.hpp"

using namespace hubwatt::test;

namespace {

const std::string library = std::filesystem::absolute("scenarios/library").string() + "/";

}  // namespace

TEST_CASE("run writes to runs/<name>, and says where") {
  const Scratch at;
  write_plain(at);
  const Said said = run_program(at, "run scenario.toml");
  CHECK(said.exit_code == 0);
  CHECK(said.output.find("Results are in runs/plain") != std::string::npos);
  CHECK(said.errors.empty());  // no progress outside a terminal
  for (const char* file :
       {"manifest.json", "inputs.json", "summary.json", "series.csv", "jobs.csv", "report.html"})
    CHECK(std::filesystem::exists(at.path() / "runs/plain" / file));
}

TEST_CASE("an existing run is kept unless it is forced away, and what is no run even then") {
  const Scratch at;
  write_plain(at);
  REQUIRE(run_program(at, "run scenario.toml -o out --quiet").exit_code == 0);
  const std::string before = file_text(at.path() / "out/summary.json");
  const Said refused = run_program(at, "run scenario.toml -o out --set duration=5h");
  CHECK(refused.exit_code != 0);
  CHECK(file_text(at.path() / "out/summary.json") == before);
  const Said kept = run_program(at, "run scenario.toml -o out");
  CHECK(kept.exit_code == 2);
  CHECK(kept.errors.find("--force") != std::string::npos);
  CHECK(run_program(at, "run scenario.toml -o out --force --set 'duration=\"5 h\"'").exit_code == 0);
  CHECK(file_text(at.path() / "out/summary.json") != before);
  std::filesystem::create_directory(at.path() / "mine");
  at.write("mine/thesis.txt", "years of work");
  CHECK(run_program(at, "run scenario.toml -o mine --force").exit_code == 2);
  CHECK(file_text(at.path() / "mine/thesis.txt") == "years of work");
}

TEST_CASE("results do not depend on where they are written or whether a run was replaced") {
  const Scratch at;
  write_plain(at);
  REQUIRE(run_program(at, "run scenario.toml -o one --quiet").exit_code == 0);
  REQUIRE(run_program(at, "run -o two --quiet scenario.toml").exit_code == 0);
  for (const char* file : {"summary.json", "inputs.json", "series.csv", "jobs.csv"})
    CHECK(file_text(at.path() / "one" / file) == file_text(at.path() / "two" / file));
  REQUIRE(run_program(at, "run scenario.toml -o two --force --quiet").exit_code == 0);
  CHECK(file_text(at.path() / "one/manifest.json") == file_text(at.path() / "two/manifest.json"));
}

TEST_CASE("the seed of the command line takes the place of the file's") {
  const Scratch at;
  write_plain(at);
  at.write("scenario.toml", plain_scenario("6 h",
                                           "[[training]]\nname = \"a\"\narrivals_per_day = 40.0\ngpus = 2\n"
                                           "duration = \"30 min\"\nactivity = 0.5\n"));
  REQUIRE(run_program(at, "run scenario.toml -o one --quiet").exit_code == 0);
  REQUIRE(run_program(at, "run scenario.toml -o two --quiet --seed 7").exit_code == 0);
  CHECK(file_text(at.path() / "one/jobs.csv") != file_text(at.path() / "two/jobs.csv"));
  const auto manifest = nlohmann::json::parse(file_text(at.path() / "two/manifest.json"));
  CHECK(manifest.at("seed") == 7);
  CHECK(manifest.at("policies").at("dispatch").at("name") == "nearest");
}

TEST_CASE("report reads runs as text and as JSON, and refuses what is no run") {
  const Scratch at;
  write_plain(at);
  REQUIRE(run_program(at, "run scenario.toml -o out --quiet").exit_code == 0);
  const Said text = run_program(at, "report out");
  CHECK(text.exit_code == 0);
  for (const char* part : {"[total]", "[west]", "only", "iPUE", "Energy balance", "1 submitted"})
    CHECK(text.output.find(part) != std::string::npos);
  const auto json = nlohmann::json::parse(run_program(at, "report out --format json").output);
  CHECK(json.at("runs").at(0).at("summary") ==
        nlohmann::json::parse(file_text(at.path() / "out/summary.json")));
  const Said missing = run_program(at, "report nowhere");
  CHECK(missing.exit_code == 3);
  CHECK(missing.errors.find("nowhere/summary.json") != std::string::npos);
  at.write("out/summary.json", "{\"schema\": 1}");
  CHECK(run_program(at, "report out").exit_code == 3);
  at.write("out/summary.json", "{\"schema\": ");
  CHECK(run_program(at, "report out").exit_code == 3);
}

TEST_CASE("a projection that is run, and a scenario that is projected, are told what they are") {
  const Scratch at;
  const Said run = run_program(at, "run " + library + "hello-2030.toml");
  CHECK(run.exit_code == 3);
  CHECK(run.errors.find("is a projection, and a scenario is due; carry it out with `hubwatt project`") !=
        std::string::npos);
  const Said projected = run_program(at, "project " + library + "hello.toml");
  CHECK(projected.exit_code == 3);
  CHECK(projected.errors.find("a projection is due") != std::string::npos);
}

TEST_CASE("two projections are compared year by year") {
  const Scratch at;
  const std::string file = library + "hello-2030.toml";
  REQUIRE(run_program(at, "project " + file + " -o a -q").exit_code == 0);
  REQUIRE(run_program(at, "project " + file + " -o b -q --set place.city.refit=0.2").exit_code == 0);
  CHECK(run_program(at, "project " + file + " -o a -q").exit_code == 2);
  const Said text = run_program(at, "compare a b");
  CHECK(text.exit_code == 0);
  CHECK(text.output.find("facility_energy_TWh.2030") != std::string::npos);
  CHECK(text.output.find("facility_energy_TWh.2025") == std::string::npos);
  CHECK(run_program(at, "compare a a").output.find("0 figures") == std::string::npos);
}

TEST_CASE("compare shows what differs, and only that") {
  const Scratch at;
  write_plain(at);
  REQUIRE(run_program(at, "run scenario.toml -o one --quiet").exit_code == 0);
  REQUIRE(run_program(at, "run scenario.toml -o two --quiet --set hub.only.cooling.ratio=0.5").exit_code ==
          0);
  const Said same = run_program(at, "compare one one");
  CHECK(same.exit_code == 0);
  CHECK(same.output.find("pue") == std::string::npos);
  const auto json = nlohmann::json::parse(run_program(at, "compare one two --format json").output);
  bool found = false;
  for (const auto& figure : json.at("figures")) {
    if (figure.at("key") != "total.pue") continue;
    found = true;
    CHECK(figure.at("a").get<double>() == Approx(1.25));
    CHECK(figure.at("b").get<double>() == Approx(1.5));
    CHECK(figure.at("difference").get<double>() == Approx(0.25));
    CHECK(figure.at("ratio").get<double>() == Approx(1.2));
  }
  CHECK(found);
  const Said text = run_program(at, "compare one two");
  CHECK(text.output.find("total.pue") != std::string::npos);
  CHECK(text.output.find("it_energy_kwh") == std::string::npos);
  CHECK(run_program(at, "compare one nowhere").exit_code == 3);
}

TEST_CASE("check names every mistake, one a line, and exits 3") {
  const Scratch at;
  at.write("ten.toml", file_text("tests/scenarios/bad/ten-mistakes.platform.toml"));
  const Said said = run_program(at, "check ten.toml");
  CHECK(said.exit_code == 3);
  CHECK(std::count(said.output.begin(), said.output.end(), '\n') == 10);
  const auto json = nlohmann::json::parse(run_program(at, "check ten.toml --json").output);
  CHECK(json.size() == 10);
  write_plain(at);
  CHECK(run_program(at, "check platform.toml").exit_code == 0);
  CHECK(run_program(at, "check scenario.toml").exit_code == 0);
}

TEST_CASE("import turns a log into a trace that a scenario runs") {
  const Scratch at;
  write_plain(at);
  at.write("log.swf", file_text("tests/data/nasa-1993.swf"));
  const Said said = run_program(at, "import swf log.swf -o jobs.csv --accelerators-per-processor 0.125");
  REQUIRE(said.exit_code == 0);
  CHECK(file_text(at.path() / "jobs.csv").rfind("submit_s,gpus,duration_s", 0) == 0);
  at.write("scenario.toml",
           plain_scenario("6 h", "[[training]]\nname = \"nasa\"\nactivity = 0.5\ntrace = \"jobs.csv\"\n"));
  CHECK(run_program(at, "run scenario.toml --quiet").exit_code == 0);
  CHECK(run_program(at, "import philly log.swf -o other.csv").exit_code == 3);
  CHECK_FALSE(std::filesystem::exists(at.path() / "other.csv"));
  CHECK(run_program(at, "import cobol log.swf -o other.csv").exit_code == 2);
}

TEST_CASE("platform, policies and docs print what they are asked for") {
  const Scratch at;
  write_plain(at);
  CHECK(run_program(at, "platform platform.toml").output.find("only") != std::string::npos);
  CHECK(run_program(at, "platform platform.toml --format simgrid-xml").output.rfind("<?xml", 0) == 0);
  CHECK(run_program(at, "platform platform.toml --format dot").output.find("graph") != std::string::npos);
  const std::string policies = run_program(at, "policies list").output;
  for (const char* name : {"nearest", "east-west", "greenest", "cheapest", "fcfs", "easy-backfill", "fixed",
                           "most-efficient", "none", "self-consume"})
    CHECK(policies.find(name) != std::string::npos);
  for (const char* topic : {"scenario", "platform", "policy", "kpi"})
    CHECK_FALSE(run_program(at, std::string("docs ") + topic).output.empty());
  CHECK(run_program(at, "docs kpi").output.find("green_share") != std::string::npos);
}

TEST_CASE("a wrong command line exits 2 and says what is asked for") {
  const Scratch at;
  for (const char* line :
       {"", "fly", "run", "run a.toml b.toml", "run a.toml --speed 9", "report", "docs cooking"}) {
    CAPTURE(line);
    const Said said = run_program(at, line);
    CHECK(said.exit_code == 2);
    CHECK_FALSE((said.errors + said.output).empty());
  }
  CHECK(run_program(at, "--version").exit_code == 0);
  CHECK(run_program(at, "--help").exit_code == 0);
}
