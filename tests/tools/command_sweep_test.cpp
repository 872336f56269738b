// hubwatt sweep as a user calls it: what it keeps, what it goes on with, what it refuses.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "tests/support/catch.hpp"
#include "tests/tools/program.hpp"
#include "tools/study/study_results.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

constexpr const char* two_axes = R"(
[[axis]]
name = "job's size"
key = "training.run.jobs"
values = [
  [{ submit = "0 s", gpus = 4, activity = 1.0, duration = "2 h" }],
  [{ submit = "0 s", gpus = 8, activity = 1.0, duration = "2 h" }],
]
[[axis]]
name = "plant"
key = "hub.only.cooling.ratio"
values = [0.1, 0.2, 0.3]
[[objective]]
figure = "total.facility_energy_kwh"
[[objective]]
figure = "total.pue"
best = "highest"
)";

// Levels of which the last cannot run: a policy of another interface.
const std::string failing = R"(
[[axis]]
name = "supply"
key = "policy.supply"
values = ["none", ")" HUBWATT_TEST_MODULES R"(/future-abi.so"]
)";

void write_study(const Scratch& at, const std::string& axes, const std::string& duration = "6 h") {
  at.write("platform.toml", plain_platform(1, 2));
  at.write("scenario.toml", plain_scenario(duration, trial::one_job("8", "2 h")));
  at.write("a.study.toml", "schema = 1\nname = \"a\"\nscenario = \"scenario.toml\"\nseeds = [1, 2]\n" + axes);
}

std::string bytes(const Scratch& at, const std::string& file) {
  const std::string text = file_text(at.path() / file);
  REQUIRE(text.size() > 4096);
  return text;
}

std::size_t done_in(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return 0;
  const StudyResults results = read_study_results(file);
  return static_cast<std::size_t>(
      std::count_if(results.rows.begin(), results.rows.end(),
                    [](const StudyRow& row) { return row.state == StudyRow::State::done; }));
}

