// The page that run and project leave in the directory of their results.
#include <filesystem>

#include "tests/support/catch.hpp"
#include "tests/tools/program.hpp"

using namespace hubwatt::test;

TEST_CASE("a run leaves the page that report makes of it, the same bytes wherever and whenever it runs") {
  const Scratch at;
  write_plain(at);
  REQUIRE(run_program(at, "run scenario.toml -o one --quiet").exit_code == 0);
  REQUIRE(run_program(at, "run scenario.toml -o two --quiet").exit_code == 0);
  const std::string page = file_text(at.path() / "one/report.html");
  CHECK(page.find("<!DOCTYPE html>") == 0);
  CHECK(page == file_text(at.path() / "two/report.html"));
  REQUIRE(run_program(at, "report one -o page.html").exit_code == 0);
  CHECK(page == file_text(at.path() / "page.html"));
  REQUIRE(run_program(at, "run scenario.toml -o two --force --seed 7 --quiet").exit_code == 0);
  CHECK(page != file_text(at.path() / "two/report.html"));
}

TEST_CASE("a run that is to leave no page leaves none and says the same else") {
  const Scratch at;
  write_plain(at);
  REQUIRE(run_program(at, "run scenario.toml -o with --quiet").exit_code == 0);
  REQUIRE(run_program(at, "run scenario.toml -o without --quiet --set output.report=false").exit_code == 0);
  CHECK_FALSE(std::filesystem::exists(at.path() / "without/report.html"));
  for (const char* file : {"summary.json", "series.csv", "jobs.csv"})
    CHECK(file_text(at.path() / "with" / file) == file_text(at.path() / "without" / file));
}

TEST_CASE("a run that is not to weigh its assumptions says the same else, and that it did not") {
  const Scratch at;
  write_plain(at);
  REQUIRE(run_program(at, "run scenario.toml -o with --quiet").exit_code == 0);
  REQUIRE(run_program(at, "run scenario.toml -o without --quiet --set output.assumptions=false").exit_code ==
          0);
  CHECK(file_text(at.path() / "with/inputs.json").find("\"assumptions\":") != std::string::npos);
  CHECK(file_text(at.path() / "without/inputs.json").find("\"assumptions\":") == std::string::npos);
  CHECK(file_text(at.path() / "with/summary.json") == file_text(at.path() / "without/summary.json"));
  const Said why = run_program(at, "report without --why total.pue");
  CHECK(why.exit_code == 0);
  CHECK(why.output.find("No estimate was put to the test") != std::string::npos);
}

TEST_CASE("a run that leaves no tables leaves a page all the same") {
  const Scratch at;
  write_plain(at);
  REQUIRE(
      run_program(at, "run scenario.toml -o out --quiet --set output.series=false --set output.jobs=false")
          .exit_code == 0);
  CHECK(file_text(at.path() / "out/report.html").find("\"series\":null") != std::string::npos);
}

TEST_CASE("a projection leaves the page that report makes of it") {
  const Scratch at;
  const auto file = std::filesystem::absolute("scenarios/library/world-2030-iea.toml");
  REQUIRE(run_program(at, "project '" + file.string() + "' -o out --quiet").exit_code == 0);
  REQUIRE(run_program(at, "report out -o page.html").exit_code == 0);
  CHECK(file_text(at.path() / "out/report.html") == file_text(at.path() / "page.html"));
}
