// The text report of a run, in English and in Chinese.
#include "tools/report.hpp"

#include <nlohmann/json.hpp>

#include "scenarios/csv.hpp"
#include "tests/support/catch.hpp"
#include "tests/tools/program.hpp"
#include "tests/tools/shown_tables.hpp"
#include "tests/tools/source_words.hpp"

using namespace hubwatt;
using namespace hubwatt::test;
using Json = nlohmann::ordered_json;

namespace {

// Units, symbols and names of standards, which Chinese writes as English does.
const std::set<std::string> kept = {"CFE", "CO2e", "Cao", "Zhang", "CUE",    "ERE", "ERF", "EU",
                                    "GB",  "GPU",  "GWh", "IT",    "ITEUsv", "J",   "MWh", "PUE",
                                    "TWh", "UPS",  "WUE", "iPUE",  "kW",     "kWh", "ms",  "token"};

struct Reports {
  Json summary, manifest;
  std::string english, chinese;
};

Reports reports_of(const std::string& scenario) {
  const Scratch at;
  const auto file = std::filesystem::absolute("scenarios/library/" + scenario);
  REQUIRE(run_program(at, "run '" + file.string() + "' --quiet -o one").exit_code == 0);
  const hubwatt::FinishedRun run = read_run(at.path() / "one");
  return {Json::parse(run.summary), Json::parse(run.manifest), report_text({run}),
          report_text({run}, Language::chinese)};
}

// What its files call things.
std::set<std::string> names_in(const Reports& reports) {
  std::set<std::string> out{reports.summary.at("name"), reports.manifest.at("engine")};
  for (const char* part : {"hubs", "inference", "network"})
    for (const auto& [name, value] : reports.summary.at(part).items()) out.insert(name);
  for (const Json& check : reports.summary.at("compliance")) out.insert(check.at("rule").get<std::string>());
  for (const auto& [decision, policy] : reports.manifest.at("policies").items())
    out.insert(policy.at("name").get<std::string>());
  return out;
}

// "1.20", "51.4 %"; none of a date or of two things.
std::optional<double> figure(const std::string& text) {
  const bool percent = text.size() > 2 && text.substr(text.size() - 2) == " %";
  return read_number(text.substr(0, text.size() - (percent ? 2 : 0)));
}

// The same figures cell by cell; money is in 10000 CNY where English has 1000.
void expect_same_figures(const std::vector<ShownTable>& english, const std::vector<ShownTable>& chinese) {
  REQUIRE(english.size() == chinese.size());
  std::size_t compared = 0;
  for (std::size_t t = 0; t < english.size(); ++t) {
    REQUIRE(english[t].size() == chinese[t].size());
    for (std::size_t r = 1; r < english[t].size(); ++r) {
      const ShownRow &a = english[t][r], &b = chinese[t][r];
      REQUIRE(a.size() == b.size());
      for (std::size_t c = 1; c < a.size(); ++c) {
        const auto said = figure(a[c].text), told = figure(b[c].text);
        INFO(a[c].text << " | " << b[c].text);
        CHECK(said.has_value() == told.has_value());
        if (!said || !told) continue;
        const bool money = english[t].front()[c].text.find("kCNY") != std::string::npos;
        if (money)
          CHECK(*told * 10.0 == Approx(*said).epsilon(2e-3).margin(0.006));
        else
          CHECK(a[c].text == b[c].text);
        ++compared;
      }
    }
  }
  CHECK(compared > 40);
}

void expect_same_report(const Reports& reports) {
  std::set<std::string> known = names_in(reports);
  known.insert(kept.begin(), kept.end());
  CHECK(english_in(reports.chinese, known) == std::vector<std::string>{});
  const auto english = tables_in(reports.english), chinese = tables_in(reports.chinese);
  expect_same_figures(english, chinese);
  CHECK(ragged_columns(english) == std::vector<std::string>{});
  CHECK(ragged_columns(chinese) == std::vector<std::string>{});
}

}  // namespace

TEST_CASE("the report of a run says in Chinese what it says in English") {
  expect_same_report(reports_of("hello.toml"));
}

TEST_CASE("outages, grades and plant of all kinds are reported in Chinese too") {
  const Reports reports = reports_of("plant-july.toml");
  CHECK_FALSE(reports.summary.at("outages").empty());
  expect_same_report(reports);
}

TEST_CASE("Chinese money is in yuan, tens of thousands or hundreds of millions") {
  const Scratch at;
  const auto file = std::filesystem::absolute("scenarios/library/hello.toml");
  REQUIRE(run_program(at, "run '" + file.string() + "' --quiet -o one").exit_code == 0);
  hubwatt::FinishedRun run = read_run(at.path() / "one");
  Json summary = Json::parse(run.summary);
  const auto told = [&](double cny) {
    summary["total"]["cost_cny"] = cny;
    run.summary = summary.dump();
    return report_text({run}, Language::chinese);
  };
  CHECK(told(358.3).find("\u8d39\u7528 358.3 \u5143") != std::string::npos);
  CHECK(told(3.583e6).find("\u8d39\u7528 358.3 \u4e07\u5143") != std::string::npos);
  CHECK(told(9.1872e9).find("\u8d39\u7528 91.87 \u4ebf\u5143") != std::string::npos);
}
