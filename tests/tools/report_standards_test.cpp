#include "tools/report_standards.hpp"

#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

using Json = nlohmann::ordered_json;

Json check(const char* rule, const char* place, double margin, Json to_pass = nullptr) {
  return {{"rule", rule},           {"hub", place},         {"limit", 20.0},
          {"value", 20.0 - margin}, {"margin", margin},     {"pass", margin >= 0.0},
          {"source", "an office"},  {"date", "2024-07"},    {"confidence", "official"},
          {"scope", "link"},        {"text", "at most 20"}, {"to_pass", std::move(to_pass)}};
}

Json change(const char* what, double amount, const char* unit) {
  return {{"what", what}, {"amount", amount}, {"unit", unit}};
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the scorecard says what would have to change, and where a rule comes from") {
  Json summary;
  summary["compliance"] = {
      check("a", "one", -3.0,
            {change("energy to save", 2.5e6, "kWh"), change("delay to take off", 3.0, "ms")}),
      check("b", "two", -1.0, {change("racks to fill", 5.0, "")}), check("c", "three", 0.0)};
  const std::string text = scorecard(summary);
  CHECK(has(text, "NO   energy to save: 2.500 GWh; delay to take off: 3.000 ms\n"));
  CHECK(has(text, "NO   racks to fill: 5\n"));
  CHECK(has(text, "c     three  20.00  20.00       0  yes\n"));
  CHECK(has(text, "  a: at most 20 (an office, 2024-07; official)\n"));
  summary["compliance"] = Json::array();
  CHECK(scorecard(summary).empty());
}

TEST_CASE("where a rule is met in many places, one row tells the least margin, and each miss has its own") {
  Json summary;
  for (const double margin : {4.0, 2.0, 5.0, 3.0})
    summary["compliance"].push_back(check("a", "good", margin));
  summary["compliance"][1]["hub"] = "nearest";
  summary["compliance"].push_back(check("a", "bad", -1.0, {change("delay to take off", 1.0, "ms")}));
  const std::string text = scorecard(summary);
  CHECK(has(text, "4 links, least: nearest"));
  CHECK(has(text, " bad "));
  CHECK_FALSE(has(text, " good "));
}

TEST_CASE("limits of a platform file keep a row each, and say so") {
  Json summary;
  for (int i = 0; i < 6; ++i) {
    summary["compliance"].push_back(check("pue_limit", "hub", 1.0));
    summary["compliance"].back()["date"] = nullptr;
    summary["compliance"].back()["confidence"] = nullptr;
  }
  const std::string text = scorecard(summary);
  CHECK_FALSE(has(text, "least"));
  CHECK(has(text, "pue_limit: at most 20 (the platform file)\n"));
}

TEST_CASE("a grade is told with what leads to the better one") {
  Json summary;
  summary["standards"]["grades"] = {{{"rule", "gb"},
                                     {"hub", "one"},
                                     {"value", 1.25},
                                     {"grade", 2},
                                     {"better_limit", 1.2},
                                     {"to_better", {change("cooling energy to save", 10.0, "kWh")}}},
                                    {{"rule", "gb"},
                                     {"hub", "two"},
                                     {"value", 1.7},
                                     {"grade", nullptr},
                                     {"better_limit", 1.5},
                                     {"to_better", nullptr}}};
  const std::string text = grade_table(summary);
  CHECK(has(text, "1.250  2            1.200  cooling energy to save: 10.000 kWh\n"));
  CHECK(has(text, "1.700  none"));
  summary["standards"]["grades"] = Json::array();
  CHECK(grade_table(summary).empty());
}

TEST_CASE("the three green accounts stand side by side, for hubs with energy") {
  Json kpis;
  for (const char* key : {"on_site_energy_kwh", "direct_energy_kwh", "grid_attributes_kwh"})
    kpis[key] = 2000.0;
  kpis["facility_energy_kwh"] = 100e3;
  kpis["certificate_energy_kwh"] = 40e3;
  kpis["green_energy_kwh"] = 46e3;
  kpis["green_surplus_kwh"] = 0.0;
  kpis["green_share"] = 0.46;
  kpis["matched_energy_kwh"] = 3900.0;
  kpis["cfe_score_without_grid"] = 0.039;
  kpis["cfe_score"] = 0.25;
  kpis["carbon_location_kg"] = 48e3;
  kpis["carbon_market_kg"] = 28e3;
  Json dark = kpis;
  dark["facility_energy_kwh"] = 0.0;
  const Json summary = {
      {"hubs", {{"one", kpis}, {"dark", dark}}}, {"sides", {{"west", kpis}}}, {"total", kpis}};
  const std::string text = accounts_table(summary);
  for (const char* part : {"[west]", "[total]", "6.000", "40.00", "46.00", "46.0 %", "3.900", "3.9 %",
                           "25.0 %", "48.00", "28.00"})
    CHECK(has(text, part));
  CHECK_FALSE(has(text, "dark"));
}

}  // namespace hubwatt
