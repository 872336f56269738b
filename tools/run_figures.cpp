#include "tools/run_figures.hpp"

#include <nlohmann/json.hpp>

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

KpiValue value_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() ? std::optional(value.get<double>()) : std::nullopt;
}

std::vector<std::string> keys_of(const Json& table) {
  std::vector<std::string> out;
  for (const auto& [key, value] : table.items()) out.push_back(key);
  return out;
}

}  // namespace

RunFigures::RunFigures(const Json& summary, const std::map<std::string, std::vector<std::string>>& sides) {
  const std::vector<std::string> hubs = keys_of(summary.at("hubs"));
  add(summary.at("total"), {KpiTable::place, "total", "", hubs});
  for (const std::string& id : hubs)
    add(summary.at("hubs").at(id), {KpiTable::place, "hubs." + id, id, {id}});
  for (const auto& [side, kpis] : summary.at("sides").items()) {
    const auto members = sides.find(side);
    add(kpis, {KpiTable::place, "sides." + side, "",
               members == sides.end() ? std::vector<std::string>{} : members->second});
  }
  add(summary.at("jobs"), {KpiTable::jobs, "jobs", "", hubs});
  for (const auto& [name, service] : summary.at("inference").items())
    add(service, {KpiTable::service, "inference." + name, name, hubs});
  for (const auto& [id, link] : summary.at("network").items())
    add(link, {KpiTable::link, "network." + id, id, hubs});
  for (const auto& [id, book] : summary.at("ledger").items())
    add(book, {KpiTable::ledger, "ledger." + id, id, {id}});
  add(summary.at("period"), {KpiTable::period, "period", "", hubs});
  for (std::size_t i = 0; i < figures_.size(); ++i) by_path_.emplace(figures_[i].path, i);
}

// What no figure is declared of, such as names and places, is passed over.
void RunFigures::add(const Json& figures, const FigureTable& table, const std::string& prefix) {
  for (const auto& [key, value] : figures.items()) {
    if (value.is_object())
      add(value, table, prefix + key + ".");
    else if (const KpiTerms* terms = terms_of(table.kind, prefix + key))
      figures_.push_back({table.path + "." + prefix + key, table, terms, value_of(value)});
  }
}

const RunFigure* RunFigures::find(std::string_view path) const {
  const auto found = by_path_.find(path);
  return found == by_path_.end() ? nullptr : &figures_[found->second];
}

const RunFigure* RunFigures::term(const RunFigure& of, std::string_view path) const {
  std::string named(path);
  if (const auto star = named.find(".*."); star != std::string::npos) {
    if (!of.table.of_one_hub()) return nullptr;
    return find(named.replace(star + 1, 1, of.table.owner));
  }
  if (const RunFigure* own = find(of.table.path + "." + named)) return own;
  return find(named);
}

std::vector<std::string> RunFigures::paths() const {
  std::vector<std::string> out;
  for (const RunFigure& figure : figures_) out.push_back(figure.path);
  return out;
}

}  // namespace hubwatt
