#include <cmath>

#include "models/random.hpp"
#include "models/units.hpp"
#include "scenarios/platform_reader.hpp"
#include "scenarios/projection/economy_fields.hpp"
#include "scenarios/projection/economy_result.hpp"
#include "scenarios/toml_document.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

struct Read {
  std::optional<EconomySettings> settings;
  std::vector<Diagnostic> mistakes;
};

// The table [economy] of a file.
Read read(std::string_view toml) {
  InputFiles files;
  Reading reading{.files = files, .folder = {}, .catalogue = read_catalogue()};
  auto root = parse_toml(toml, "economy.toml");
  REQUIRE(std::holds_alternative<Node>(root));
  Read out;
  out.settings = read_form(*std::get<Node>(root).find("economy"), form_of<EconomySettings>(), reading);
  out.mistakes = std::move(reading.mistakes);
  return out;
}

EconomySettings settings_of(std::string_view toml) {
  Read found = read(toml);
  for (const Diagnostic& mistake : found.mistakes) UNSCOPED_INFO(mistake.text());
  REQUIRE(found.mistakes.empty());
  return *found.settings;
}

std::string mistake_of(std::string_view toml) {
  const Read found = read(toml);
  REQUIRE(found.mistakes.size() == 1);
  return found.mistakes.front().text();
}

// The claims in whose source and text all of the words stand.
std::vector<EconomyClaim> claims_with(const std::vector<EconomyClaim>& all, std::vector<std::string> words) {
  std::vector<EconomyClaim> out;
  for (const EconomyClaim& claim : all) {
    bool has = true;
    const std::string text = claim.source + ": " + claim.claim;
    for (const std::string& word : words) has = has && text.find(word) != std::string::npos;
    if (has) out.push_back(claim);
  }
  return out;
}

double figure_of(const std::vector<EconomyClaim>& all, std::vector<std::string> words) {
  const auto found = claims_with(all, std::move(words));
  REQUIRE(found.size() == 1);
  return found.front().figure;
}

// Two regions with a figure for each indicator, then what stands in [economy.index].
std::string index_with(std::string_view more) {
  std::string out = "[economy.index]\n" + std::string(more) + "\n";
  for (const std::string region : {"one", "two"}) {
    out += "[[economy.index.region]]\nname = \"" + region + "\"\nfigures = { ";
    for (const std::string id :
         {"server-compute", "ai-server-compute", "supercomputer-compute", "device-output", "chip-output",
          "software-revenue", "patents-filed", "patents-granted", "computer-research", "outbound-bandwidth",
          "it-spending", "open-data-index", "digital-industry"})
      out += id + " = " + (region == "one" ? "3" : "2") + ", ";
    out += "ministry-cases = " + std::string(region == "one" ? "1" : "5") + " }\n";
  }
  return out;
}

}  // namespace

TEST_CASE("regressions claim their printed elasticities for one per cent more computing") {
  const auto all = economy_claims(settings_of("[economy]"), 2024, {});
  CHECK(figure_of(all, {"fixed effects", "GDP where computing is 1 % more"}) == 0.0426);
  CHECK(figure_of(all, {"1 %", "low GDP"}) == -0.3609);
  CHECK(figure_of(all, {"1 %", "high GDP"}) == 0.0286);
  CHECK(figure_of(all, {"1 %", "2021", "other cities"}) == 0.0162);
  CHECK(figure_of(all, {"1 %", "2021", "a hub's cities"}) == Approx(0.0271).epsilon(1e-12));
  CHECK(figure_of(all, {"contradiction", "0.0426"}) == 0.426);
  CHECK(figure_of(all, {"contradiction", "0.0109"}) == 0.109);
  CHECK(claims_with(all, {"not significant in 2020 and 2022"}).size() == 3);
  CHECK(claims_with(all, {"computing x"}).empty());
}

