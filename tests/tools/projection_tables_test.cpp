// The text of a projection, in English and in Chinese.
#include "tools/projection_tables.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "scenarios/csv.hpp"
#include "scenarios/projection/contradictions.hpp"
#include "scenarios/projection/economy_result.hpp"
#include "scenarios/projection/projection_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"
#include "tests/tools/shown_tables.hpp"
#include "tests/tools/source_words.hpp"

using namespace hubwatt;
using namespace hubwatt::test;
using Json = nlohmann::ordered_json;

namespace {

const std::set<std::string> kept = {"CAICT",  "Cao", "EB",    "EFLOPS", "GDP",       "GFLOPS", "GPU", "GWh",
                                    "HT",     "IDC", "IEA",   "IT",     "L/kWh",     "LMDI",   "Liu", "MWh",
                                    "PFLOPS", "PUE", "Sobol", "TB",     "TB/GFLOPS", "TFLOPS", "TWh", "Tbps",
                                    "WUE",    "ZB",  "Zhang", "dK",     "gamma",     "kg/kWh", "kWh", "tau"};

// Names of inputs, plants, scenarios and projections, which a user types; a name may be a part of a path.
std::set<std::string> names_in(const Json& trajectory) {
  std::set<std::string> out{trajectory.at("name"), trajectory.at("scope").at("id"), "east", "west"};
  for (const Json& plant : trajectory.at("coupling")) {
    out.insert(plant.at("plant").get<std::string>());
    out.insert(plant.at("scenario").get<std::string>());
  }
  for (const Json& beside : trajectory.at("beside")) {
    out.insert(beside.at("name").get<std::string>());
    out.insert(beside.at("scope").at("id").get<std::string>());
  }
  for (const Json& one : trajectory.at("uncertainty").at("sobol"))
    for (const Json& group : one.at("groups"))
      for (const Json& input : group.at("inputs")) out.insert(input.get<std::string>());
  for (const Json& input : trajectory.at("uncertainty").at("inputs"))
    out.insert(input.at("path").get<std::string>());
  return out;
}

double figure(const std::string& text) {
  return read_number(text.substr(0, text.find(' '))).value();
}

// One factor a row, which the unit of the row tells: 1, or a power of ten.
void expect_same_figures(const ShownRow& english, const ShownRow& chinese) {
  REQUIRE(english.size() == chinese.size());
  double factor = 0.0;
  for (std::size_t c = 1; c < english.size(); ++c) {
    if (!is_figure(english[c]) || english[c].text == "-") continue;
    const double a = figure(english[c].text), b = figure(chinese[c].text);
    INFO(english.front().text << ": " << english[c].text << " | " << chinese[c].text);
    if (std::abs(a) < 1e-2 || std::abs(b) < 1e-2) continue;
    if (factor == 0.0) factor = std::pow(10.0, std::round(std::log10(b / a)));
    CHECK(b == Approx(factor * a).epsilon(0.06));
    if (std::abs(a) >= 1.0) CHECK(b == Approx(factor * a).epsilon(1e-3));
  }
}

// What its author and the catalogue say, as the library and the program write it.
Json trajectory_of_library() {
  Json trajectory = Json::parse(file_text("tests/tools/data/projection/trajectory.json"));
  trajectory["scope"]["note"] = "data centers of China, as the IEA counts them";
  for (Json& beside : trajectory.at("beside"))
    beside["why"] = "The same demand with the gains that were usual so far.";
  const Projection projection = read_projection("scenarios/library/china-2030-bottom-up.toml");
  trajectory["economy"] = Json::array();
  for (const EconomyClaim& claim : economy_claims(projection.economy.value(), 2024, std::vector{1.0, 9.7}))
    trajectory["economy"].push_back(
        {{"source", claim.source}, {"claim", claim.claim}, {"figure", claim.figure}, {"unit", claim.unit}});
  trajectory["contradictions"] = Json::array();
  for (const Contradiction& one : catalogue_contradictions()) {
    Json says = Json::array();
    for (const SourceFigure& each : one.says)
      says.push_back({{"source", each.source}, {"figure", each.figure}});
    trajectory["contradictions"].push_back({{"about", one.about}, {"says", says}, {"reading", one.reading}});
  }
  return trajectory;
}

void expect_same_text(const std::string& trajectory_json) {
  const Json trajectory = Json::parse(trajectory_json);
  const std::string in_english = projection_text(trajectory_json);
  const std::string in_chinese = projection_text(trajectory_json, Language::chinese);
  std::set<std::string> known = names_in(trajectory);
  known.insert(kept.begin(), kept.end());
  CHECK(english_in(in_chinese, known) == std::vector<std::string>{});
  const auto english = tables_in(in_english), chinese = tables_in(in_chinese);
  REQUIRE(english.size() == chinese.size());
  CHECK(english.size() > 2);
  for (std::size_t t = 0; t < english.size(); ++t) {
    REQUIRE(english[t].size() == chinese[t].size());
    for (std::size_t r = 1; r < english[t].size(); ++r) expect_same_figures(english[t][r], chinese[t][r]);
  }
  CHECK(ragged_columns(english) == std::vector<std::string>{});
  CHECK(ragged_columns(chinese) == std::vector<std::string>{});
}

}  // namespace

TEST_CASE("the text of a projection says in Chinese what it says in English") {
  expect_same_text(trajectory_of_library().dump());
}

TEST_CASE("figures in large units are counted in ten thousands, small ones one by one") {
  Json trajectory = Json::parse(file_text("tests/tools/data/projection/trajectory.json"));
  Json& servers = trajectory["quantities"][0];
  servers["unit"] = "M", servers["label"] = "Servers, mine";
  for (Json& value : servers["central"]) value = 8.562;
  CHECK(projection_text(trajectory.dump(), Language::chinese)
            .find("\u670d\u52a1\u5668\u6570\u91cf\uff08mine\uff09 \u4e07 ") != std::string::npos);
  for (Json& value : servers["central"]) value = 0.000005;
  const std::string few = projection_text(trajectory.dump(), Language::chinese);
  CHECK(few.find("\u670d\u52a1\u5668\u6570\u91cf\uff08mine\uff09 ") != std::string::npos);
  CHECK(few.find("\u670d\u52a1\u5668\u6570\u91cf\uff08mine\uff09 \u4e07") == std::string::npos);
}