// Begins a sweep, sends it this signal once some of its points are done, and returns as a shell would.
int sweep_until(const Scratch& at, const std::string& arguments, int signal) {
  const pid_t child = ::fork();
  if (child == 0) {
    const std::string line =
        "exec '" HUBWATT_PROGRAM "' sweep " + arguments + " >.output 2>.errors </dev/null";
    if (::chdir(at.path().c_str()) == 0) ::execl("/bin/sh", "sh", "-c", line.c_str(), nullptr);
    ::_exit(127);
  }
  while (done_in(at.path() / "runs/a.sqlite") < 2) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  ::kill(child, signal);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

TEST_CASE("a sweep runs every point, keeps its figures and names the best") {
  const Scratch at;
  write_study(at, two_axes);
  const Said said = run_program(at, "sweep a.study.toml");
  CAPTURE(said.errors, said.output);
  REQUIRE(said.exit_code == 0);
  CHECK(said.errors.empty());
  CHECK(said.output.find("a: 12 of 12 points done, 0 failed") == 0);
  CHECK(said.output.find("Values are means over 2 seeds.") != std::string::npos);
  CHECK(said.output.find("Results are in runs/a.sqlite") != std::string::npos);
  std::istringstream lines(said.output);
  std::string line, cheapest, hottest;
  while (std::getline(lines, line)) {
    if (line.find("  total.facility_energy_kwh") == 0) cheapest = line;
    if (line.find("  total.pue") == 0) hottest = line;
  }
  CHECK(cheapest.find("lowest") != std::string::npos);
  CHECK(cheapest.find(" 1-2 ") != std::string::npos);
  CHECK(hottest.find("1.300") != std::string::npos);
  // The cooling is a ratio of the load, so the closed form of every point is known.
  const StudyResults results = read_study_results(at.path() / "runs/a.sqlite");
  REQUIRE(results.rows.size() == 12);
  const auto pue = std::find(results.figures.begin(), results.figures.end(), "total.pue");
  REQUIRE(pue != results.figures.end());
  for (const StudyRow& row : results.rows) {
    REQUIRE(row.state == StudyRow::State::done);
    CHECK(row.values.at(static_cast<std::size_t>(pue - results.figures.begin())).value() ==
          Approx(1.0 + std::stod(row.levels.at(1))).epsilon(1e-9));
  }
}

TEST_CASE("a point of a sweep has the figures of a run by itself") {
  const Scratch at;
  write_study(at, two_axes);
  REQUIRE(run_program(at, "sweep a.study.toml --quiet").exit_code == 0);
  REQUIRE(run_program(at, "run scenario.toml --quiet --set hub.only.cooling.ratio=0.2 --seed 2").exit_code ==
          0);
  const auto summary = nlohmann::json::parse(file_text(at.path() / "runs/plain/summary.json"));
  const StudyResults results = read_study_results(at.path() / "runs/a.sqlite");
  const StudyRow& row = results.rows.at(9);  // of 8 accelerators, 0.2, the second seed
  REQUIRE(row.levels.at(1) == "0.2");
  int compared = 0;
  for (std::size_t i = 0; i < results.figures.size(); ++i) {
    const std::string& figure = results.figures[i];
    if (figure.rfind("total.", 0) != 0 || !row.values[i]) continue;
    CHECK(summary.at("total").at(figure.substr(6)).get<double>() == *row.values[i]);
    ++compared;
  }
  CHECK(compared > 20);
}

TEST_CASE("a sweep makes the same bytes however many points run at once") {
  const Scratch at;
  write_study(at, two_axes);
  REQUIRE(run_program(at, "sweep a.study.toml -j 1 --quiet").exit_code == 0);
  for (const char* jobs : {"2", "5"})
    REQUIRE(
        run_program(at, std::string("sweep a.study.toml --quiet -o deep/er/") + jobs + ".sqlite -j " + jobs)
            .exit_code == 0);
  CHECK(bytes(at, "runs/a.sqlite") == bytes(at, "deep/er/2.sqlite"));
  CHECK(bytes(at, "runs/a.sqlite") == bytes(at, "deep/er/5.sqlite"));
}

TEST_CASE("a sweep that was stopped in whatever way goes on, and ends as if it had not been") {
  const Scratch at;
  write_study(at, two_axes, "3650 d");
  REQUIRE(run_program(at, "sweep a.study.toml --quiet -o whole.sqlite").exit_code == 0);
  for (const int signal : {SIGINT, SIGKILL}) {
    std::filesystem::remove_all(at.path() / "runs");
    CHECK(sweep_until(at, "a.study.toml -j 2", signal) == (signal == SIGINT ? 1 : 128 + SIGKILL));
    const std::size_t done = done_in(at.path() / "runs/a.sqlite");
    CHECK(done >= 2);
    CHECK(done < 12);
    if (signal == SIGINT) {
      const std::string errors = file_text(at.path() / ".errors");
      CHECK(errors.find("interrupted; " + std::to_string(done) + " of 12 points are done") !=
            std::string::npos);
      CHECK(errors.find("hubwatt sweep a.study.toml --resume") != std::string::npos);
    }
    CHECK(run_program(at, "sweep a.study.toml --quiet --resume").exit_code == 0);
    CHECK(bytes(at, "runs/a.sqlite") == bytes(at, "whole.sqlite"));
  }
}

TEST_CASE("a study that is complete says so when it is to go on") {
  const Scratch at;
  write_study(at, two_axes);
  REQUIRE(run_program(at, "sweep a.study.toml --resume --quiet").exit_code == 0);  // nothing yet: begins
  const std::string before = bytes(at, "runs/a.sqlite");
  const Said said = run_program(at, "sweep a.study.toml --resume");
  CHECK(said.exit_code == 0);
  CHECK(said.output.find("Every point was done before") == 0);
  CHECK(said.output.find("12 of 12 points done") != std::string::npos);
  CHECK(bytes(at, "runs/a.sqlite") == before);
}

TEST_CASE("an existing study is neither replaced nor gone on with unless that is asked for") {
  const Scratch at;
  write_study(at, two_axes);
  REQUIRE(run_program(at, "sweep a.study.toml --quiet").exit_code == 0);
  const std::string before = bytes(at, "runs/a.sqlite");
  const Said refused = run_program(at, "sweep a.study.toml");
  CHECK(refused.exit_code == 2);
  CHECK(refused.errors.find("--resume") != std::string::npos);
  CHECK(refused.errors.find("--force") != std::string::npos);
  CHECK(bytes(at, "runs/a.sqlite") == before);
  CHECK(run_program(at, "sweep a.study.toml --force --quiet").exit_code == 0);
  CHECK(bytes(at, "runs/a.sqlite") == before);
  CHECK(run_program(at, "sweep a.study.toml --force --resume").exit_code == 2);
}

TEST_CASE("what is no study's file is never written to") {
  const Scratch at;
  write_study(at, two_axes);
  for (const char* flags : {"", " --force", " --resume"}) {
    at.write("photos.sqlite", "my photos");
    const Said said = run_program(at, std::string("sweep a.study.toml -o photos.sqlite") + flags);
    CHECK(said.exit_code == 2);
    CHECK(said.errors.find("is no file of a study") != std::string::npos);
    CHECK(file_text(at.path() / "photos.sqlite") == "my photos");
  }
  CHECK(run_program(at, "sweep a.study.toml -o a.db").errors.find("a.db.sqlite") != std::string::npos);
  CHECK(run_program(at, "sweep a.study.toml -o platform.toml/a.sqlite").exit_code == 1);
}

TEST_CASE("a study whose files have changed since is not gone on with, and says which") {
  const Scratch at;
  write_study(at, two_axes);
  REQUIRE(run_program(at, "sweep a.study.toml --quiet").exit_code == 0);
  at.write("platform.toml", plain_platform(2, 2));
  const Said said = run_program(at, "sweep a.study.toml --resume");
  CHECK(said.exit_code == 2);
  CHECK(said.errors.find("platform.toml has changed") != std::string::npos);
  CHECK(said.errors.find("scenario.toml has") == std::string::npos);
  CHECK(said.errors.find("--force") != std::string::npos);
  CHECK(run_program(at, "sweep a.study.toml --force --quiet").exit_code == 0);
}

TEST_CASE("points that fail stop no others, and are told of with the line that repeats them") {
  const Scratch at;
  write_study(at, failing);
  const Said said = run_program(at, "sweep a.study.toml");
  CAPTURE(said.output, said.errors);
  CHECK(said.exit_code == 4);
  CHECK(said.output.find("a: 2 of 4 points done, 2 failed") == 0);
  const auto line = said.output.find("    hubwatt run scenario.toml --set ");
  REQUIRE(line != std::string::npos);
  const auto end = said.output.find('\n', line);
  const std::string command = said.output.substr(line + 12, end - line - 12);
  CHECK(command.substr(command.size() - 9) == " --seed 1");
  CHECK(run_program(at, command).exit_code == 4);
  const Said json = run_program(at, "sweep a.study.toml --json --resume");
  CHECK(json.exit_code == 4);
  const auto told = nlohmann::json::parse(json.output);
  CHECK(told.at("points") == 4);
  CHECK(told.at("done") == 2);
  CHECK(told.at("failures").size() == 2);
  CHECK(told.at("failures").at(0).at("point") == 3);
  CHECK(told.at("failures").at(0).at("exit_code") == 4);
  CHECK(told.at("best").at(0).at("points") == std::vector<int>{1, 2});
}

TEST_CASE("a summary speaks the reader's language, and quiet says nothing") {
  const Scratch at;
  write_study(at, two_axes);
  CHECK(run_program(at, "sweep a.study.toml --quiet").output.empty());
  const Said said = run_program(at, "sweep a.study.toml --resume --lang zh");
  CHECK(said.output.find("\u6700\u4f18\u65b9\u6848") != std::string::npos);
  CHECK(said.output.find("Best points") == std::string::npos);
}

TEST_CASE("plain progress of a sweep is a line for each tenth, and a pipe hears none unless it asks") {
  const Scratch at;
  write_study(at, two_axes);
  CHECK(run_program(at, "sweep a.study.toml").errors.empty());
  for (const char* flags : {"--no-progress", "--progress=plain --quiet"})
    CHECK(run_program(at, std::string("sweep a.study.toml --force ") + flags).errors.empty());
  std::istringstream lines(run_program(at, "sweep a.study.toml --force --progress=plain").errors);
  std::string line, last;
  int tenth = 0;
  while (std::getline(lines, line)) {
    last = line;
    CHECK(line.rfind("a: " + std::to_string(10 * ++tenth) + " %, ", 0) == 0);
    CHECK(line.find(" of 12 points, ") != std::string::npos);
  }
  CHECK(tenth == 10);
  CHECK(last.find("12 of 12 points") != std::string::npos);
  CHECK(last.find(", took ") != std::string::npos);
}

TEST_CASE("a point is run by itself, and its outcome is that which the study keeps") {
  const Scratch at;
  write_study(at, two_axes);
  REQUIRE(run_program(at, "sweep a.study.toml --quiet").exit_code == 0);
  const Said said = run_program(at, "sweep a.study.toml --point 5");
  CHECK(said.exit_code == 0);
  const auto outcome = nlohmann::json::parse(said.output);
  CHECK(outcome.at("problem") == "");
  const StudyResults kept = read_study_results(at.path() / "runs/a.sqlite");
  const auto& values = kept.rows.at(4).values;
  std::size_t told = 0;
  for (const auto& figure : outcome.at("figures")) {
    const auto name = std::find(kept.figures.begin(), kept.figures.end(), figure.at(0).get<std::string>());
    REQUIRE(name != kept.figures.end());
    CHECK(values.at(static_cast<std::size_t>(name - kept.figures.begin())) == figure.at(1).get<double>());
    ++told;
  }
  CHECK(told > 20);

  CHECK(run_program(at, "sweep a.study.toml --point 5 -o five.json").output.empty());
  CHECK(file_text(at.path() / "five.json") == said.output);
  CHECK_FALSE(std::filesystem::exists(at.path() / "five.json.partial"));
}

TEST_CASE("a point that fails says why, has an outcome all the same, and ends as it would by itself") {
  const Scratch at;
  write_study(at, failing);
  const Said said = run_program(at, "sweep a.study.toml --point 3 -o three.json");
  CHECK(said.exit_code == 4);
  CHECK(said.errors.find("future-abi.so") != std::string::npos);
  const auto outcome = nlohmann::json::parse(file_text(at.path() / "three.json"));
  CHECK(outcome.at("exit_code") == 4);
  CHECK(outcome.at("figures").empty());
}

TEST_CASE("a point that the study has not is a usage error, and so is one beside options of a whole sweep") {
  const Scratch at;
  write_study(at, two_axes);
  const Said said = run_program(at, "sweep a.study.toml --point 13");
  CHECK(said.exit_code == 2);
  CHECK(said.errors.find("has points 1 to 12") != std::string::npos);
  CHECK(said.output.empty());
  for (const char* more : {"--resume", "--force", "-j 2", "--engine slurm"})
    CHECK(run_program(at, std::string("sweep a.study.toml --point 1 ") + more).exit_code == 2);
  CHECK(run_program(at, "sweep a.study.toml --point 0").exit_code == 2);
}

TEST_CASE("without Slurm's programs a sweep by Slurm is told so before it writes anything") {
  const Scratch at;
  write_study(at, two_axes);
  const std::string path = std::getenv("PATH");
  ::setenv("PATH", "/nowhere", 1);
  const Said said = run_program(at, "sweep a.study.toml --engine slurm");
  ::setenv("PATH", path.c_str(), 1);
  CHECK(said.exit_code == 2);
  CHECK(said.errors.find("slurm-client") != std::string::npos);
  CHECK(said.errors.find("--engine local") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(at.path() / "runs"));
}
