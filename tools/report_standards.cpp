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

std::string amount_words(const Json& change) {
  const std::string unit = change.at("unit").get<std::string>();
  if (unit == "kWh") return energy_words(change.at("amount").get<double>());
  const double amount = change.at("amount").get<double>();
  if (unit.empty() && amount == std::round(amount)) return fmt::format("{:.0f}", amount);  // a count
  return number(change.at("amount")) + (unit.empty() ? "" : " " + unit);
}

std::string changes_words(const Json& changes) {
  if (changes.is_null()) return "";
  std::string out;
  for (const Json& change : changes) {
    if (!out.empty()) out += "; ";
    out += change.at("what").get<std::string>() + ": " + amount_words(change);
  }
  return out;
}

std::string text_at(const Json& object, const char* key) {
  const Json& value = object.at(key);
  return value.is_null() ? "" : value.get<std::string>();
}

void add_row(TextTable& table, const Json& check, const std::string& place) {
  table.add({text_at(check, "rule"), place, number(check.at("limit")), number(check.at("value")),
             number(check.at("margin")), check.at("pass").get<bool>() ? "yes" : "NO",
             changes_words(check.at("to_pass"))});
}

// Checks of one rule: those that fail in a row each, those that pass in a row each or, where there are many, in one.
void add_rule(TextTable& table, const std::vector<const Json*>& checks) {
  std::vector<const Json*> met;
  for (const Json* check : checks) {
    if (check->at("pass").get<bool>())
      met.push_back(check);
    else
      add_row(table, *check, text_at(*check, "hub"));
  }
  if (met.size() <= most_rows_that_pass) {
    for (const Json* check : met) add_row(table, *check, text_at(*check, "hub"));
    return;
  }
  const Json& nearest = **std::min_element(met.begin(), met.end(), [](const Json* a, const Json* b) {
    return a->at("margin").get<double>() < b->at("margin").get<double>();
  });
  add_row(table, nearest,
          fmt::format("{} {}s, least: {}", met.size(), text_at(nearest, "scope"), text_at(nearest, "hub")));
}

// One line per rule: its words, its source.
std::string legend_line(const Json& check) {
  const std::string rule = text_at(check, "rule");
  if (check.at("date").is_null())
    return fmt::format("  {}: {} (the platform file)\n", rule, text_at(check, "text"));
  return fmt::format("  {}: {} ({}, {}; {})\n", rule, text_at(check, "text"), text_at(check, "source"),
                     text_at(check, "date"), text_at(check, "confidence"));
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

std::string scorecard(const Json& summary) {
  const Json& compliance = summary.at("compliance");
  TextTable table({"rule", "where", "limit", "value", "margin", "met", "what would have to change"});
  std::string legend;
  for (const std::string& rule : rules_of(compliance)) {
    std::vector<const Json*> checks;
    for (const Json& check : compliance)
      if (text_at(check, "rule") == rule) checks.push_back(&check);
    // Limits of a platform file may differ from hub to hub; one row for all would hide that.
    if (checks.front()->at("date").is_null())
      for (const Json* check : checks) add_row(table, *check, text_at(*check, "hub"));
    else
      add_rule(table, checks);
    legend += legend_line(*checks.front());
  }
  return table.empty() ? "" : "\nScorecard\n" + table.text() + legend;
}

std::string grade_table(const Json& summary) {
  TextTable table({"hub", "standard", "PUE", "grade", "better from", "what leads there"});
  for (const Json& grade : summary.at("standards").at("grades")) {
    table.add({text_at(grade, "hub"), text_at(grade, "rule"), number(grade.at("value")),
               grade.at("grade").is_null() ? "none" : std::to_string(grade.at("grade").get<int>()),
               number(grade.at("better_limit")), changes_words(grade.at("to_better"))});
  }
  return table.empty() ? "" : "\nEnergy grades\n" + table.text();
}

std::string accounts_table(const Json& summary) {
  TextTable table({"hub", "facility MWh", "| supply", "certificates", "counted", "left over", "green",
                   "| matched by the hour", "without grid", "with grid", "| t CO2e by location",
                   "by market"});
  const auto add = [&](const std::string& place, const Json& k) {
    if (k.at("facility_energy_kwh").get<double>() <= 0.0) return;
    const auto mwh = [&](const char* key) { return number(k.at(key), 1e-3); };
    const double supply = k.at("on_site_energy_kwh").get<double>() + k.at("direct_energy_kwh").get<double>() +
                          k.at("grid_attributes_kwh").get<double>();
    table.add({place, mwh("facility_energy_kwh"), number(supply, 1e-3), mwh("certificate_energy_kwh"),
               mwh("green_energy_kwh"), mwh("green_surplus_kwh"), percent(k.at("green_share")),
               mwh("matched_energy_kwh"), percent(k.at("cfe_score_without_grid")), percent(k.at("cfe_score")),
               mwh("carbon_location_kg"), mwh("carbon_market_kg")});
  };
  for (const auto& [id, kpis] : summary.at("hubs").items()) add(id, kpis);
  for (const auto& [side, kpis] : summary.at("sides").items()) add("[" + side + "]", kpis);
  add("[total]", summary.at("total"));
  return "\nGreen accounts in MWh: annual attributes | hourly matched | carbon\n" + table.text() +
         "  Attributes count up to a hub's own energy; what is left over covers no other hub.\n";
}

}  // namespace hubwatt
