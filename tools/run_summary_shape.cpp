#include "tools/run_summary_shape.hpp"

#include <nlohmann/json.hpp>

#include "models/error.hpp"
#include "scenarios/kpi.hpp"

namespace hubwatt {

namespace {

using Json = nlohmann::ordered_json;

class Shape {
 public:
  explicit Shape(const std::filesystem::path& file) : file_(file.string()) {}

  const Json& member(const Json& of, const std::string& place, const std::string& key) const {
    if (!of.is_object()) refuse(place, "is no table");
    if (!of.contains(key)) refuse(place.empty() ? key : place + "." + key, "is missing");
    return of.at(key);
  }
  void text(const Json& of, const std::string& place, const std::string& key) const {
    if (!member(of, place, key).is_string()) refuse(place + "." + key, "is no text");
  }
  double number(const Json& of, const std::string& place, const std::string& key) const {
    const Json& value = member(of, place, key);
    if (!value.is_number()) refuse(place + "." + key, "is no number");
    return value.get<double>();
  }
  // Numbers, or null where a ratio has no denominator.
  void figures(const Json& kpis, const std::string& place) const {
    for (const KpiField& field : kpi_fields()) {
      const Json& value = member(kpis, place, field.key);
      if (field.key == std::string_view("pue_kind"))
        text(kpis, place, field.key);
      else if (!value.is_number() && !value.is_null())
        refuse(place + "." + field.key, "is no figure");
    }
  }
  void ledger(const Json& book, const std::string& place) const {
    for (const char* part : {"sources", "sinks", "it", "heat"}) {
      const Json& entries = member(book, place, part);
      if (!entries.is_object()) refuse(place + "." + part, "is no table");
      for (const auto& [name, value] : entries.items()) number(entries, place + "." + part, name);
    }
    number(book, place, "relative_error");
  }
  // What a rule says of a place, with its figures.
  void check(const Json& check, const std::string& place) const {
    for (const char* key : {"rule", "hub", "source", "scope", "indicator", "text", "text_zh"})
      text(check, place, key);
    for (const char* key : {"limit", "value", "margin"}) number(check, place, key);
    if (!member(check, place, "pass").is_boolean()) refuse(place + ".pass", "is neither true nor false");
    for (const char* key : {"date", "confidence"})
      if (!member(check, place, key).is_null()) text(check, place, key);
    changes(check, place, "to_pass");
  }
  void grade(const Json& grade, const std::string& place) const {
    for (const char* key : {"rule", "hub"}) text(grade, place, key);
    number(grade, place, "value");
    for (const char* key : {"grade", "better_limit"})
      if (!member(grade, place, key).is_null()) number(grade, place, key);
    changes(grade, place, "to_better");
  }
  void reported(const Json& figure, const std::string& place) const {
    for (const char* key : {"set", "symbol", "about", "about_zh"}) text(figure, place, key);
    if (!member(figure, place, "key").is_null()) text(figure, place, "key");
    if (!member(figure, place, "value").is_null()) number(figure, place, "value");
    if (!member(figure, place, "told").is_boolean()) refuse(place + ".told", "is neither true nor false");
  }
  // Each member of a list, as `read` reads it.
  template <class Read>
  void list(const Json& of, const std::string& place, const std::string& key, const Read& read) const {
    const Json& members = member(of, place, key);
    const std::string name = place.empty() ? key : place + "." + key;
    if (!members.is_array()) refuse(name, "is no list");
    for (std::size_t i = 0; i < members.size(); ++i) read(members[i], name + "." + std::to_string(i));
  }
  [[noreturn]] void refuse(const std::string& key, const std::string& problem) const {
    throw InputError(Diagnostic{file_, 0, 0, key, problem, "run the scenario again"});
  }

 private:
  // Null, or a list of what would have to change.
  void changes(const Json& of, const std::string& place, const std::string& key) const {
    if (member(of, place, key).is_null()) return;
    list(of, place, key, [&](const Json& change, const std::string& at) {
      for (const char* name : {"what", "what_zh", "unit"}) text(change, at, name);
      number(change, at, "amount");
    });
  }

  std::string file_;
};

}  // namespace

void expect_summary_shape(const std::filesystem::path& file, const Json& summary) {
  const Shape shape(file);
  if (shape.member(summary, "", "schema") != 1)
    shape.refuse("schema", "is not 1, so another version wrote this file");
  if (!shape.member(summary, "", "name").is_string()) shape.refuse("name", "is no text");
  const Json& period = shape.member(summary, "", "period");
  for (const char* key : {"start", "end"}) shape.text(period, "period", key);
  for (const char* key : {"hours", "step_hours"})
    if (!(shape.number(period, "period", key) > 0.0))
      shape.refuse(std::string("period.") + key, "is not above nought");
  shape.figures(shape.member(summary, "", "total"), "total");
  const Json& hubs = shape.member(summary, "", "hubs");
  const Json& ledger = shape.member(summary, "", "ledger");
  if (!hubs.is_object() || hubs.empty()) shape.refuse("hubs", "holds no hub");
  for (const auto& [id, kpis] : hubs.items()) {
    shape.figures(kpis, "hubs." + id);
    shape.text(kpis, "hubs." + id, "name");
    shape.ledger(shape.member(ledger, "ledger", id), "ledger." + id);
  }
  const Json& sides = shape.member(summary, "", "sides");
  for (const char* side : {"east", "west"})
    shape.figures(shape.member(sides, "sides", side), std::string("sides.") + side);
  for (const char* key : {"jobs", "inference", "network"})
    if (!shape.member(summary, "", key).is_object()) shape.refuse(key, "is no table");
  if (!shape.member(summary, "", "outages").is_array()) shape.refuse("outages", "is no list");
  shape.list(summary, "", "compliance",
             [&](const Json& check, const std::string& place) { shape.check(check, place); });
  const Json& standards = shape.member(summary, "", "standards");
  shape.list(standards, "standards", "grades",
             [&](const Json& grade, const std::string& place) { shape.grade(grade, place); });
  shape.list(standards, "standards", "reporting",
             [&](const Json& figure, const std::string& place) { shape.reported(figure, place); });
}

}  // namespace hubwatt