TEST_CASE("the regressions of the catalogue have the coefficients of the annex") {
  const EconomySettings settings = settings_of("[economy]");
  REQUIRE(settings.cities.size() == 2);
  const CityRegression& panel = settings.cities[0];
  const std::vector<double> logs = {1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0};
  CHECK(predicted_log_gdp(panel, logs, City::other) ==
        Approx(5.2590 + 0.0426 - 2 * 0.0227 + 3 * 0.1068 - 4 * 0.0494 + 5 * 0.0041 - 6 * 0.0354 - 7 * 0.0238 +
               8 * 0.0120 + 9 * 0.0349));
  CHECK(predicted_log_gdp(settings.cities[1], logs, City::hub) ==
        Approx(7.7109 + 0.0162 + 0.0109 + 2 * 0.0479 - 3 * 0.1075 + 4 * 0.0161 - 5 * 0.0170 - 6 * 0.0209 +
               7 * 0.1155 + 8 * 0.0109 + 9 * 0.0833));
}

TEST_CASE("over a trajectory an elasticity acts on the ratio of computing, in money where GDP is told") {
  const double compute[] = {300.0, 500.0, 400.0, 450.0};
  const auto all = economy_claims(settings_of("[economy]\ngdp = \"134.9e12 CNY\""), 2024, compute);
  const double change = std::pow(1.5, 0.0426) - 1.0;
  CHECK(figure_of(all, {"fixed effects", "2024 to 2027, computing x 1.5"}) ==
        Approx(100.0 * change).epsilon(1e-12));
  CHECK(figure_of(all, {"fixed effects", "per year"}) ==
        Approx(100.0 * (std::pow(1.5, 0.0426 / 3.0) - 1.0)).epsilon(1e-9));
  CHECK(figure_of(all, {"money of the first year"}) == Approx(134900.0 * change).epsilon(1e-12));
  CHECK(claims_with(all, {"far outside"}).empty());
  const double sixfold[] = {1.0, 6.0};
  CHECK(claims_with(economy_claims(settings_of("[economy]"), 2024, sixfold), {"far outside"}).size() == 5);
  const double nothing[] = {0.0, 6.0};
  CHECK(claims_with(economy_claims(settings_of("[economy]"), 2024, nothing), {"computing x"}).empty());
}

TEST_CASE("index slopes are told per point, or for the points that the file tells") {
  const auto one = economy_claims(settings_of("[economy]"), 2024, {});
  CHECK(figure_of(one, {"CAICT", ": GDP where the index is one point more, after 1 to 3 years, in money"}) ==
        Approx(118.8));
  CHECK(figure_of(one, {"one point", "CAICT", "core digital industry", "in money"}) == Approx(12.9));
  CHECK(figure_of(one, {"Liu", "GDP where"}) == Approx(1.8));
  CHECK(figure_of(one, {"Liu", "contradiction", "GDP"}) == Approx(0.18));
  CHECK(figure_of(one, {"Zhang", "contradiction"}) == Approx(0.36));
  const auto five = economy_claims(settings_of("[economy]\nindex_points = 5"), 2024, {});
  CHECK(figure_of(five, {"5 points", "CAICT", "core digital", "in money"}) == Approx(64.5));
  CHECK(figure_of(five, {"5 points", "Liu", "digital economy where"}) == Approx(16.5));
}

TEST_CASE("the growth model of a file is the worked example or what the file makes of it") {
  const auto example = economy_claims(settings_of("[economy]\ngrowth = \"worked-example\""), 2024, {});
  CHECK(figure_of(example, {"steady growth"}) == Approx(6.67391).epsilon(1e-6));
  CHECK(figure_of(example, {"more of investment"}) == Approx(0.0086957).epsilon(1e-5));
  CHECK(figure_of(example, {"above which"}) == Approx(0.0920).epsilon(1e-9));
  const auto more = economy_claims(
      settings_of("[economy]\ngrowth = { entry = \"worked-example\", computing_part = 0.3 }"), 2024, {});
  CHECK(figure_of(more, {"steady growth"}) == Approx(6.67391 + 0.086957).epsilon(1e-5));
}

TEST_CASE("the development index of the catalogue has 5 groups, 13 parts and 14 indicators") {
  const EconomySettings settings = settings_of(index_with(""));
  const DevelopmentIndex& index = settings.index->index;
  CHECK(index.groups.size() == 5);
  CHECK(branches_of(index).size() == 1 + 5 + 13);
  CHECK(indicators_of(index).size() == 14);
  CHECK(index.groups[0].name == "算力规模");
  CHECK(index.groups[0].english == "scale of computing");
}

