#include "scenarios/assumption_effects.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "models/contract.hpp"
#include "scenarios/inputs_json.hpp"
#include "scenarios/node.hpp"

namespace hubwatt {

using Json = nlohmann::ordered_json;

namespace {

constexpr double rounding = 1e-9;  // a figure that moves by less is one that does not

// Figures of a workload, and parts of a platform, that only places, dates and latencies follow from.
constexpr std::string_view of_places[] = {"checkpoint", "data_hub",        "dataset", "deferrable",
                                          "latency_limit", "response_target", "submit"};
constexpr std::string_view platform_of_places[] = {"link", "network"};
// Of a workload: weights of a choice, factors of a day, shares of origins.
constexpr std::string_view parts_of_whole[] = {"weight", "factor", "origin"};

bool is_any_of(std::span<const std::string> names, std::span<const std::string_view> known) {
  return std::any_of(names.begin(), names.end(), [&known](const std::string& name) {
    return std::find(known.begin(), known.end(), name) != known.end();
  });
}

// Known beforehand from any of its keys, as all are alike.
std::optional<NotTested::Reason> reason_not_to_test(const Assumption& assumption) {
  const auto path = keys_of_path(assumption.keys.front());
  HUBWATT_EXPECTS(path.has_value() && !path->empty());
  const std::span<const std::string> keys(*path);
  if (is_any_of(keys.first(1), platform_of_places)) return NotTested::Reason::places;
  const bool workload = keys.front() == "training" || keys.front() == "inference";
  if (!workload || keys.size() < 3) return std::nullopt;
  if (is_any_of(keys.subspan(2), of_places)) return NotTested::Reason::places;
  if (is_any_of(keys.subspan(2), parts_of_whole)) return NotTested::Reason::shares;
  return std::nullopt;
}

std::string_view name_of(NotTested::Reason reason) {
  switch (reason) {
    case NotTested::Reason::limits: return "limits";
    case NotTested::Reason::pools: return "pools";
    case NotTested::Reason::places: return "places";
    case NotTested::Reason::shares: return "shares";
  }
  HUBWATT_EXPECTS(false);
  return {};
}

}  // namespace

double AssumptionEffect::largest() const {
  double most = 0.0;
  for (const FigureChange& effect : effects) most = std::max(most, std::abs(effect.relative));
  return most;
}

AssumptionEffects assumption_effects(const Scenario& scenario, const RunResult& result) {
  SampledRun run(scenario, result);
  AssumptionEffects out;
  for (Assumption& assumption : estimates_of(scenario)) {
    if (const auto reason = reason_not_to_test(assumption)) {
      out.not_tested.push_back({std::move(assumption.name), *reason});
      continue;
    }
    const std::optional<Variation> variation = varied(scenario, assumption);
    if (!variation) {
      out.not_tested.push_back({std::move(assumption.name), NotTested::Reason::limits});
      continue;
    }
    auto effects = run.with(variation->platform, variation->workloads, assumption.keys);
    if (!effects) {
      out.not_tested.push_back({std::move(assumption.name), NotTested::Reason::pools});
      continue;
    }
    out.tested.push_back({std::move(assumption), variation->change, std::move(*effects)});
  }
  std::stable_sort(
      out.tested.begin(), out.tested.end(),
      [](const AssumptionEffect& a, const AssumptionEffect& b) { return a.largest() > b.largest(); });
  return out;
}

std::string assumptions_json(const AssumptionEffects& effects, const std::vector<InputUse>& inputs) {
  const InputLists lists(inputs);
  const auto use_of = [&inputs](const Assumption& assumption) {
    const auto found = std::find_if(inputs.begin(), inputs.end(),
                                    [&](const InputUse& use) { return use.key == assumption.keys.front(); });
    HUBWATT_EXPECTS(found != inputs.end());
    return *found;
  };
  Json names = Json::array(), reasons = Json::array(), moves = Json::array();
  for (const NotTested& one : effects.not_tested) {
    names.push_back(one.name);
    reasons.push_back(name_of(one.reason));
  }
  for (const AssumptionEffect& one : effects.tested) {
    if (one.largest() <= least_move) break;
    const InputUse use = use_of(one.assumption);
    const auto source = lists.source(use);
    Json moved = Json::object();
    for (const FigureChange& effect : one.effects)
      moved[std::string(effect.figure)] = std::abs(effect.relative) < rounding ? 0.0 : effect.relative;
    moves.push_back({{"name", one.assumption.name},
                     {"value", one.assumption.value},
                     {"change", one.change},
                     {"source", source ? Json(*source) : Json(nullptr)},
                     {"file", lists.file(use)},
                     {"line", use.line},
                     {"keys", one.assumption.keys},
                     {"effects", std::move(moved)}});
  }
  const Json out{{"tested", effects.tested.size()},
                 {"not_tested", std::move(names)},
                 {"not_tested_why", std::move(reasons)},
                 {"threshold", least_move},
                 {"held", {"places", "dates", "decisions"}},
                 {"moves", std::move(moves)}};
  return out.dump();
}

}  // namespace hubwatt
