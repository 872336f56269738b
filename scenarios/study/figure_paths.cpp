#include "scenarios/study/figure_paths.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "scenarios/kpi.hpp"
#include "scenarios/kpi_terms.hpp"

namespace hubwatt {
namespace {

using Json = nlohmann::ordered_json;
using Figures = std::vector<std::pair<std::string, double>>;

// What no figure is declared of, such as places, is passed over.
void add(const Json& table, KpiTable kind, const std::string& path, const std::string& prefix, Figures& out) {
  for (const auto& [key, value] : table.items()) {
    if (value.is_object())
      add(value, kind, path, prefix + key + ".", out);
    else if (value.is_number() && terms_of(kind, prefix + key) != nullptr)
      out.emplace_back(path + "." + prefix + key, value.get<double>());
  }
}

void add_each(const Json& summary, const char* list, KpiTable kind, Figures& out) {
  for (const auto& [id, table] : summary.at(list).items())
    add(table, kind, std::string(list) + "." + id, "", out);
}

// Told of a hub by itself, as the wear of its battery.
bool of_hubs_only(const KpiTerms& terms) {
  const auto fields = kpi_fields();
  return std::none_of(fields.begin(), fields.end(),
                      [&](const KpiField& field) { return terms.key == field.key; });
}

bool is_number(const KpiTerms& terms) {
  const auto fields = kpi_fields();
  return terms.table != KpiTable::place ||
         std::none_of(fields.begin(), fields.end(), [&](const KpiField& field) {
           return terms.key == field.key && std::holds_alternative<std::string>(field.value(KpiInput{}));
         });
}

}  // namespace

Figures figures_of_summary(std::string_view summary_json) {
  const Json summary = Json::parse(summary_json);
  Figures out;
  add(summary.at("total"), KpiTable::place, "total", "", out);
  for (const char* list : {"hubs", "sides"}) add_each(summary, list, KpiTable::place, out);
  add(summary.at("jobs"), KpiTable::jobs, "jobs", "", out);
  add_each(summary, "inference", KpiTable::service, out);
  add_each(summary, "network", KpiTable::link, out);
  add_each(summary, "ledger", KpiTable::ledger, out);
  add(summary.at("period"), KpiTable::period, "period", "", out);
  std::size_t kept = 0;
  const Json& rules = summary.at("compliance");
  for (const Json& rule : rules) kept += rule.at("pass").get<bool>() ? 1 : 0;
  out.emplace_back("compliance.kept", static_cast<double>(kept));
  out.emplace_back("compliance.missed", static_cast<double>(rules.size() - kept));
  return out;
}

void FigureOwners::add(const Scenario& scenario) {
  for (const Hub& hub : scenario.platform.hubs) hubs.insert(hub.id);
  for (const InferenceService& service : scenario.inference) services.insert(service.name);
  for (const Link& link : scenario.platform.links) links.insert(link.id);
}

std::vector<std::string> known_figures(const FigureOwners& owners) {
  std::vector<std::string> out;
  const auto add_tables = [&out](KpiTable kind, const std::string& list, const std::set<std::string>& ids) {
    for (const std::string& id : ids)
      for (const KpiTerms& terms : kpi_terms())
        if (terms.table == kind && is_number(terms))
          out.push_back(list + "." + id + "." + std::string(terms.key));
  };
  for (const KpiTerms& terms : kpi_terms()) {
    if (!is_number(terms)) continue;
    const std::string key(terms.key);
    if (terms.table == KpiTable::jobs) out.push_back("jobs." + key);
    if (terms.table == KpiTable::period) out.push_back("period." + key);
    if (terms.table != KpiTable::place || of_hubs_only(terms)) continue;
    for (const char* table : {"total.", "sides.east.", "sides.west."}) out.push_back(table + key);
  }
  add_tables(KpiTable::place, "hubs", owners.hubs);
  add_tables(KpiTable::service, "inference", owners.services);
  add_tables(KpiTable::link, "network", owners.links);
  add_tables(KpiTable::ledger, "ledger", owners.hubs);
  out.insert(out.end(), {"compliance.kept", "compliance.missed"});
  return out;
}

}  // namespace hubwatt
