#include "tools/study/study_json.hpp"

#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"
#include "tests/tools/study/study_samples.hpp"

using namespace hubwatt;
using namespace hubwatt::test;
using Json = nlohmann::ordered_json;

TEST_CASE("the JSON of a study holds every figure of every point to the last bit") {
  StudyResults study = cost_against_carbon();
  study.rows[0].values[0] = 0.1 + 0.2;
  study.rows[1].values[2] = std::nullopt;
  const Json json = Json::parse(study_json(study).dump());
  CHECK(json.at("figures").get<std::vector<std::string>>() == study.figures);
  for (std::size_t row = 0; row < study.rows.size(); ++row)
    for (std::size_t figure = 0; figure < study.figures.size(); ++figure) {
      const Json& value = json.at("rows").at(row).at("values").at(figure);
      CHECK(value.is_null() == !study.rows[row].values[figure]);
      if (!value.is_null()) CHECK(value.get<double>() == *study.rows[row].values[figure]);
    }
}

TEST_CASE("the JSON of a study tells its analysis by names and positions") {
  const Json json = study_json(cost_against_carbon());
  const Json& analysis = json.at("analysis");
  CHECK(json.at("axes").at(0).at("levels").at(1).at("name") == "cold-plate");
  CHECK(analysis.at("done") == 12);
  CHECK(analysis.at("front") == Json({4, 5}));
  CHECK(analysis.at("best").at(0).at("settings") == Json({4}));
  CHECK(analysis.at("settings").at(4).at("means").at(0).get<double>() == Approx(3e6));
  CHECK(analysis.at("settings").at(4).at("lowest").at(0).get<double>() == Approx(3e6 - 1000.0));
  CHECK(analysis.at("effects").at(0).at("axis") == "cooling");
  CHECK(analysis.at("variance").at(0).at("axes").size() == 2);
  CHECK(analysis.at("rules").at("keeping").size() == 3);
}

TEST_CASE("a seed that a double cannot hold is text in the JSON") {
  StudyResults study = cost_against_carbon();
  study.rows[0].seed = 18'446'744'073'709'551'615u;
  const Json rows = study_json(study).at("rows");
  CHECK(rows.at(0).at("seed") == "18446744073709551615");
  CHECK(rows.at(1).at("seed") == 2);
}

TEST_CASE("failed points have their problem and their command in the JSON, waiting ones neither") {
  const Json rows = study_json(unfinished_study()).at("rows");
  CHECK(rows.at(3).at("state") == "failed");
  CHECK(rows.at(3).at("problem") == "a.toml:3:1: hub.a: <b>no</b> power\nand more");
  CHECK(rows.at(3).at("command").get<std::string>().rfind("hubwatt run two-hubs.toml", 0) == 0);
  CHECK_FALSE(rows.at(3).contains("values"));
  CHECK(rows.at(7).at("state") == "waiting");
  CHECK_FALSE(rows.at(7).contains("problem"));
}
