#include "scenarios/inputs_json.hpp"

#include <map>
#include <nlohmann/json.hpp>

namespace hubwatt {
namespace {

using Json = nlohmann::ordered_json;

// Each text once, in the order in which they come; rows name them by position.
class Positions {
 public:
  Json operator()(const std::string& text, const Json& shown) {
    const auto [known, added] = known_.emplace(text, list_.size());
    if (added) list_.push_back(shown);
    return known->second;
  }
  const Json& list() const { return list_; }

 private:
  std::map<std::string, std::size_t> known_;
  Json list_ = Json::array();
};

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json source_of(const InputUse& use, Positions& sources) {
  if (use.entry.empty() && use.source.empty() && use.confidence.empty()) return nullptr;
  return sources(use.entry + '\n' + use.source + '\n' + use.confidence,
                 {{"entry", text_or_null(use.entry)},
                  {"source", text_or_null(use.source)},
                  {"confidence", text_or_null(use.confidence)}});
}

std::string lines_of(const Json& list) {
  std::string out;
  for (const Json& row : list) out += (out.empty() ? "\n" : ",\n") + row.dump();
  return "[" + out + "\n]";
}

}  // namespace

std::string inputs_json(const std::vector<InputUse>& inputs, std::string_view assumptions) {
  Positions sources, meanings, files;
  Json rows = Json::array();
  for (const InputUse& use : inputs)
    rows.push_back({{"key", use.key},
                    {"value", use.value},
                    {"file", files(use.file, use.file)},
                    {"line", use.line},
                    {"source", source_of(use, sources)},
                    {"meaning", meanings(use.meaning, use.meaning)},
                    {"default", text_or_null(use.by_default)}});
  std::string out = "{\"schema\":1,\n\"sources\":" + lines_of(sources.list()) +
                    ",\n\"meanings\":" + lines_of(meanings.list()) +
                    ",\n\"files\":" + lines_of(files.list()) + ",\n\"inputs\":" + lines_of(rows);
  if (!assumptions.empty()) out += ",\n\"assumptions\":" + std::string(assumptions);
  return out + "}\n";
}

}  // namespace hubwatt
