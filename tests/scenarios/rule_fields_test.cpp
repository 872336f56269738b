// Rules of the catalogue are whole; entries that make no sense are refused.
#include "scenarios/rule_fields.hpp"

#include <algorithm>
#include <set>

#include "scenarios/toml_document.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

const std::string rule_keys =
    "[rule.a]\ntext = \"t\"\ntext_zh = \"t\"\nscope = \"hub\"\nindicator = \"pue\"\nlimit = 1.5\n"
    "direction = \"at-most\"\nsource = \"s\"\ndate = \"2024\"\nconfidence = \"official\"\n";
const std::string set_keys =
    "[reporting.a]\ntext = \"t\"\ntext_zh = \"t\"\nsource = \"s\"\ndate = \"2024\"\nconfidence = "
    "\"official\"\n"
    "indicators = [{ symbol = \"E\", about = \"a\", about_zh = \"a\", key = \"it_energy_kwh\" }]\n";

// What is wrong with a catalogue of this text: "key: problem" lines.
std::string mistakes_of(const std::string& toml) {
  auto parsed = parse_toml(toml, "catalogue/rules.toml");
  InputFiles files;
  Reading reading{.files = files, .folder = {}, .catalogue = std::get<Node>(std::move(parsed))};
  read_rules(reading);
  std::string out;
  for (const Diagnostic& mistake : reading.mistakes) out += mistake.key + ": " + mistake.problem + "\n";
  return out;
}

std::string with(std::string text, const std::string& what, const std::string& by) {
  return text.replace(text.find(what), what.size(), by);
}

}  // namespace

TEST_CASE("the rule book has every rule that hubs are held to, each with its words and source") {
  const RuleBook book = catalogue_rules();
  std::set<std::string> ids;
  for (const Rule& rule : book.rules) {
    ids.insert(rule.id);
    CHECK_FALSE(rule.text.empty());
    CHECK_FALSE(rule.text_zh.empty());
    CHECK_FALSE(rule.source.empty());
  }
  CHECK(ids == std::set<std::string>{"hub-pue-east", "hub-pue-west", "gb-40879-2021", "hub-rack-occupancy",
                                     "new-hub-green-power", "mean-pue", "mean-rack-occupancy", "hub-latency",
                                     "hub-availability", "city-latency", "region-latency",
                                     "national-latency"});
  REQUIRE(book.reporting.size() == 1);
  CHECK(book.reporting[0].indicators.size() == 24);
}

TEST_CASE("limits of the rule book are those of their documents") {
  std::map<std::string, double> limit;
  for (const Rule& rule : catalogue_rules().rules) limit[rule.id] = rule.limit;
  CHECK(limit["hub-pue-east"] == 1.25);
  CHECK(limit["hub-pue-west"] == 1.20);
  CHECK(limit["mean-pue"] == 1.5);
  CHECK(limit["hub-rack-occupancy"] == 0.65);
  CHECK(limit["mean-rack-occupancy"] == 0.60);
  CHECK(limit["new-hub-green-power"] == 0.80);
  CHECK(limit["hub-latency"] == 20.0);
  CHECK(limit["hub-availability"] == 0.999);
  CHECK(limit["city-latency"] == 1.0);
  CHECK(limit["region-latency"] == 5.0);
  CHECK(limit["national-latency"] == 20.0);
}

TEST_CASE("a rule that makes no sense is refused at its key") {
  CHECK(mistakes_of(rule_keys).empty());
  CHECK(mistakes_of(rule_keys + "sides = [\"east\"]\nnew_hubs = true\nyields_to = \"pue_limit\"\n").empty());
  const auto refused = [](const std::string& toml, const std::string& key) {
    CAPTURE(toml);
    CHECK(mistakes_of(toml).find(key) != std::string::npos);
  };
  refused(with(rule_keys, "\"pue\"", "\"pue_kind\""), "indicator");
  refused(with(rule_keys, "\"pue\"", "\"pew\""), "indicator");
  refused(with(rule_keys, "\"hub\"", "\"link\""), "indicator");
  refused(with(rule_keys, "\"hub\"", "\"moon\""), "scope");
  refused(with(rule_keys, "1.5", "-1.5"), "limit");
  refused(with(rule_keys, "at-most", "about"), "direction");
  refused(with(rule_keys, "\"official\"", "\"sure\""), "confidence");
  refused(with(rule_keys, "date = \"2024\"\n", ""), "date");
  refused(with(rule_keys, "source = \"s\"", "source = \"\""), "source");
  refused(with(rule_keys, "text_zh = \"t\"", "text_zh = \"\""), "text_zh");
  refused(rule_keys + "grades = [1.3, 1.2, 1.5]\n", "grades");
  refused(rule_keys + "grades = [1.2, 1.2, 1.5]\n", "grades");
  refused(rule_keys + "grades = [1.2, 1.4]\n", "grades");
  refused(with(rule_keys, "at-most", "at-least") + "grades = [1.2, 1.5]\n", "grades");
  refused(rule_keys + "sides = [\"north\"]\n", "sides");
  refused(rule_keys + "promise_up_to = \"5 ms\"\n", "promise_up_to");
  refused(with(rule_keys, "\"hub\"", "\"total\"") + "new_hubs = true\n", "new_hubs");
  refused(rule_keys + "penalty = 3\n", "penalty");
  const std::string service =
      with(with(rule_keys, "\"hub\"", "\"service\""), "\"pue\"", "\"nearest_hub_ms\"");
  CHECK(mistakes_of(service + "promise_above = \"1 ms\"\npromise_up_to = \"5 ms\"\n").empty());
  refused(service + "promise_above = \"5 ms\"\npromise_up_to = \"5 ms\"\n", "promise_up_to");
}

TEST_CASE("a reporting set names figures there are, and at least one") {
  CHECK(mistakes_of(set_keys).empty());
  CHECK(mistakes_of(with(set_keys, "it_energy_kwh", "its_energy")).find("key") != std::string::npos);
  CHECK(
      mistakes_of(set_keys.substr(0, set_keys.find("indicators")) + "indicators = []\n").find("indicators") !=
      std::string::npos);
  CHECK(mistakes_of(with(set_keys, "symbol = \"E\", ", "")).find("symbol") != std::string::npos);
}

}  // namespace hubwatt
