// The mistakes users make: one clear message with place, reason and suggestion, the right exit code, and no run
// directory, not even a partial one, left behind.
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
  const std::string line = "cd '" + at.path().string() + "' && timeout --signal=TERM 0.5 '" HUBWATT_PROGRAM
                           "' run scenario.toml >.output 2>.errors; true";
  REQUIRE(std::system(line.c_str()) == 0);
  CAPTURE(file_text(at.path() / ".errors"));
  CHECK_FALSE(left_something(at));
}
