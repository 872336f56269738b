#include "tools/progress.hpp"

#include <algorithm>
#include <sstream>

#include "models/units.hpp"
#include "tests/support/catch.hpp"
#include "tests/tools/program.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

// Standard error is a terminal, which `script` makes and copies to .output.
Said run_on_terminal(const Scratch& at, const std::string& arguments) {
  at.write("go.sh", "'" HUBWATT_PROGRAM "' " + arguments + " >/dev/null\n");
  Said said;
  said.exit_code = std::system(
      ("cd '" + at.path().string() + "' && script -qec 'sh go.sh' /dev/null >.output 2>.errors </dev/null")
          .c_str());
  said.output = file_text(at.path() / ".output");
  return said;
}

}  // namespace

TEST_CASE("progress tells the rate so far and what it leaves to wait for") {
  CHECK(progress_text("a", 25, 0.25, 8.0 * unit::day, 4.0 * unit::second) ==
        "a: 25 %, 0.5 days/s, 12 s left");
  CHECK(progress_text("a", 50, 0.5, 365.0 * unit::day, 10.0 * unit::minute) ==
        "a: 50 %, 0.304 days/s, 10 min left");
  CHECK(progress_text("a", 100, 1.0, 10.0 * unit::day, 5.0 * unit::second) ==
        "a: 100 %, 2 days/s, took 5.0 s");
  CHECK(progress_text("a", 20, 1.0, 10.0 * unit::day, 5.0 * unit::second) == "a: 20 %, 2 days/s, 0.0 s left");
  CHECK(progress_text("a", 0, 0.0, 10.0 * unit::day, 5.0 * unit::second) == "a: 0 %");
}

TEST_CASE("progress of a study counts points, those under way by their share") {
  PointsDone done{.all = 40, .before = 0, .ended = 12, .reached = 12.5, .over = false};
  CHECK(points_text("a", 31, done, 5.0 * unit::second) ==
        "a: 31 %, 12 of 40 points, 2.5 points/s, 11 s left");
  CHECK(points_text("a", 31, done, 150.0 * unit::second) ==
        "a: 31 %, 12 of 40 points, 5 points/min, 6 min left");
  CHECK(points_text("a", 31, done, 1.0 * unit::hour) ==
        "a: 31 %, 12 of 40 points, 12.5 points/h, 2.2 h left");
  done.before = 10, done.reached = 2.5;  // a rate of this work alone
  CHECK(points_text("a", 31, done, 1.0 * unit::second) ==
        "a: 31 %, 12 of 40 points, 2.5 points/s, 11 s left");
  done.ended = 40, done.reached = 30.0;
  CHECK(points_text("a", 100, done, 60.0 * unit::second) ==
        "a: 100 %, 40 of 40 points, 30 points/min, took 60 s");
  CHECK(points_text("a", 25, {40, 10, 10, 0.0, false}, 1.0 * unit::second) == "a: 25 %, 10 of 40 points");
}

TEST_CASE("plain progress is a line for each tenth, in order, and ends with all of it") {
  const Scratch at;
  write_plain(at, "40 h");
  const Said said = run_program(at, "run scenario.toml --progress=plain");
  REQUIRE(said.exit_code == 0);
  std::istringstream lines(said.errors);
  std::string line;
  int tenth = 0;
  while (std::getline(lines, line)) {
    INFO(line);
    ++tenth;
    CHECK(line.rfind("plain: " + std::to_string(10 * tenth) + " %, ", 0) == 0);
  }
  CHECK(tenth == 10);
  CHECK(said.errors.find(", took ") != std::string::npos);
}

TEST_CASE("a pipe hears of no progress unless it asks, and nobody who wants quiet does") {
  const Scratch at;
  write_plain(at, "40 h");
  for (const char* flags : {"", "--no-progress", "--progress=none", "--progress=plain --quiet"})
    CHECK(run_program(at, std::string("run scenario.toml --force ") + flags).errors.empty());
  CHECK(run_program(at, "run scenario.toml --force --progress=loud").exit_code == 2);
}

TEST_CASE("a terminal has one line that is written over and gone at the end") {
  const Scratch at;
  write_plain(at, "3650 d");  // long enough to be looked at more than once on a busy machine
  const Said said = run_on_terminal(at, "run scenario.toml --set output.series=false");
  REQUIRE(said.exit_code == 0);
  CHECK(said.output.find(" %, ") != std::string::npos);
  CHECK(said.output.find(" left\033[K") != std::string::npos);
  CHECK(said.output.find('\n') == std::string::npos);
  CHECK(said.output.substr(said.output.size() - 4) == "\r\033[K");
  CHECK(run_on_terminal(at, "run scenario.toml --force --no-progress").output.empty());
}

TEST_CASE("a terminal sees how many points of a sweep are done") {
  const Scratch at;
  write_plain(at, "3650 d");
  at.write("a.study.toml",
           "schema = 1\nname = \"a\"\nscenario = \"scenario.toml\"\n[[axis]]\nkey = "
           "\"hub.only.cooling.ratio\"\nvalues = [0.1, 0.2, 0.3]\n");
  const Said said = run_on_terminal(at, "sweep a.study.toml -j 1");
  REQUIRE(said.exit_code == 0);
  CHECK(said.output.find(" of 3 points, ") != std::string::npos);
  CHECK(said.output.find(" left\033[K") != std::string::npos);
  CHECK(said.output.find('\n') == std::string::npos);
  CHECK(said.output.substr(said.output.size() - 4) == "\r\033[K");
}

TEST_CASE("how progress is shown leaves no trace in results") {
  const Scratch at;
  write_plain(at, "6 h");
  REQUIRE(run_program(at, "run scenario.toml -o one").exit_code == 0);
  REQUIRE(run_program(at, "run scenario.toml -o two --progress=plain").exit_code == 0);
  REQUIRE(run_program(at, "run scenario.toml -o three --progress none").exit_code == 0);
  for (const char* other : {"two", "three"})
    CHECK(file_text(at.path() / "one/manifest.json") == file_text(at.path() / other / "manifest.json"));
}
