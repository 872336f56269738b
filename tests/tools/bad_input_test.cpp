// The mistakes users make: one clear message with place, reason and suggestion, the right exit code, and no run
// directory, not even a partial one, left behind.
#include "scenarios/csv.hpp"
#include "tests/support/catch.hpp"
#include "tests/tools/program.hpp"

using namespace hubwatt::test;

namespace {

const std::string job = "[[training]]\nname = \"a\"\njobs = [{ submit = \"1 h\", gpus = 8, duration = \"2 h\", activity = 1.0 }]\n";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  if (at == std::string::npos) throw std::runtime_error("the text has no " + what);
  return text.replace(at, what.size(), by);
}

bool left_something(const Scratch& at) {
  if (!std::filesystem::exists(at.path() / "runs")) return false;
  return !std::filesystem::is_empty(at.path() / "runs");
}

// Runs the scenario and expects this exit code and these words in one message.
void expect(int exit_code, const std::vector<std::string>& words, const std::string& scenario,
            const std::string& platform, const std::string& trace = "") {
  const Scratch at;
  at.write("platform.toml", platform);
  at.write("scenario.toml", scenario);
  if (!trace.empty()) at.write("jobs.csv", trace);
  const Said said = run_program(at, "run scenario.toml");
  CAPTURE(said.errors);
  CHECK(said.exit_code == exit_code);
  CHECK(said.output.empty());
  for (const std::string& word : words) {
    CAPTURE(word);
    CHECK(said.errors.find(word) != std::string::npos);
  }
  CHECK_FALSE(left_something(at));
}

const std::string platform = plain_platform(1, 2);
const std::string scenario = plain_scenario("6 h", job);

}  // namespace

TEST_CASE("a scenario that is not there is named with its path") {
  const Scratch at;
  const Said said = run_program(at, "run missing.toml");
  CHECK(said.exit_code == 3);
  CHECK(said.errors.find("missing.toml") != std::string::npos);
}

TEST_CASE("a missing platform file is named where it is asked for") {
  expect(3, {"scenario.toml:3:", "other.toml"}, replaced(scenario, "platform.toml", "other.toml"), platform);
}

TEST_CASE("an unknown key gets the nearest known one") {
  expect(3, {"scenario.toml:", "durration", "duration"}, replaced(scenario, "duration =", "durration ="), platform);
}

TEST_CASE("a wrong unit is told from the right one") {
  expect(3, {"platform.toml:5:", "idle_power", "kW"}, scenario, replaced(platform, "\"2 kW\"", "\"2 kWh\""));
}

TEST_CASE("a negative count is refused") {
  expect(3, {"platform.toml:", "racks"}, scenario, replaced(platform, "racks = 1", "racks = -1"));
}

TEST_CASE("a link to nowhere is refused with the hubs there are") {
  expect(3, {"platform.toml:", "onyl", "only"}, scenario,
         platform + "[[link]]\nbetween = [\"onyl\", \"only\"]\nbandwidth = \"1 Tbps\"\n");
}

TEST_CASE("a job wider than every hub is refused before the run") {
  expect(3, {"scenario.toml:", "17", "16"}, replaced(scenario, "gpus = 8", "gpus = 17"), platform);
}

TEST_CASE("a trace with a broken row is refused with the row") {
  expect(3, {"jobs.csv", "3", "gpus"},
         plain_scenario("6 h", "[[training]]\nname = \"a\"\nactivity = 0.5\ntrace = \"jobs.csv\"\n"), platform,
         "submit_s,gpus,duration_s\n0,1,60\n10,zero,60\n");
}

TEST_CASE("a policy that does not exist exits 4 with the nearest name") {
  expect(4, {"easy-backfil", "easy-backfill"}, scenario + "[policy]\nschedule = \"easy-backfil\"\n", platform);
}

TEST_CASE("a policy module that is no module exits 4") {
  expect(4, {"platform.toml"}, scenario + "[policy]\nschedule = \"./platform.toml\"\n", platform);
}

TEST_CASE("a policy of another version exits 4 and says to rebuild it") {
  expect(4, {"future-abi", "rebuild"},
         scenario + "[policy]\nsupply = \"" + HUBWATT_TEST_MODULES + "/future-abi.so\"\n", platform);
}

