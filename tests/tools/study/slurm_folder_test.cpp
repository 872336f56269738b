#include "tools/study/slurm_folder.hpp"

#include <fstream>

#include "scenarios/result_directory.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt;
using namespace hubwatt::test;
namespace fs = std::filesystem;

namespace {

PointOutcome outcome(const std::string& problem = "") {
  PointOutcome out;
  out.problem = problem;
  out.exit_code = problem.empty() ? 0 : 1;
  if (problem.empty()) out.figures = {{"total.pue", 1.1}};
  return out;
}

}  // namespace

TEST_CASE("outcomes in Slurm's folder are those of points, in order, until they are put aside") {
  const Scratch scratch;
  const SlurmFolder folder(scratch.path() / "s", "one");
  CHECK(folder.arrived().empty());
  for (const char* name : {"12.json", "3.json", "7.json.partial", "x.json", "0.json", "5.txt"})
    scratch.write(std::string("s/outcomes/") + name, outcome_json(outcome()));
  CHECK(folder.arrived() == std::vector<std::size_t>{3, 12});
  CHECK(folder.outcome(12).figures == outcome().figures);
  folder.put_aside(3);
  CHECK(folder.arrived() == std::vector<std::size_t>{12});
  CHECK(fs::exists(scratch.path() / "s/stored/3.json"));
  folder.take_back(3);
  CHECK_FALSE(fs::exists(scratch.path() / "s/stored/3.json"));
}

TEST_CASE("an outcome of Slurm that cannot be read is a point that failed") {
  const Scratch scratch;
  const SlurmFolder folder(scratch.path() / "s", "one");
  scratch.write("s/outcomes/3.json", "{\"sch");
  CHECK(folder.outcome(3).exit_code == 1);
  CHECK(folder.outcome(3).problem.find("3.json: is no outcome of a point") != std::string::npos);
}

TEST_CASE("what was given to Slurm is found again by the sweep after one that was killed") {
  const Scratch scratch;
  const fs::path path = scratch.path() / "s";
  const SlurmTasks tasks{{1, 2}, {5}};
  {
    const SlurmFolder folder(path, "one");
    CHECK_FALSE(folder.submission());
    folder.prepare(tasks, SlurmScript{});
    CHECK_FALSE(folder.submission());
    folder.keep({"12", "east"});
    scratch.write("s/outcomes/5.json", outcome_json(outcome()));
  }
  const SlurmFolder again(path, "one");
  REQUIRE(again.submission());
  CHECK(to_text(again.submission()->job) == "12;east");
  CHECK(again.submission()->tasks == tasks);
  CHECK(again.arrived() == std::vector<std::size_t>{5});
  again.forget_job();
  CHECK_FALSE(again.submission());
}

TEST_CASE("Slurm's folder takes nothing from another study, and never what is not a sweep's") {
  const Scratch scratch;
  const fs::path path = scratch.path() / "s";
  const SlurmFolder first(path, "one");
  scratch.write("s/outcomes/5.json", outcome_json(outcome()));
  first.keep({"12", ""});
  CHECK_THROWS_AS(SlurmFolder(path, "other"), UsageError);
  CHECK(first.arrived().size() == 1);
  first.forget_job();
  CHECK(SlurmFolder(path, "other").arrived().empty());

  fs::create_directory(scratch.path() / "mine");
  scratch.write("mine/letter.txt", "");
  CHECK_THROWS_AS(SlurmFolder(scratch.path() / "mine", "one"), UsageError);
  CHECK(fs::exists(scratch.path() / "mine/letter.txt"));
}

TEST_CASE("the last lines of a Slurm task's log are told, whole characters and no controls") {
  const Scratch scratch;
  const SlurmFolder folder(scratch.path() / "s", "one");
  CHECK(folder.last_words({"12", ""}, 1).empty());
  std::string text = "first\n\n";
  for (int i = 1; i <= 6; ++i) text += "line " + std::to_string(i) + "\x1b[0m\n";
  scratch.write("s/logs/12_1.txt", text);
  const auto words = folder.last_words({"12", ""}, 1);
  REQUIRE(words.size() == 5);
  CHECK(words.front() == "line 2 [0m");
  std::string wide;
  for (int i = 0; i < 300; ++i) wide += "中";
  scratch.write("s/logs/12_2.txt", wide);
  const std::string cut = folder.last_words({"12", ""}, 2).at(0);
  CHECK(cut.size() == 399);
  CHECK(cut == wide.substr(0, 399));
}
