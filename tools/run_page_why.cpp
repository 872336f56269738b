#include "tools/run_page_why.hpp"

#include <fmt/format.h>

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

// "hub.horinger" and "cooling.fans.share": owners are few, and tails come again with every owner.
std::pair<std::string, std::string> split_key(const std::string& key) {
  const std::size_t first = key.find('.');
  const std::size_t second = first == std::string::npos ? first : key.find('.', first + 1);
  if (second == std::string::npos) return {"", key};
  return {key.substr(0, second), key.substr(second + 1)};
}

int place_of(const std::string& text, SharedRows& texts) {
  return text.empty() ? none : texts.place_of(text);
}

Json row_of(const RunInput& input, int source, SharedRows& texts) {
  const auto [owner, tail] = split_key(input.key);
  Json row{place_of(owner, texts),
           place_of(tail, texts),
           place_of(input.value, texts),
           place_of(input.file, texts),
           input.line,
           source,
           place_of(input.meaning, texts),
           place_of(input.by_default, texts)};
  while (row.back() == none) row.erase(row.size() - 1);
  return row;
}

Json move_of(const AssumptionMove& move, int source) {
  Json effects = Json::object();
  for (const auto& [key, effect] : move.effects) effects[key] = *read_number(fmt::format("{:.3g}", effect));
  return {{"name", move.name}, {"value", move.value}, {"change", move.change},        {"file", move.file},
          {"line", move.line}, {"source", source},    {"effects", std::move(effects)}};
}

}  // namespace

int SharedRows::place_of(const Json& row) {
  const auto [found, is_new] = places_.try_emplace(row.dump(), static_cast<int>(list_.size()));
  if (is_new) list_.push_back(row);
  return found->second;
}

Json PageInputs::add(const FinishedRun& run) {
  std::error_code problem;
  if (!std::filesystem::exists(run.directory / "inputs.json", problem)) return nullptr;
  const RunInputs inputs = read_run_inputs(run.directory);
  const auto source_of = [&](const std::optional<std::size_t>& at) {
    if (!at) return none;
    const InputSource& source = inputs.sources[*at];
    return sources_.place_of({source.entry, source.source, source.confidence});
  };
  Json ranges = Json::array();
  int next = none;
  for (const RunInput& input : inputs.inputs) {
    const int place = rows_.place_of(row_of(input, source_of(input.source), texts_));
    if (place == next)
      ranges.back().back() = ranges.back().back().get<int>() + 1;
    else
      ranges.push_back({place, 1});
    next = place + 1;
  }
  Json untested = Json::array();
  for (const UntestedAssumption& one : inputs.not_tested) untested.push_back({one.name, one.why});
  Json out{{"rows", std::move(ranges)},
           {"tested", inputs.tested},
           {"not_tested", std::move(untested)},
           {"threshold", inputs.threshold},
           {"moves", Json::array()}};
  for (const AssumptionMove& move : inputs.moves)
    out["moves"].push_back(move_of(move, source_of(move.source)));
  return out;
}

Json PageInputs::shared() const {
  Json terms = Json::array();
  for (const KpiTerms& each : kpi_terms())
    terms.push_back({table_name(each.table), each.key, each.unit, each.formula, each.how, each.from,
                     each.inputs, over_hubs_name(each.over_hubs), definition_of(each)});
  return {{"terms", std::move(terms)},
          {"sources", sources_.list()},
          {"texts", texts_.list()},
          {"rows", rows_.list()}};
}

}  // namespace hubwatt
