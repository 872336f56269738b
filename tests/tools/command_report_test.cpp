// hubwatt report on files of studies, as a user calls it.
#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"
#include "tests/tools/program.hpp"
#include "tests/tools/study/made_study.hpp"
#include "tools/study/study_file.hpp"

using namespace hubwatt;
using namespace hubwatt::test;
using Json = nlohmann::json;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// "made.sqlite" with so many of its 12 points done, then one that failed.
void write_made(const Scratch& at, std::size_t done) {
  const Study study = made_study(at);
  const std::vector<StudyPoint> points = made_points(study);
  StudyFile file = StudyFile::create(at.path() / "made.sqlite", study, points, "1.0");
  for (const StudyPoint& point : points)
    if (point.number <= done) file.store(point.number, made_outcome(point));
  if (done > 0 && done < points.size()) file.store(done + 1, made_failure("no <power>", 1));
}

}  // namespace

TEST_CASE("a study's file is told as text, as JSON and as a page") {
  const Scratch at;
  write_made(at, 12);
  const std::string text = run_program(at, "report made.sqlite").output;
  CHECK(holds(text,
              "made: scenario parts/week.scenario.toml, full factorial, 6 settings, 2 seeds, hubwatt 1.0"));
  CHECK(holds(text, "best settings"));
  CHECK(holds(run_program(at, "report made.sqlite --lang zh").output, "\u6700\u4f18\u65b9\u6848"));
  const Json json = Json::parse(run_program(at, "report made.sqlite --json").output);
  CHECK(json.at("schema") == 1);
  CHECK(json.at("studies").at(0).at("file") == "made.sqlite");
  CHECK(json.at("studies").at(0).at("rows").size() == 12);
  CHECK(json.at("studies").at(0).at("analysis").at("done") == 12);
  CHECK(run_program(at, "report made.sqlite -o page.html").exit_code == 0);
  CHECK(file_text(at.path() / "page.html") == run_program(at, "report made.sqlite --format html").output);
  CHECK(holds(file_text(at.path() / "page.html"), "\"kind\":\"study\""));
}

TEST_CASE("a study that is under way is told as far as it is") {
  const Scratch at;
  write_made(at, 4);
  const std::string text = run_program(at, "report made.sqlite").output;
  CHECK(holds(text, "4 of 12 points are done, 1 failed, 7 wait"));
  CHECK(holds(text, "no <power>"));
  CHECK(holds(text, "hubwatt run parts/week.scenario.toml --set 'duration=\"1 d\"' --set p=3 --seed 7"));
  CHECK(holds(text, "--resume"));
  write_made(at, 0);
  const Said begun = run_program(at, "report made.sqlite");
  CHECK(begun.exit_code == 0);
  CHECK(holds(begun.output, "0 of 12 points are done"));
  CHECK(run_program(at, "report made.sqlite -o begun.html").exit_code == 0);
}

TEST_CASE("studies are not told with runs, nor is a figure of one explained") {
  const Scratch at;
  write_made(at, 12);
  const Said mixed = run_program(at, "report made.sqlite runs/a");
  CHECK(mixed.exit_code == 2);
  CHECK(holds(mixed.errors, "runs/a is no study's file (.sqlite) as others are; report on them apart"));
  const Said why = run_program(at, "report made.sqlite --why total.pue");
  CHECK(why.exit_code == 2);
  CHECK(holds(why.errors, "run the point with hubwatt run"));
}

TEST_CASE("a study's file that is missing or damaged is refused with its name") {
  const Scratch at;
  const Said missing = run_program(at, "report gone.sqlite -o page.html");
  CHECK(missing.exit_code == 3);
  CHECK(holds(missing.errors, "gone.sqlite"));
  CHECK_FALSE(std::filesystem::exists(at.path() / "page.html"));
  at.write("text.sqlite", "no database");
  const Said damaged = run_program(at, "report text.sqlite");
  CHECK(damaged.exit_code == 3);
  CHECK(holds(damaged.errors, "text.sqlite"));
}
