#include "tools/report_standards.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "tools/report_figures.hpp"
#include "tools/text_table.hpp"

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_rows_that_pass = 3;  // of one rule in different places

std::string text_at(const Json& object, const char* key) {
  const Json& value = object.at(key);
  return value.is_null() ? "" : value.get<std::string>();
}

std::string amount_words(const Json& change) {
  const std::string unit = change.at("unit").get<std::string>();
  if (unit == "kWh") return energy_words(change.at("amount").get<double>());
  const double amount = change.at("amount").get<double>();
  if (unit.empty() && amount == std::round(amount)) return fmt::format("{:.0f}", amount);  // a count
  return number(change.at("amount")) + (unit.empty() ? "" : " " + unit);
}

// Rules bring their Chinese along: "text" and "text_zh".
std::string of_rule(const Words& words, const Json& object, const std::string& key) {
  const auto chinese = object.find(key + "_zh");
  const bool told = words.language() == Language::chinese && chinese != object.end() && chinese->is_string();
  return told ? chinese->get<std::string>() : text_at(object, key.c_str());
}

std::string changes_words(const Words& words, const Json& changes) {
  if (changes.is_null()) return "";
  std::string out;
  for (const Json& change : changes) {
    const std::string one = words.with("{}: {}", of_rule(words, change, "what"), amount_words(change));
    out = out.empty() ? one : words.with("{}; {}", out, one);
  }
  return out;
}

void add_row(TextTable& table, const Words& words, const Json& check, const std::string& place) {
  table.add({text_at(check, "rule"), place, number(check.at("limit")), number(check.at("value")),
             number(check.at("margin")),
             std::string(check.at("pass").get<bool>() ? words("yes") : words("NO")),
             changes_words(words, check.at("to_pass"))});
}

std::string place_of(const ReportedRun& run, const Json& check) {
  return run.of_scope(text_at(check, "scope"), text_at(check, "hub"));
}

// "4 links, least: east-west"
std::string many_places(const ReportedRun& run, std::size_t count, const Json& nearest) {
  const Words& words = run.words();
  const std::string scope = text_at(nearest, "scope"), least = place_of(run, nearest);
  if (scope == "hub") return words.with("{} hubs, least: {}", count, least);
  if (scope == "link") return words.with("{} links, least: {}", count, least);
  if (scope == "service") return words.with("{} services, least: {}", count, least);
  return words.with("{} places, least: {}", count, least);
}

// Checks of one rule: those that fail in a row each, those that pass in a row each or, where there are many, in one.
void add_rule(TextTable& table, const ReportedRun& run, const std::vector<const Json*>& checks) {
  std::vector<const Json*> met;
  for (const Json* check : checks) {
    if (check->at("pass").get<bool>())
      met.push_back(check);
    else
      add_row(table, run.words(), *check, place_of(run, *check));
  }
  if (met.size() <= most_rows_that_pass) {
    for (const Json* check : met) add_row(table, run.words(), *check, place_of(run, *check));
    return;
  }
  const Json& nearest = **std::min_element(met.begin(), met.end(), [](const Json* a, const Json* b) {
    return a->at("margin").get<double>() < b->at("margin").get<double>();
  });
  add_row(table, run.words(), nearest, many_places(run, met.size(), nearest));
}

// One line per rule: its words, its source.
std::string legend_line(const Words& words, const Json& check) {
  const std::string rule = text_at(check, "rule"), text = of_rule(words, check, "text");
  if (check.at("date").is_null())
    return fmt::format("  {}\n", words.with("{}: {} (the platform file)", rule, text));
  return fmt::format("  {}\n",
                     words.with("{}: {} ({}, {}; {})", rule, text, words.of_result(text_at(check, "source")),
                                text_at(check, "date"), words.of_result(text_at(check, "confidence"))));
}

// Names of rules in the order of their first check.
std::vector<std::string> rules_of(const Json& compliance) {
  std::vector<std::string> rules;
  for (const Json& check : compliance) {
    const std::string rule = text_at(check, "rule");
    if (std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(rule);
  }
  return rules;
}

}  // namespace

std::string scorecard(const ReportedRun& run) {
  const Words& words = run.words();
  const Json& compliance = run.summary().at("compliance");
  TextTable table(
      words.all({"rule", "where", "limit", "value", "margin", "met", "what would have to change"}));
  std::string legend;
  for (const std::string& rule : rules_of(compliance)) {
    std::vector<const Json*> checks;
    for (const Json& check : compliance)
      if (text_at(check, "rule") == rule) checks.push_back(&check);
    // Limits of a platform file may differ from hub to hub; one row for all would hide that.
    if (checks.front()->at("date").is_null())
      for (const Json* check : checks) add_row(table, words, *check, place_of(run, *check));
    else
      add_rule(table, run, checks);
    legend += legend_line(words, *checks.front());
  }
  return table.empty() ? "" : fmt::format("\n{}\n{}{}", words("Scorecard"), table.text(), legend);
}

std::string grade_table(const ReportedRun& run) {
  const Words& words = run.words();
  TextTable table(words.all({"hub", "standard", "PUE", "grade", "better from", "what leads there"}));
  for (const Json& grade : run.summary().at("standards").at("grades")) {
    table.add({run.hub(text_at(grade, "hub")), text_at(grade, "rule"), number(grade.at("value")),
               grade.at("grade").is_null() ? std::string(words("none"))
                                           : std::to_string(grade.at("grade").get<int>()),
               number(grade.at("better_limit")), changes_words(words, grade.at("to_better"))});
  }
  return table.empty() ? "" : fmt::format("\n{}\n{}", words("Energy grades"), table.text());
}

std::string accounts_table(const ReportedRun& run) {
  const Words& words = run.words();
  TextTable table(
      words.all({"hub", "facility MWh", "| supply", "certificates", "counted", "left over", "green",
                 "| matched by the hour", "without grid", "with grid", "| t CO2e by location", "by market"}));
  run.for_all_places([&](const std::string& place, const Json& k) {
    if (k.at("facility_energy_kwh").get<double>() <= 0.0) return;
    const auto mwh = [&](const char* key) { return number(k.at(key), 1e-3); };
    const double supply = k.at("on_site_energy_kwh").get<double>() + k.at("direct_energy_kwh").get<double>() +
                          k.at("grid_attributes_kwh").get<double>();
    table.add({place, mwh("facility_energy_kwh"), number(supply, 1e-3), mwh("certificate_energy_kwh"),
               mwh("green_energy_kwh"), mwh("green_surplus_kwh"), percent(k.at("green_share")),
               mwh("matched_energy_kwh"), percent(k.at("cfe_score_without_grid")), percent(k.at("cfe_score")),
               mwh("carbon_location_kg"), mwh("carbon_market_kg")});
  });
  return fmt::format(
      "\n{}\n{}  {}\n", words("Green accounts in MWh: annual attributes | hourly matched | carbon"),
      table.text(),
      words("Attributes count up to a hub's own energy; what is left over covers no other hub."));
}

}  // namespace hubwatt
