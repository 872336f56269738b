#include "scenarios/inputs_json.hpp"

#include <nlohmann/json.hpp>

namespace hubwatt {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

bool tells_source(const InputUse& use) {
  return !use.source.empty() || !use.confidence.empty();
}

std::string source_key(const InputUse& use) {
  return use.entry + '\n' + use.source + '\n' + use.confidence;
}

std::string lines_of(const std::vector<std::string>& rows) {
  std::string out;
  for (const std::string& row : rows) out += (out.empty() ? "\n" : ",\n") + row;
  return "[" + out + "\n]";
}

}  // namespace

void InputLists::Texts::add(const std::string& text, const std::string& row) {
  if (positions_.emplace(text, rows_.size()).second) rows_.push_back(row);
}

InputLists::InputLists(const std::vector<InputUse>& inputs) {
  for (const InputUse& use : inputs) {
    const Json source{{"entry", text_or_null(use.entry)},
                      {"source", text_or_null(use.source)},
                      {"confidence", text_or_null(use.confidence)}};
    if (tells_source(use)) sources_.add(source_key(use), source.dump());
    meanings_.add(use.meaning, Json(use.meaning).dump());
    files_.add(use.file, Json(use.file).dump());
  }
}

std::optional<std::size_t> InputLists::source(const InputUse& use) const {
  if (!tells_source(use)) return std::nullopt;
  return sources_.at(source_key(use));
}

std::string InputLists::json() const {
  return "\"sources\":" + lines_of(sources_.rows()) + ",\n\"meanings\":" + lines_of(meanings_.rows()) +
         ",\n\"files\":" + lines_of(files_.rows());
}

std::string inputs_json(const std::vector<InputUse>& inputs, std::string_view assumptions) {
  const InputLists lists(inputs);
  std::vector<std::string> rows;
  for (const InputUse& use : inputs) {
    const auto source = lists.source(use);
    const Json row{{"key", use.key},
                   {"value", use.value},
                   {"file", lists.file(use)},
                   {"line", use.line},
                   {"source", source ? Json(*source) : Json(nullptr)},
                   {"meaning", lists.meaning(use)},
                   {"default", text_or_null(use.by_default)}};
    rows.push_back(row.dump());
  }
  std::string out = "{\"schema\":1,\n" + lists.json() + ",\n\"inputs\":" + lines_of(rows);
  if (!assumptions.empty()) out += ",\n\"assumptions\":" + std::string(assumptions);
  return out + "}\n";
}

}  // namespace hubwatt
