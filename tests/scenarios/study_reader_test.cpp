#include "scenarios/study/study_reader.hpp"

#include "scenarios/input_files.hpp"
#include "scenarios/scenario_reader.hpp"
#include "scenarios/study/study_points.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

namespace {

// A study of a plain scenario, whose files stand beside it.
Study study_of(const Scratch& at, const std::string& more) {
  at.write("platform.toml", plain_platform(1, 2));
  at.write("scenario.toml", plain_scenario("2 h", ""));
  return read_study(
      at.write("some.study.toml", "schema = 1\nname = \"some\"\nscenario = \"scenario.toml\"\n" + more));
}

constexpr const char* two_levels = "[[axis]]\nkey = \"duration\"\nvalues = [\"1 h\", \"2 h\"]\n";

}  // namespace

TEST_CASE("a study has what its file says, and what it leaves out as the manual says") {
  const Scratch at;
  const Study study = study_of(at, two_levels);
  CHECK(study.name == "some");
  CHECK(study.path == at.path() / "some.study.toml");
  CHECK(study.scenario == at.path() / "scenario.toml");
  CHECK(study.design == Design::full_factorial);
  CHECK(study.seeds == std::vector<std::uint64_t>{read_scenario(study.scenario).seed});
  CHECK(study.seeds.front() > 0);
  CHECK(study.set.empty());
  REQUIRE(study.axes.size() == 1);
  CHECK(study.axes[0].name == "duration");
  REQUIRE(study.axes[0].levels.size() == 2);
  CHECK(study.axes[0].levels[1].name == "2 h");
  CHECK(study.axes[0].levels[1].set == std::vector<std::string>{"duration=\"2 h\""});
  REQUIRE(study.objectives.size() == 3);
  CHECK(study.objectives[2].figure == "total.cost_cny");
  CHECK(study.objectives[2].best == Objective::Best::lowest);
}

TEST_CASE("levels with names set several keys, and a range takes the unit of its upper end") {
  const Scratch at;
  const Study study = study_of(at, R"(
design = "latin-hypercube"
samples = 5
design_seed = 9
seeds = [3, 1]
set = ["step=30 min"]
[[axis]]
name = "how long"
[[axis.level]]
name = "as it is"
[[axis.level]]
name = "longer"
set = ["duration=3 h", "policy.schedule=fcfs"]
[[axis]]
key = "hub.only.grid.price"
low = "400 CNY/MWh"
high = "0.8 CNY/kWh"
[[objective]]
figure = "hubs.only.cost_cny"
best = "highest"
)");
  CHECK(study.samples == 5);
  CHECK(study.design_seed == 9);
  CHECK(study.seeds == std::vector<std::uint64_t>{3, 1});
  CHECK(study.axes[0].levels[0].set.empty());
  CHECK(study.axes[0].levels[1].set == std::vector<std::string>{"duration=3 h", "policy.schedule=fcfs"});
  REQUIRE(study.axes[1].range);
  CHECK(study.axes[1].name == "hub.only.grid.price");
  CHECK(study.axes[1].range->unit == "CNY/kWh");
  CHECK(study.axes[1].range->low == Approx(0.4).epsilon(1e-12));
  CHECK(study.axes[1].range->high == 0.8);
  REQUIRE(study.objectives.size() == 1);
  CHECK(study.objectives[0].best == Objective::Best::highest);
  const std::vector<StudyPoint> points = study_points(study);
  CHECK(points.size() == 10);
  for (const StudyPoint& point : points) CHECK_NOTHROW(read_scenario(study.scenario, point.set, point.seed));
}

TEST_CASE("a study's digest changes with every file that one of its levels reads") {
  const Scratch at;
  at.write("other.toml", plain_platform(2, 2));
  const std::string axis = "[[axis]]\nkey = \"platform\"\nvalues = [\"platform.toml\", \"other.toml\"]\n";
  const auto digest = [&](const std::string& more) {
    return scenario_digest(study_of(at, axis + more).files);
  };
  const std::string before = digest("");
  CHECK(digest("") == before);
  CHECK(digest("# more\n") != before);
  at.write("other.toml", plain_platform(3, 2));
  CHECK(digest("") != before);
}

TEST_CASE("a value that has the same few words as another goes by all of its text") {
  const Scratch at;
  const Study study = study_of(at, R"(
[[axis]]
key = "policy.options.schedule.depth"
values = [1, "1", 2]
)");
  CHECK(study.axes[0].levels[0].name == "1");
  CHECK(study.axes[0].levels[1].name == "\"1\"");
  CHECK(study.axes[0].levels[2].name == "2");
}

TEST_CASE("a file that is no study is told apart") {
  const std::string library = "scenarios/library/";
  CHECK(kind_of_file(library + "hello-cooling.study.toml") == FileKind::study);
  CHECK(kind_of_file("tests/scenarios/bad/study-without-axis.study.toml") == FileKind::study);
  CHECK_THROWS_WITH(read_study(library + "hello.toml"),
                    library + "hello.toml:1:1: is a scenario, and a study is due; run it with `hubwatt run`");
  CHECK_THROWS_WITH(read_study(library + "hello-2030.toml"),
                    Catch::Contains("is a projection, and a study is due"));
  CHECK_THROWS_WITH(read_study(library + "hello.platform.toml"),
                    Catch::Contains("is a platform, and a study is due"));
  CHECK_THROWS_WITH(read_scenario(library + "hello-cooling.study.toml"),
                    library +
                        "hello-cooling.study.toml:1:1: is a study, and a scenario is due; carry it out with "
                        "`hubwatt sweep`");
}
