#include "tools/why_json.hpp"

#include <nlohmann/json.hpp>

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

Json value_json(const RunFigure& figure) {
  if (const auto* text = std::get_if<std::string>(&figure.value)) return *text;
  const auto& number = std::get<std::optional<double>>(figure.value);
  return number ? Json(*number) : Json(nullptr);
}

Json or_null(const std::optional<double>& value) {
  return value ? Json(*value) : Json(nullptr);
}
Json or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

const char* role_name(TermRole role) {
  switch (role) {
    case TermRole::figure:
      return "figure";
    case TermRole::summand:
      return "summand";
    case TermRole::divisor:
      return "divisor";
    case TermRole::followed:
      return "followed";
  }
  return "";
}

Json term_json(const WhyTerm& term) {
  const KpiTerms& terms = *term.figure->terms;
  Json out{{"path", term.figure->path},
           {"value", value_json(*term.figure)},
           {"unit", terms.unit},
           {"role", role_name(term.role)}};
  if (term.role == TermRole::summand) out["factor"] = term.factor;
  if (term.share) out["share"] = *term.share;
  if (!terms.formula.empty()) out["formula"] = terms.formula;
  if (!terms.how.empty()) out["how"] = terms.how;
  if (term.told_above) out["told_above"] = true;
  out["parts"] = Json::array();
  for (const WhyTerm& part : term.parts) out["parts"].push_back(term_json(part));
  return out;
}

Json source_json(const RunInputs& inputs, const std::optional<std::size_t>& at) {
  if (!at) return nullptr;
  const InputSource& source = inputs.sources[*at];
  return {{"entry", or_null(source.entry)}, {"source", source.source}, {"confidence", source.confidence}};
}

}  // namespace

const char* over_hubs_name(OverHubs over) {
  switch (over) {
    case OverHubs::sum:
      return "sum";
    case OverHubs::formula:
      return "formula";
    case OverHubs::mean:
      return "mean";
    case OverHubs::joint:
      return "joint";
    case OverHubs::same:
      return "same";
  }
  return "";
}

Json why_json(const ExplainedRun& run, const Why& why) {
  const RunFigure& figure = *why.term.figure;
  const RunInputs& inputs = run.inputs();
  Json out{{"path", figure.path},          {"value", value_json(figure)},
           {"unit", figure.terms->unit},   {"definition", definition_of(*figure.terms)},
           {"terms", term_json(why.term)}, {"over_hubs", over_hubs_name(figure.terms->over_hubs)}};
  out["hubs"] = Json::array();
  for (const HubShare& hub : why.hubs)
    out["hubs"].push_back(
        {{"path", hub.figure->path}, {"value", value_json(*hub.figure)}, {"share", or_null(hub.share)}});
  out["inputs"] = Json::array();
  for (const std::size_t at : why.inputs) {
    const RunInput& input = inputs.inputs[at];
    out["inputs"].push_back({{"key", input.key},
                             {"value", input.value},
                             {"file", or_null(input.file)},
                             {"line", input.line},
                             {"meaning", or_null(input.meaning)},
                             {"default", or_null(input.by_default)},
                             {"source", source_json(inputs, input.source)}});
  }
  out["estimates"] = Json::array();
  for (const std::size_t at : why.estimates) out["estimates"].push_back(source_json(inputs, at));
  return out;
}

Json moves_json(const RunInputs& inputs) {
  Json names = Json::array(), reasons = Json::array();
  for (const UntestedAssumption& one : inputs.not_tested)
    names.push_back(one.name), reasons.push_back(or_null(one.why));
  Json out{{"tested", inputs.tested},
           {"not_tested", std::move(names)},
           {"not_tested_why", std::move(reasons)},
           {"threshold", inputs.threshold}};
  out["moves"] = Json::array();
  for (const AssumptionMove& move : inputs.moves) {
    Json effects = Json::object();
    for (const auto& [key, effect] : move.effects) effects[key] = effect;
    out["moves"].push_back({{"name", move.name},
                            {"value", move.value},
                            {"change", move.change},
                            {"file", or_null(move.file)},
                            {"line", move.line},
                            {"source", source_json(inputs, move.source)},
                            {"effects", std::move(effects)}});
  }
  return out;
}

}  // namespace hubwatt
