// The declared formulas against what runs write: every figure is made of the terms it is said to be made of.
#include "scenarios/kpi_terms.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "scenarios/kpi.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/finished_run.hpp"

using namespace hubwatt;
using namespace hubwatt::test;
using Json = nlohmann::ordered_json;

namespace {

Json summary_of(const std::string& scenario, const std::vector<std::string>& overrides = {}) {
  return Json::parse(FinishedRun("scenarios/library/" + scenario + ".toml", overrides).text("summary.json"));
}

// Ids hold no dots.
const Json* found(const Json& in, const std::string& path) {
  const Json* at = &in;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    const std::string key = path.substr(begin, end - begin);
    if (!at->is_object() || !at->contains(key)) return nullptr;
    at = &at->at(key);
    begin = end + 1;
  }
  return at;
}

// A figure's term, of the table `own` or from the root; `hub` stands for `*`.
const Json* term(const Json& summary, const Json& own, std::string path, const std::string& hub) {
  if (const auto star = path.find(".*."); star != std::string::npos) path.replace(star + 1, 1, hub);
  return summary.contains(path.substr(0, path.find('.'))) && !found(own, path) ? found(summary, path)
                                                                               : found(own, path);
}

bool of_hubs_only(const KpiTerms& terms) {
  return terms.formula.find('*') != std::string_view::npos;
}

// Checks the formula of every figure of a table; gives how many there were.
int check_formulas(const Json& summary, const Json& own, KpiTable table, const std::string& hub) {
  int checked = 0;
  for (const KpiTerms& terms : kpi_terms()) {
    if (terms.table != table || terms.formula.empty() || (of_hubs_only(terms) && hub.empty())) continue;
    const Json* value = found(own, std::string(terms.key));
    if (value == nullptr || value->is_null()) continue;
    const KpiFormula formula = parsed_formula(terms.formula);
    double above = 0.0, size = 0.0, below = 1.0;
    for (const KpiTerm& each : formula.above) {
      const Json* part = term(summary, own, each.path, hub);
      INFO(terms.key << ": " << each.path);
      REQUIRE(part != nullptr);
      above += each.factor * part->get<double>();
      size = std::max(size, std::abs(each.factor * part->get<double>()));
    }
    for (const std::string& path : formula.below) below *= term(summary, own, path, hub)->get<double>();
    INFO(hub << " " << terms.key << " = " << terms.formula << ": " << above / below << " for "
             << value->dump());
    CHECK(std::abs(above / below - value->get<double>()) <= 1e-9 * std::abs(size / below));
    ++checked;
  }
  return checked;
}

// Hubs of each side, which the summary does not name.
using Sides = std::map<std::string, std::vector<std::string>>;

void check_sums(const Json& summary, const Sides& sides) {
  for (const KpiTerms& terms : kpi_terms()) {
    if (terms.over_hubs != OverHubs::sum) continue;
    const std::string key(terms.key);
    for (const auto& [place, hubs] : sides) {
      double sum = 0.0;
      for (const std::string& id : hubs) sum += summary.at("hubs").at(id).at(key).get<double>();
      INFO(place << "." << key);
      CHECK(*found(summary, place + "." + key) == Approx(sum).epsilon(1e-9).margin(1e-12));
    }
  }
}

void check_run(const Json& summary, const Sides& sides) {
  for (const auto& [id, kpis] : summary.at("hubs").items()) {
    CHECK(check_formulas(summary, kpis, KpiTable::place, id) >= 15);
    CHECK(check_formulas(summary, summary.at("ledger").at(id), KpiTable::ledger, id) == 5);
  }
  for (const auto& [place, hubs] : sides)
    check_formulas(summary, *found(summary, place), KpiTable::place, "");
  check_formulas(summary, summary.at("jobs"), KpiTable::jobs, "");
  for (const auto& [name, service] : summary.at("inference").items())
    check_formulas(summary, service, KpiTable::service, "");
  for (const auto& [id, link] : summary.at("network").items())
    check_formulas(summary, link, KpiTable::link, "");
  check_sums(summary, sides);
}