TEST_CASE("a policy that answers nonsense exits 4 with its name and the decision") {
  expect(4, {"nonsense", "dispatch"},
         scenario + "[policy]\ndispatch = { name = \"" + HUBWATT_TEST_MODULES +
                         "/nonsense.so\", options = { answer = \"hub beyond the last\" } }\n",
         platform);
}

TEST_CASE("a cooling point beyond the equipment's limits exits 4 with policy, hub, time, temperature and limit") {
  std::string tropics = replaced(platform, "cooling = { kind = \"ratio\", ratio = 0.25 }",
                                 "cooling = \"chilled-water-economizer\"");
  tropics = replaced(tropics, "dry_bulb = \"20 degC\"", "dry_bulb = \"38 degC\"");
  expect(4,
         {"policy \"nonsense\"", "cooling at 0 s", "economizer, supply at", "for hub only",
          "forbidden now: the supply may be", "degC at most"},
         scenario + "[policy]\ncooling = { name = \"" + HUBWATT_TEST_MODULES +
             "/nonsense.so\", options = { answer = \"point that is not allowed\" } }\n",
         tropics);
}

TEST_CASE("a directory that cannot be written exits 1 and leaves nothing") {
  const Scratch at;
  at.write("platform.toml", platform);
  at.write("scenario.toml", scenario);
  at.write("file", "not a directory");
  const Said said = run_program(at, "run scenario.toml -o file/out");
  CHECK(said.exit_code == 1);
  CHECK(said.errors.find("file/out") != std::string::npos);
}

TEST_CASE("a run that is killed leaves nothing behind") {
  const Scratch at;
  at.write("platform.toml", platform);
  at.write("scenario.toml", plain_scenario("80000 d", job));
  const std::string line = "cd '" + at.path().string() + "' && timeout --signal=TERM 2 '" HUBWATT_PROGRAM
                           "' run scenario.toml >.output 2>.errors; true";
  REQUIRE(std::system(line.c_str()) == 0);
  const std::string errors = file_text(at.path() / ".errors");
  CAPTURE(errors);
  CHECK(errors.find("the run was interrupted; nothing was written") != std::string::npos);
  CHECK_FALSE(left_something(at));
}

TEST_CASE("a directory with a slash at its end is the same directory") {
  const Scratch at;
  at.write("platform.toml", platform);
  at.write("scenario.toml", scenario);
  CHECK(run_program(at, "run scenario.toml -q -o out/").exit_code == 0);
  CHECK(std::filesystem::exists(at.path() / "out/summary.json"));
  CHECK(run_program(at, "run scenario.toml -q -o out/").exit_code == 2);
  CHECK(run_program(at, "run scenario.toml -q -o ./out/ --force").exit_code == 0);
  for (const char* none : {".", "..", "/", "./", "out/.."}) {
    CAPTURE(none);
    CHECK(run_program(at, std::string("run scenario.toml -q --force -o ") + none).exit_code == 2);
  }
}

TEST_CASE("a link that points nowhere is not replaced") {
  const Scratch at;
  at.write("platform.toml", platform);
  at.write("scenario.toml", scenario);
  std::filesystem::create_symlink("nowhere", at.path() / "link");
  CHECK(run_program(at, "run scenario.toml -o link").exit_code == 2);
  CHECK(run_program(at, "run scenario.toml -o link --force").exit_code == 2);
  CHECK(std::filesystem::is_symlink(at.path() / "link"));
}

TEST_CASE("a run never replaces one that ended while it went on") {
  const Scratch at;
  at.write("platform.toml", platform);
  at.write("scenario.toml", plain_scenario("20000 d", job));
  const std::string program = "'" HUBWATT_PROGRAM "' run scenario.toml -q -o out";
  const std::string line =
      "cd '" + at.path().string() + "' && { " + program + " 2>first & " + program + " 2>second; wait; true; }";
  REQUIRE(std::system(line.c_str()) == 0);
  const std::string errors = file_text(at.path() / "first") + file_text(at.path() / "second");
  CAPTURE(errors);
  CHECK(std::filesystem::exists(at.path() / "out/summary.json"));
  CHECK(errors.find("out") != std::string::npos);  // one of the two was refused, before or after its run
}

