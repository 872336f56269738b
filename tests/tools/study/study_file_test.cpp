#include "tools/study/study_file.hpp"

#include <algorithm>
#include <random>

#include "tests/support/catch.hpp"
#include "tests/tools/study/made_study.hpp"
#include "tools/study/study_results.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

// A complete file of the made study, its points in this order; some fail, and opened anew after each of `breaks`.
std::string bytes_of(const Scratch& at, const std::string& name, std::vector<std::size_t> order,
                     std::size_t breaks) {
  const Study study = made_study(at);
  const std::vector<StudyPoint> points = made_points(study);
  const auto path = at.path() / name;
  StudyFile::create(path, study, points, "1.0");
  std::size_t stored = 0;
  while (stored < order.size()) {
    StudyFile file(path);
    const std::size_t end = std::min(order.size(), stored + std::max<std::size_t>(breaks, 1));
    for (; stored < end; ++stored) {
      const StudyPoint& point = points.at(order.at(stored));
      file.store(point.number, point.number == 5 ? made_failure("no power", 1) : made_outcome(point));
    }
  }
  StudyFile(path).finish();
  return file_text(path);
}

std::vector<std::size_t> in_order(std::size_t count) {
  std::vector<std::size_t> out(count);
  for (std::size_t i = 0; i < count; ++i) out[i] = i;
  return out;
}

}  // namespace

TEST_CASE("a study makes the same bytes in whatever order its points end") {
  const Scratch at;
  const std::string first = bytes_of(at, "first.sqlite", in_order(12), 12);
  REQUIRE(first.size() > 4096);
  std::mt19937 random(9);
  for (std::size_t trial = 1; trial <= 12; ++trial) {
    std::vector<std::size_t> order = in_order(12);
    std::shuffle(order.begin(), order.end(), random);
    CHECK(bytes_of(at, "other.sqlite", order, trial) == first);
  }
}

TEST_CASE("a point that failed and is done later leaves no trace of its failure") {
  const Scratch at;
  const Study study = made_study(at);
  const std::vector<StudyPoint> points = made_points(study);
  std::string bytes[2];
  for (const bool fails : {false, true}) {
    const auto path = at.path() / "study.sqlite";
    StudyFile::create(path, study, points, "1.0");
    if (fails) {
      StudyFile file(path);
      for (const StudyPoint& point : points)
        file.store(point.number, point.number % 3 == 0 ? made_failure("no power", 4) : made_outcome(point));
      std::move(file).finish();
    }
    StudyFile file(path);
    for (const StudyPoint& point : points)
      if (!fails || point.number % 3 == 0) file.store(point.number, made_outcome(point));
    std::move(file).finish();
    bytes[fails ? 1 : 0] = file_text(path);
  }
  CHECK(bytes[0] == bytes[1]);
}

TEST_CASE("what is stored is there for whoever opens the file next") {
  const Scratch at;
  const Study study = made_study(at);
  const std::vector<StudyPoint> points = made_points(study);
  const auto path = at.path() / "deep/er/study.sqlite";
  StudyFile file = StudyFile::create(path, study, points, "1.0");
  file.store(4, made_outcome(points[3]));
  file.store(2, made_outcome(points[1]));
  file.store(3, made_failure("broke", 5));
  CHECK(StudyFile(path).done() == std::vector<std::size_t>{2, 4});
  CHECK(read_study_results(path).rows.at(2).problem == "broke");
  CHECK_FALSE(std::filesystem::exists(path.string() + ".partial"));
}

TEST_CASE("a file tells what has changed since it was begun") {
  const Scratch at;
  Study study = made_study(at);
  const StudyFile file = StudyFile::create(at.path() / "study.sqlite", study, made_points(study), "1.0");
  CHECK(file.changes(study, "1.0").empty());
  CHECK(file.changes(study, "1.1") == std::vector<std::string>{"hubwatt 1.0 began it and this is 1.1"});
  std::swap(study.files[0], study.files[1]);
  CHECK(file.changes(study, "1.0") == std::vector<std::string>{"its files are read in another order"});
  study.files = {{"made.study.toml", "00aa"}, {"new.csv", "22"}};
  CHECK(file.changes(study, "1.0") == std::vector<std::string>{"new.csv was not read before",
                                                               "parts/week.scenario.toml is no longer read"});
  study.files = {{"made.study.toml", "00ab"}, {"parts/week.scenario.toml", "11bb"}};
  CHECK(file.changes(study, "1.0") == std::vector<std::string>{"made.study.toml has changed"});
}

TEST_CASE("a study's file is known by its first bytes") {
  const Scratch at;
  const Study study = made_study(at);
  const auto path = at.path() / "study.sqlite";
  CHECK(StudyFile::kind_of(path) == StudyFile::Kind::missing);
  StudyFile::create(path, study, made_points(study), "1.0");
  CHECK(StudyFile::kind_of(path) == StudyFile::Kind::study);
  CHECK(StudyFile::kind_of(at.path()) == StudyFile::Kind::foreign);
  at.write("empty.sqlite", "");
  CHECK(StudyFile::kind_of(at.path() / "empty.sqlite") == StudyFile::Kind::foreign);
  const Database foreign(at.path() / "foreign.sqlite", Database::Open::create);
  foreign.execute("CREATE TABLE photo (name TEXT)");
  CHECK(StudyFile::kind_of(foreign.file()) == StudyFile::Kind::foreign);
  CHECK_THROWS_AS(StudyFile(foreign.file()), InputError);
}

TEST_CASE("one view tells each point's settings and headline") {
  const Scratch at;
  Study study = made_study(at);
  study.axes[0].name = "PUE";  // also a column of the headline
  study.axes[1].name = "say \"policy\"";
  const std::vector<StudyPoint> points = made_points(study);
  StudyFile file = StudyFile::create(at.path() / "study.sqlite", study, points, "1.0");
  file.store(3, made_outcome(points[2]));
  Statement read = file.database().prepare(
      "SELECT number, seed, state, \"PUE\", \"say \"\"policy\"\"\", pue_, cost_cny, rules_missed, "
      "\"hubs.a.green_share\", water_l FROM headline WHERE state = 'done'");
  REQUIRE(read.next());
  CHECK(read.integer(0) == 3);
  CHECK(read.text(1) == "7");
  CHECK(read.text(3) == "air");
  CHECK(read.text(4) == "b");
  CHECK(read.real(5) == made_outcome(points[2]).figures[0].second);
  CHECK(read.real(6) == made_outcome(points[2]).figures[1].second);
  CHECK(read.integer(7) == 2);
  CHECK(read.real(8) == 1.0);
  CHECK(read.is_null(9));
  CHECK_FALSE(read.next());
  CHECK(file.database().integer("SELECT count(*) FROM headline") == 12);
}
