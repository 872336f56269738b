#include "tools/study/study_results.hpp"

#include <fstream>
#include <random>

#include "tests/support/catch.hpp"
#include "tests/tools/study/made_study.hpp"
#include "tools/study/study_file.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

std::filesystem::path made_file(const Scratch& at) {
  const Study study = made_study(at);
  const std::vector<StudyPoint> points = made_points(study);
  const auto path = at.path() / "study.sqlite";
  StudyFile file = StudyFile::create(path, study, points, "1.0");
  for (const StudyPoint& point : points) {
    if (point.number == 11) continue;
    file.store(point.number, point.number == 5 ? made_failure("no power", 1) : made_outcome(point));
  }
  std::move(file).finish();
  return path;
}

std::string refusal(const std::filesystem::path& path) {
  try {
    read_study_results(path);
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("results come back as they were stored, to the last bit") {
  const Scratch at;
  const StudyResults results = read_study_results(made_file(at));
  const Study study = made_study(at);
  const std::vector<StudyPoint> points = made_points(study);
  CHECK(results.name == "made");
  CHECK(results.scenario == "parts/week.scenario.toml");
  CHECK(results.version == "1.0");
  CHECK(results.digest.size() == 64);
  CHECK(results.design == "full-factorial");
  CHECK(results.set == study.set);
  REQUIRE(results.axes.size() == 2);
  CHECK(results.axes[0].levels.at(1).set == study.axes[0].levels[1].set);
  CHECK(results.axes[1].levels.size() == 3);
  REQUIRE(results.objectives.size() == 2);
  CHECK(results.objectives[1].best == Objective::Best::highest);
  CHECK(results.figures == std::vector<std::string>{"total.pue", "total.cost_cny", "hubs.more.pue",
                                                    "hubs.a.green_share", "compliance.missed"});
  REQUIRE(results.rows.size() == points.size());
  for (const StudyRow& row : results.rows) {
    const StudyPoint& point = points[row.number - 1];
    CHECK(row.seed == point.seed);
    CHECK(row.levels == point.levels);
    CHECK((row.state == StudyRow::State::done) == (row.number != 5 && row.number != 11));
    if (row.state != StudyRow::State::done) {
      CHECK(row.values.empty());
      CHECK(row.problem == (row.number == 5 ? "no power" : ""));
      continue;
    }
    for (const auto& [figure, value] : made_outcome(point).figures) {
      const auto at_figure = std::find(results.figures.begin(), results.figures.end(), figure);
      CHECK(row.values.at(static_cast<std::size_t>(at_figure - results.figures.begin())) == value);
    }
    CHECK(row.values.at(2).has_value() == (row.number % 3 == 0));
  }
}

TEST_CASE("a range comes back with its ends and its unit") {
  const Scratch at;
  Study study = made_study(at);
  study.design = Design::latin_hypercube;
  study.axes = {{"battery", {}, Range{"hub.a.battery.power", 0.1, 12.5e6, "MW"}}};
  StudyFile::create(at.path() / "study.sqlite", study, std::vector<StudyPoint>{{1, 3, {"12.5 MW"}, {}}},
                    "1.0");
  const StudyResults results = read_study_results(at.path() / "study.sqlite");
  REQUIRE(results.axes.at(0).range);
  CHECK(results.axes[0].range->low == 0.1);
  CHECK(results.axes[0].range->high == 12.5e6);
  CHECK(results.axes[0].range->unit == "MW");
  CHECK(results.design == "latin-hypercube");
  CHECK(results.rows.at(0).levels == std::vector<std::string>{"12.5 MW"});
}

TEST_CASE("what is no study's file, or one of a newer hubwatt, is named so") {
  const Scratch at;
  CHECK(refusal(at.path() / "none.sqlite").find("is not there") != std::string::npos);
  CHECK(refusal(at.path()).find("is no file of a study") != std::string::npos);
  at.write("text.sqlite", std::string(5000, 'x'));
  CHECK(refusal(at.path() / "text.sqlite").find("is no file of a study") != std::string::npos);
  const auto path = made_file(at);
  Database(path, Database::Open::existing).execute("PRAGMA user_version = 9");
  CHECK(refusal(path).find("is of schema 9, and this hubwatt knows 1 to 1") != std::string::npos);
}

TEST_CASE("a file that was cut or changed is refused or read, and never ends the program") {
  const Scratch at;
  const std::string whole = file_text(made_file(at));
  const auto path = at.path() / "damaged.sqlite";
  std::mt19937 random(11);
  int refused = 0;
  for (int trial = 0; trial < 300; ++trial) {
    write(path, whole.substr(0, random() % whole.size()));
    refused += refusal(path).empty() ? 0 : 1;
  }
  CHECK(refused > 250);  // what is missing may be a page that nobody needs
  for (int trial = 0; trial < 1500; ++trial) {
    std::string bytes = whole;
    for (unsigned flips = 1 + random() % 8; flips > 0; --flips)
      bytes[random() % bytes.size()] ^= static_cast<char>(1u << random() % 8);
    write(path, bytes);
    refused += refusal(path).empty() ? 0 : 1;
  }
  CHECK(refused > 300);
}

TEST_CASE("a study is looked for in files whose name ends so") {
  CHECK(is_study_file("runs/week.sqlite"));
  CHECK_FALSE(is_study_file("runs/week"));
  CHECK_FALSE(is_study_file("sqlite"));
}