TEST_CASE("a run whose parent is killed ends with it") {
  const Scratch at;
  at.write("platform.toml", platform);
  at.write("scenario.toml", plain_scenario("80000 d", job));
  const std::string line = "cd '" + at.path().string() + "' && timeout --signal=KILL 1 '" HUBWATT_PROGRAM
                           "' run scenario.toml -o out >.output 2>.errors; du -sb .out.partial-* >first; sleep 0.5; "
                           "du -sb .out.partial-* >second; true";
  REQUIRE(std::system(line.c_str()) == 0);
  CHECK_FALSE(std::filesystem::exists(at.path() / "out"));
  CHECK_FALSE(file_text(at.path() / "first").empty());
  CHECK(file_text(at.path() / "first") == file_text(at.path() / "second"));  // nobody writes any more
}

TEST_CASE("a hang-up ends a run and leaves nothing") {
  const Scratch at;
  at.write("platform.toml", platform);
  at.write("scenario.toml", plain_scenario("80000 d", job));
  const std::string line = "cd '" + at.path().string() + "' && timeout --signal=HUP 2 '" HUBWATT_PROGRAM
                           "' run scenario.toml >.output 2>.errors; true";
  REQUIRE(std::system(line.c_str()) == 0);
  const std::string errors = file_text(at.path() / ".errors");
  CAPTURE(errors);
  CHECK(errors.find("the run was interrupted; nothing was written") != std::string::npos);
  CHECK_FALSE(left_something(at));
}

TEST_CASE("an interrupt from the terminal says so, though it reaches the run as well") {
  const Scratch at;
  at.write("platform.toml", platform);
  at.write("scenario.toml", plain_scenario("80000 d", job));
  // `timeout` signals the whole process group, as a terminal does.
  const std::string line = "cd '" + at.path().string() + "' && timeout --signal=INT 2 '" HUBWATT_PROGRAM
                           "' run scenario.toml >.output 2>.errors; true";
  REQUIRE(std::system(line.c_str()) == 0);
  const std::string errors = file_text(at.path() / ".errors");
  CAPTURE(errors);
  CHECK(errors.find("the run was interrupted; nothing was written") != std::string::npos);
  CHECK_FALSE(left_something(at));
}

TEST_CASE("ids with commas and quotes keep tables whole") {
  const Scratch at;
  at.write("platform.toml", replaced(platform, "id = \"only\"", "id = 'a,\"b'"));
  at.write("scenario.toml", scenario);
  REQUIRE(run_program(at, "run scenario.toml -q -o out").exit_code == 0);
  for (const char* file : {"out/series.csv", "out/jobs.csv"}) {
    std::vector<hubwatt::Diagnostic> mistakes;
    const hubwatt::CsvTable table(file_text(at.path() / file), file, mistakes);
    CHECK(mistakes.empty());
    REQUIRE(table.rows() > 0);
    CHECK(table.cell(0, table.column("hub").value()) == "a,\"b");
  }
}

TEST_CASE("output that cannot be written is told, and no file of it stays") {
  const Scratch at;
  CHECK(run_program(at, "docs kpi >/dev/full 2>.errors; code=$?; (exit $code)").exit_code == 1);
  at.write("platform.toml", platform);
  at.write("scenario.toml", scenario);
  REQUIRE(run_program(at, "run scenario.toml -q -o out").exit_code == 0);
  CHECK(run_program(at, "report out -o missing/report.txt").exit_code == 1);
  CHECK_FALSE(std::filesystem::exists(at.path() / "missing"));
  at.write("report.txt", "kept");
  CHECK(run_program(at, "report out nowhere -o report.txt").exit_code == 3);
  CHECK(file_text(at.path() / "report.txt") == "kept");
}

TEST_CASE("a seed is a whole number from 0 on") {
  const Scratch at;
  at.write("platform.toml", platform);
  at.write("scenario.toml", scenario);
  for (const char* seed : {"-1", "1.5", "1e3", "x", "''", "' 5'"}) {
    CAPTURE(seed);
    CHECK(run_program(at, std::string("run scenario.toml -q --seed ") + seed).exit_code == 2);
  }
  CHECK(run_program(at, "run scenario.toml -q --seed 18446744073709551615").exit_code == 0);
}

TEST_CASE("a platform where a scenario is due is told as such, and the other way round") {
  const Scratch at;
  at.write("platform.toml", platform);
  at.write("scenario.toml", scenario);
  const Said run = run_program(at, "run platform.toml");
  CHECK(run.exit_code == 3);
  CHECK(run.errors.find("is a platform") != std::string::npos);
  const Said print = run_program(at, "platform scenario.toml");
  CHECK(print.exit_code == 3);
  CHECK(print.errors.find("is a scenario") != std::string::npos);
}