// Dotted keys of the figures of a table.
void collect(const Json& from, const std::string& prefix, std::set<std::string>& to) {
  for (const auto& [key, value] : from.items()) {
    if (value.is_object())
      collect(value, prefix + key + ".", to);
    else
      to.insert(prefix + key);
  }
}

}  // namespace

TEST_CASE("figures of hello are made of the terms that are declared") {
  check_run(summary_of("hello"), {{"total", {"horinger"}}, {"sides.west", {"horinger"}}});
}

TEST_CASE("figures of two hubs with all plant are made of the terms that are declared") {
  check_run(summary_of("plant-july"),
            {{"total", {"qingpu", "huailai"}}, {"sides.east", {"qingpu"}}, {"sides.west", {"huailai"}}});
}

TEST_CASE("figures of the national platform are made of the terms that are declared") {
  const Json summary = summary_of("national-2025", {"duration=36 h"});
  Sides sides;
  for (const auto& [id, kpis] : summary.at("hubs").items()) sides["total"].push_back(id);
  REQUIRE(sides["total"].size() == 14);
  check_run(summary, sides);
}

TEST_CASE("every figure of a run is declared") {
  const Json summary = summary_of("plant-july");
  std::map<KpiTable, std::set<std::string>> written;
  collect(summary.at("total"), "", written[KpiTable::place]);
  for (const auto& [id, kpis] : summary.at("hubs").items()) {
    Json figures = kpis;
    figures.erase("name");
    figures.erase("location");
    collect(figures, "", written[KpiTable::place]);
  }
  collect(summary.at("jobs"), "", written[KpiTable::jobs]);
  collect(summary.at("inference").at("chat"), "", written[KpiTable::service]);
  Json link = summary.at("network").at("qingpu-huailai");
  link.erase("ends");
  collect(link, "", written[KpiTable::link]);
  collect(summary.at("ledger").at("qingpu"), "", written[KpiTable::ledger]);

  std::map<KpiTable, std::set<std::string>> declared;
  for (const KpiTerms& terms : kpi_terms()) declared[terms.table].insert(std::string(terms.key));
  for (const auto& [table, keys] : written) CHECK(declared[table] == keys);
}

TEST_CASE("every figure says how it is made, and what it follows from is declared, too") {
  std::set<std::string> defined;
  for (const KpiField& field : kpi_fields()) defined.insert(field.key);
  const auto known = [](KpiTable table, const std::string& path) {
    if (path == "period.hours") return true;
    if (path.starts_with("ledger.*.")) return terms_of(KpiTable::ledger, path.substr(9)) != nullptr;
    if (path.starts_with("hubs.*.")) return terms_of(KpiTable::place, path.substr(7)) != nullptr;
    return terms_of(table, path) != nullptr;
  };
  for (const KpiTerms& terms : kpi_terms()) {
    INFO(terms.key);
    CHECK((!terms.formula.empty() || !terms.how.empty()));
    CHECK((terms.formula.empty() || terms.from.empty()));
    CHECK((terms.table == KpiTable::place && defined.count(std::string(terms.key)) > 0) ==
          terms.definition.empty());
    for (const std::string& path : split_words(terms.from)) CHECK(known(terms.table, path));
    for (const KpiTerm& each : parsed_formula(terms.formula).above) CHECK(known(terms.table, each.path));
    for (const std::string& path : parsed_formula(terms.formula).below) CHECK(known(terms.table, path));
  }
}

TEST_CASE("formulas are sums over products") {
  const KpiFormula sum = parsed_formula("- a + 2 b - c");
  REQUIRE(sum.above.size() == 3);
  CHECK((sum.above[0].path == "a" && sum.above[0].factor == -1.0));
  CHECK((sum.above[1].path == "b" && sum.above[1].factor == 2.0));
  CHECK((sum.above[2].path == "c" && sum.above[2].factor == -1.0));
  const KpiFormula ratio = parsed_formula("3.5 a / b / c");
  CHECK((ratio.above.size() == 1 && ratio.above[0].factor == 3.5));
  CHECK(ratio.below == std::vector<std::string>{"b", "c"});
  CHECK(parsed_formula("").above.empty());
}