TEST_CASE("an index is scored with judged weights, and says which branches nobody judges") {
  const auto equal = economy_claims(settings_of(index_with("")), 2024, {});
  // best in all but the cases, which are a half of a fifth
  CHECK(figure_of(equal, {"score of one"}) == Approx(90.0));
  CHECK(figure_of(equal, {"score of two"}) == Approx(10.0));
  CHECK(figure_of(equal, {"nobody judges"}) == 1 + 5 + 1);  // the groups, their parts, the two patents
  const auto judged =
      economy_claims(settings_of(index_with(
                         "judgement = [ { matrix = [[1, 1, 1, 1, \"1/4\"], [1, 1, 1, 1, \"1/4\"], [1, 1, 1, "
                         "1, \"1/4\"], [1, 1, 1, 1, 0.25], [4, 4, 4, 4, 1]] }, { of = \"application\", "
                         "matrix = [[1, 3], [\"1/3\", 1]] } ]")),
                     2024, {});
  CHECK(figure_of(judged, {"score of two"}) == Approx(100.0 * 0.5 * 0.25));
  CHECK(figure_of(judged, {"consistency", "the groups"}) == Approx(0.0).margin(1e-9));
  CHECK(figure_of(judged, {"nobody judges"}) == 5);
}

TEST_CASE("an economy that says nonsense gets a message that says what is wrong") {
  using Catch::Matchers::Contains;
  CHECK_THAT(mistake_of("[economy]\ncities = [\"towns\"]"),
             Contains("no 'towns'") && Contains("city_regression"));
  CHECK_THAT(mistake_of("[economy]\ngrowth = { entry = \"worked-example\", capital_share = 0.8 }"),
             Contains("leaves services no share"));
  CHECK_THAT(mistake_of("[economy]\ngdp = 134"), Contains("bare number"));
  CHECK_THAT(mistake_of(index_with("judgement = [ { matrix = [[1, 2], [1, 1]] } ]")),
             Contains("the other way"));
  CHECK_THAT(mistake_of(index_with("judgement = [ { matrix = [[1, 2], [0.5, 1]] } ]")),
             Contains("is to judge 5") && Contains("'scale'"));
  CHECK_THAT(mistake_of(index_with("judgement = [ { of = \"scael\", matrix = [[1]] } ]")),
             Contains("'scale'"));
  CHECK_THAT(
      mistake_of(index_with("judgement = [ { of = \"scale\", matrix = [[1, 3, \"1/3\"], [\"1/3\", 1, 3], "
                            "[3, \"1/3\", 1]] } ]")),
      Contains("consistency ratio 1.1") && Contains("look again"));
  CHECK_THAT(mistake_of(index_with(
                 "judgement = [ { of = \"scale\", matrix = [[1, 30, 1], [1, 1, 1], [1, 1, 1]] } ]")),
             Contains("out of range"));
  CHECK_THAT(
      mistake_of(index_with("judgement = [ { of = \"scale\", matrix = [[1, 1], [1, 1, 1], [1, 1, 1]] } ]")),
      Contains("2 entries"));
  CHECK_THAT(mistake_of("[economy.index]\nregion = [ { name = \"one\", figures = {} } ]"),
             Contains("fewer than two"));
  std::string missing = index_with("");
  missing.replace(missing.rfind("device-output"), 13, "device-uotput");
  const Read found = read(missing);
  REQUIRE(found.mistakes.size() == 2);
  CHECK_THAT(found.mistakes[0].text(), Contains("did you mean 'device-output'"));
  CHECK_THAT(found.mistakes[1].text(), Contains("another index"));
}

TEST_CASE("claims are printed under their sources") {
  const std::string text = economy_text(economy_claims(settings_of("[economy]"), 2024, {}));
  CHECK(text.find("(2025-09); 336 cities in 31 provinces, 2017 to 2022, fixed effects\n") !=
        std::string::npos);
  CHECK(text.find("  0.0426 %") != std::string::npos);
}

}  // namespace hubwatt
