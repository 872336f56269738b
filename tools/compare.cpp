#include "tools/compare.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "tools/text_table.hpp"

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

struct Figure {
  std::string key;
  std::optional<double> a, b;
};

// Numbers of both summaries by their dotted keys, in the order of the first, then what only the second has.
void collect(const Json& from, const std::string& prefix, std::vector<std::pair<std::string, double>>& to) {
  for (const auto& [key, value] : from.items()) {
    if (value.is_object())
      collect(value, prefix + "." + key, to);
    else if (value.is_number())
      to.emplace_back(prefix + "." + key, value.get<double>());
  }
}

std::vector<Figure> figures(const ComparedFigures& a, const ComparedFigures& b) {
  std::vector<Figure> out;
  for (const auto& [key, value] : a.numbers) out.push_back({key, value, std::nullopt});
  std::size_t hint = 0;  // both are in the same order as a rule
  for (const auto& [key, value] : b.numbers) {
    std::size_t at = hint;
    if (at >= out.size() || out[at].key != key)
      for (at = 0; at < out.size() && out[at].key != key; ++at) {
      }
    if (at == out.size())
      out.push_back({key, std::nullopt, value});
    else
      out[at].b = value;
    hint = at + 1;
  }
  return out;
}

std::string number(const std::optional<double>& value) {
  return value ? fmt::format("{:.6g}", *value) : "-";
}

std::optional<double> difference(const Figure& f) {
  if (!f.a || !f.b) return std::nullopt;
  return *f.b - *f.a;
}

std::optional<double> ratio(const Figure& f) {
  if (!f.a || !f.b || *f.a == 0.0) return std::nullopt;
  return *f.b / *f.a;
}

Json or_null(const std::optional<double>& value) {
  return value ? Json(*value) : Json(nullptr);
}

}  // namespace

ComparedFigures::ComparedFigures(const FinishedRun& run) : directory(run.directory.string()) {
  const Json summary = Json::parse(run.summary);
  for (const char* part : {"total", "sides", "hubs", "jobs", "inference"})
    if (summary.contains(part)) collect(summary.at(part), part, numbers);
}

ComparedFigures::ComparedFigures(const FinishedProjection& projection)
    : directory(projection.directory.string()) {
  const Json trajectory = Json::parse(projection.trajectory);
  const Json& years = trajectory.at("years");
  for (const Json& quantity : trajectory.at("quantities")) {
    std::string name = quantity.at("key").get<std::string>();
    const auto unit = quantity.at("unit").get<std::string>();
    if (!unit.empty()) name += "_" + unit;
    const Json& values = quantity.at("central");
    for (std::size_t y = 0; y < years.size(); ++y)
      if (values.at(y).is_number())
        numbers.emplace_back(fmt::format("{}.{}", name, years.at(y).get<int>()), values.at(y).get<double>());
  }
}

ComparedFigures figures_in(const std::filesystem::path& directory) {
  if (is_projection(directory)) return ComparedFigures(read_finished_projection(directory));
  return ComparedFigures(read_run(directory));
}

std::string comparison_text(const ComparedFigures& a, const ComparedFigures& b) {
  TextTable table({"figure", "A", "B", "B - A", "B / A"});
  std::size_t same = 0;
  for (const Figure& f : figures(a, b)) {
    if (f.a == f.b)
      ++same;
    else
      table.add({f.key, number(f.a), number(f.b), number(difference(f)), number(ratio(f))});
  }
  return fmt::format("A: {}\nB: {}\n\n{}\n{} figures are the same in both\n", a.directory, b.directory,
                     table.empty() ? "" : table.text(), same);
}

std::string comparison_json(const ComparedFigures& a, const ComparedFigures& b) {
  Json out;
  out["schema"] = 1;
  out["a"] = a.directory;
  out["b"] = b.directory;
  out["figures"] = Json::array();
  for (const Figure& f : figures(a, b))
    out["figures"].push_back({{"key", f.key},
                              {"a", or_null(f.a)},
                              {"b", or_null(f.b)},
                              {"difference", or_null(difference(f))},
                              {"ratio", or_null(ratio(f))}});
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hubwatt
