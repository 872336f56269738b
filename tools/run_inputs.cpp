#include "tools/run_inputs.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "models/error.hpp"
#include "tools/finished_file.hpp"

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

// Text of a list, by position; empty for null.
std::string listed(const Json& list, const Json& at) {
  return at.is_null() ? std::string() : list.at(at.get<std::size_t>()).get<std::string>();
}

std::string text_or_nothing(const Json& value) {
  return value.is_null() ? std::string() : value.get<std::string>();
}

std::optional<std::size_t> source_of(const Json& row, std::size_t known) {
  if (row.at("source").is_null()) return std::nullopt;
  const auto at = row.at("source").get<std::size_t>();
  if (at >= known) throw std::out_of_range("names a source that is not listed");
  return at;
}

AssumptionMove move_of(const Json& row, const Json& files, std::size_t sources) {
  AssumptionMove out{row.at("name").get<std::string>(),
                     row.at("value").get<std::string>(),
                     row.at("change").get<std::string>(),
                     listed(files, row.at("file")),
                     row.at("line").get<int>(),
                     source_of(row, sources),
                     {}};
  for (const auto& [key, effect] : row.at("effects").items())
    if (effect.is_number()) out.effects.emplace_back(key, effect.get<double>());
  return out;
}

RunInputs inputs_of(const Json& json) {
  RunInputs out;
  for (const Json& source : json.at("sources"))
    out.sources.push_back({text_or_nothing(source.at("entry")), text_or_nothing(source.at("source")),
                           text_or_nothing(source.at("confidence"))});
  for (const Json& row : json.at("inputs"))
    out.inputs.push_back({row.at("key").get<std::string>(), row.at("value").get<std::string>(),
                          listed(json.at("files"), row.at("file")), row.at("line").get<int>(),
                          source_of(row, out.sources.size()), listed(json.at("meanings"), row.at("meaning")),
                          text_or_nothing(row.at("default"))});
  if (!json.contains("assumptions") || json.at("assumptions").is_null()) return out;
  const Json& assumptions = json.at("assumptions");
  out.tested = assumptions.at("tested").get<std::size_t>();
  for (const Json& name : assumptions.at("not_tested")) out.not_tested.push_back({name.get<std::string>(), {}});
  if (assumptions.contains("not_tested_why"))
    for (std::size_t i = 0; i < out.not_tested.size(); ++i)
      out.not_tested[i].why = assumptions.at("not_tested_why").at(i).get<std::string>();
  out.threshold = assumptions.at("threshold").get<double>();
  for (const Json& move : assumptions.at("moves"))
    out.moves.push_back(move_of(move, json.at("files"), out.sources.size()));
  return out;
}

}  // namespace

std::optional<std::string> RunInputs::value_of(const std::string& key) const {
  for (const RunInput& input : inputs) {
    if (input.key != key) continue;
    const std::string& text = input.value;
    const bool quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
    return quoted ? text.substr(1, text.size() - 2) : text;
  }
  return std::nullopt;
}

RunInputs read_run_inputs(const std::filesystem::path& directory) {
  const std::filesystem::path file = directory / "inputs.json";
  std::error_code problem;
  if (!std::filesystem::exists(file, problem))
    throw InputError(Diagnostic{file.string(), 0, 0, "",
                                "is missing, so nothing tells what the figures were made of",
                                "run the scenario again: runs of older versions wrote no such file"});
  try {
    return inputs_of(Json::parse(finished_json(file, "run", "run")));
  } catch (const Json::exception& damage) {
    throw InputError(Diagnostic{file.string(), 0, 0, "",
                                fmt::format("is not what this version writes ({})", damage.what()),
                                "run the scenario again"});
  } catch (const std::out_of_range& damage) {
    throw InputError(Diagnostic{file.string(), 0, 0, "", damage.what(), "run the scenario again"});
  }
}

std::string place_text(const std::string& file, int line) {
  return line > 0 ? fmt::format("{}:{}", file, line) : file;
}

}  // namespace hubwatt
