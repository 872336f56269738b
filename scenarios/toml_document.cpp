#include "scenarios/toml_document.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "scenarios/toml_keys.hpp"

namespace hubwatt {
namespace {

using FileName = std::shared_ptr<const std::string>;

Place place_of(const toml::source_region& source, const FileName& file) {
  return {file, static_cast<int>(source.begin.line), static_cast<int>(source.begin.column)};
}

std::int64_t days_since_epoch(const toml::date& date) {
  using namespace std::chrono;
  const year_month_day day_of{year(date.year), month(date.month), day(date.day)};
  return sys_days(day_of).time_since_epoch().count();
}

DateTime date_time(const toml::date_time& from) {
  DateTime out;
  out.wall_seconds =
      days_since_epoch(from.date) * 86400 + from.time.hour * 3600 + from.time.minute * 60 + from.time.second;
  out.nanoseconds = static_cast<std::int32_t>(from.time.nanosecond);
  if (from.offset) out.offset_minutes = from.offset->minutes;
  return out;
}

bool stands_before(const Place& a, const Place& b) {
  return std::pair(a.line, a.column) < std::pair(b.line, b.column);
}

Node converted(const toml::node& from, const FileName& file);

// toml++ sorts a table by key; the order of the file comes back from the places of the keys.
Table members_of(const toml::table& from, const FileName& file) {
  Table out;
  for (const auto& [key, value] : from) {
    out.push_back({std::string(key.str()), place_of(key.source(), file), converted(value, file)});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Member& a, const Member& b) { return stands_before(a.key_place, b.key_place); });
  return out;
}

Array elements_of(const toml::array& from, const FileName& file) {
  Array out;
  out.reserve(from.size());
  for (const toml::node& element : from) out.push_back(converted(element, file));
  return out;
}

Node converted(const toml::node& from, const FileName& file) {
  Node out{place_of(from.source(), file), {}, false};
  if (const auto* table = from.as_table()) out.value = members_of(*table, file);
  if (const auto* array = from.as_array()) out.value = elements_of(*array, file);
  if (const auto* text = from.as_string()) out.value = text->get();
  if (const auto* whole = from.as_integer()) out.value = whole->get();
  if (const auto* real = from.as_floating_point()) out.value = real->get();
  if (const auto* truth = from.as_boolean()) out.value = truth->get();
  if (const auto* moment = from.as_date_time()) out.value = date_time(moment->get());
  if (const auto* day = from.as_date()) out.value = DateTime{days_since_epoch(day->get()) * 86400, 0, {}};
  if (from.is_time()) out.value = TimeOfDay{};
  return out;
}

void forget_lines(Node& node) {
  node.place.line = node.place.column = 0;
  if (auto* members = std::get_if<Table>(&node.value)) {
    for (Member& member : *members) {
      member.key_place.line = member.key_place.column = 0;
      forget_lines(member.node);
    }
  }
  if (auto* elements = std::get_if<Array>(&node.value)) {
    for (Node& element : *elements) forget_lines(element);
  }
}

}  // namespace

std::variant<Node, Diagnostic> parse_toml(std::string_view text, const std::string& file) {
  if (const auto place = overlong_key(text)) {
    return Diagnostic{file,
                      place->line,
                      place->column,
                      "",
                      "the key has more than " + std::to_string(most_key_parts) + " parts",
                      ""};
  }
  try {
    const toml::table root = toml::parse(text);
    Node out = converted(root, std::make_shared<const std::string>(file));
    set_paths(out, "");
    return out;
  } catch (const toml::parse_error& error) {
    return Diagnostic{file,
                      static_cast<int>(error.source().begin.line),
                      static_cast<int>(error.source().begin.column),
                      "",
                      "not valid TOML: " + std::string(error.description()),
                      ""};
  }
}

std::optional<Node> parse_toml_value(std::string_view text, const std::string& file) {
  auto parsed = parse_toml("value = " + std::string(text), file);
  auto* root = std::get_if<Node>(&parsed);
  if (root == nullptr || root->table()->size() != 1) return std::nullopt;
  Node out = std::move(*root->find("value"));
  forget_lines(out);
  set_paths(out, "");
  return out;
}

}  // namespace hubwatt
