// What studies keep of a run goes by the paths of `hubwatt report --why`.
#include "scenarios/study/figure_paths.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "scenarios/scenario_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"
#include "tools/run_figures.hpp"

using namespace hubwatt;
using namespace hubwatt::test;
using Json = nlohmann::ordered_json;

namespace {

using Figures = std::vector<std::pair<std::string, double>>;

Figures explained_figures(const Json& summary) {
  const RunFigures figures(summary, {});
  Figures out;
  for (const std::string& path : figures.paths())
    if (const auto* number = std::get_if<std::optional<double>>(&figures.find(path)->value);
        number && *number)
      out.emplace_back(path, **number);
  return out;
}

}  // namespace

TEST_CASE("figures of a study have the paths, the order and the values of those that are explained") {
  for (const char* name : {"hello", "plant-july"}) {
    CAPTURE(name);
    const std::string file = std::string("scenarios/library/") + name + ".toml";
    const FinishedRun run(file, {"duration=30 h", "outage=[]"});
    Figures kept = figures_of_summary(run.text("summary.json"));
    FigureOwners owners;
    owners.add(read_scenario(file));
    const std::vector<std::string> known = known_figures(owners);
    for (const auto& [path, value] : kept) {
      CAPTURE(path);
      CHECK(std::find(known.begin(), known.end(), path) != known.end());
    }
    REQUIRE(kept.size() > 2);
    CHECK(kept[kept.size() - 2].first == "compliance.kept");
    CHECK(kept.back().first == "compliance.missed");
    kept.resize(kept.size() - 2);
    CHECK(kept == explained_figures(Json::parse(run.text("summary.json"))));
  }
}

TEST_CASE("figures that runs of a scenario can have are those that are explained, and no names") {
  FigureOwners owners;
  owners.hubs = {"a"};
  const std::vector<std::string> known = known_figures(owners);
  const auto has = [&known](const char* path) {
    return std::find(known.begin(), known.end(), path) != known.end();
  };
  CHECK(has("total.pue"));
  CHECK(has("hubs.a.battery.health"));
  CHECK(has("sides.east.cost_cny"));
  CHECK(has("jobs.mean_wait_s"));
  CHECK(has("ledger.a.it.idle"));
  CHECK_FALSE(has("total.battery.health"));  // of hubs alone
  CHECK_FALSE(has("total.pue_kind"));        // a word
  CHECK_FALSE(has("hubs.b.pue"));
}
