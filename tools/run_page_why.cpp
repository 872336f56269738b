#include "tools/run_page_why.hpp"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "scenarios/csv.hpp"
#include "scenarios/kpi_terms.hpp"
#include "tools/run_inputs.hpp"
#include "tools/why_json.hpp"

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

constexpr int none = -1;

const char* table_name(KpiTable table) {
  switch (table) {
    case KpiTable::place:
      return "place";
    case KpiTable::jobs:
      return "jobs";
    case KpiTable::service:
      return "inference";
    case KpiTable::link:
      return "network";
    case KpiTable::ledger:
      return "ledger";
    case KpiTable::period:
      return "period";
  }
  return "";
}

// Texts, each once.
class Texts {
 public:
  int place_of(const std::string& text) {
    if (text.empty()) return none;
    const auto [found, is_new] = places_.try_emplace(text, static_cast<int>(list_.size()));
    if (is_new) list_.push_back(text);
    return found->second;
  }
  const Json& list() const { return list_; }

 private:
  std::map<std::string, int> places_;
  Json list_ = Json::array();
};

// "hub.horinger" and "cooling.fans.share": owners are few, and tails come again with every owner.
std::pair<std::string, std::string> split_key(const std::string& key) {
  const std::size_t first = key.find('.');
  const std::size_t second = first == std::string::npos ? first : key.find('.', first + 1);
  if (second == std::string::npos) return {"", key};
  return {key.substr(0, second), key.substr(second + 1)};
}

Json row_of(const RunInput& input, Texts& texts) {
  const auto [owner, tail] = split_key(input.key);
  const int source = input.source ? static_cast<int>(*input.source) : none;
  Json row{texts.place_of(owner),
           texts.place_of(tail),
           texts.place_of(input.value),
           texts.place_of(input.file),
           input.line,
           source,
           texts.place_of(input.meaning),
           texts.place_of(input.by_default)};
  while (row.back() == none) row.erase(row.size() - 1);
  return row;
}

Json move_of(const AssumptionMove& move) {
  Json effects = Json::object();
  for (const auto& [key, effect] : move.effects) effects[key] = *read_number(fmt::format("{:.3g}", effect));
  return {{"name", move.name},
          {"value", move.value},
          {"change", move.change},
          {"file", move.file},
          {"line", move.line},
          {"source", move.source ? static_cast<int>(*move.source) : none},
          {"effects", std::move(effects)}};
}

}  // namespace

Json page_terms() {
  Json out = Json::array();
  for (const KpiTerms& terms : kpi_terms())
    out.push_back({table_name(terms.table), terms.key, terms.unit, terms.formula, terms.how, terms.from,
                   terms.inputs, over_hubs_name(terms.over_hubs), definition_of(terms)});
  return out;
}

Json page_inputs(const FinishedRun& run) {
  std::error_code problem;
  if (!std::filesystem::exists(run.directory / "inputs.json", problem)) return nullptr;
  const RunInputs inputs = read_run_inputs(run.directory);
  Json out;
  out["sources"] = Json::array();
  for (const InputSource& source : inputs.sources)
    out["sources"].push_back({source.entry, source.source, source.confidence});
  Texts texts;
  Json rows = Json::array();
  for (const RunInput& input : inputs.inputs) rows.push_back(row_of(input, texts));
  out["texts"] = texts.list();
  out["rows"] = std::move(rows);
  out["tested"] = inputs.tested;
  out["not_tested"] = Json::array();
  for (const UntestedAssumption& one : inputs.not_tested) out["not_tested"].push_back({one.name, one.why});
  out["threshold"] = inputs.threshold;
  out["moves"] = Json::array();
  for (const AssumptionMove& move : inputs.moves) out["moves"].push_back(move_of(move));
  return out;
}

}  // namespace hubwatt
