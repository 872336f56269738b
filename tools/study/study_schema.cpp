#include "tools/study/study_schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

namespace hubwatt {

namespace {

constexpr const char* tables = R"sql(
CREATE TABLE study (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file (id INTEGER PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL);
CREATE TABLE axis (id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT, low REAL, high REAL, unit TEXT);
CREATE TABLE level (axis INTEGER NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL, overrides TEXT NOT NULL,
  PRIMARY KEY (axis, id)) WITHOUT ROWID;
CREATE TABLE objective (id INTEGER PRIMARY KEY, figure TEXT NOT NULL, best TEXT NOT NULL);
CREATE TABLE point (number INTEGER PRIMARY KEY, seed NOT NULL, state TEXT NOT NULL, problem TEXT,
  exit_code INTEGER, digest TEXT, figures TEXT);
CREATE TABLE setting (point INTEGER NOT NULL, axis INTEGER NOT NULL, level TEXT NOT NULL,
  PRIMARY KEY (point, axis)) WITHOUT ROWID;
CREATE TABLE figure (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE);
CREATE TABLE value (point INTEGER NOT NULL, figure INTEGER NOT NULL, value REAL NOT NULL,
  PRIMARY KEY (point, figure)) WITHOUT ROWID;
)sql";

struct Column {
  const char* name;
  const char* figure;
};

constexpr Column headline[] = {
    {"facility_energy_kwh", "total.facility_energy_kwh"},
    {"pue", "total.pue"},
    {"green_share", "total.green_share"},
    {"carbon_location_kg", "total.carbon_location_kg"},
    {"carbon_market_kg", "total.carbon_market_kg"},
    {"cost_cny", "total.cost_cny"},
    {"water_l", "total.water_l"},
    {"gpu_allocation", "total.gpu_allocation"},
    {"rules_missed", "compliance.missed"},
};

std::string in_quotes(std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char c : text) out += c == quote ? std::string(2, c) : std::string(1, c);
  return out + quote;
}

// Columns are told apart by their letters, whatever their case.
std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

class Columns {
 public:
  void add(std::string name, const std::string& from) {
    while (!names_.insert(lower(name)).second) name += "_";
    text_ += ",\n  " + from + " AS " + in_quotes(name, '"');
  }
  const std::string& text() const { return text_; }

 private:
  std::set<std::string> names_{"number", "seed", "state"};
  std::string text_;
};

std::string value_of(std::string_view figure) {
  return fmt::format(
      "(SELECT value.value FROM figure JOIN value ON value.figure = figure.id"
      " WHERE figure.path = {} AND value.point = point.number)",
      in_quotes(figure, '\''));
}

}  // namespace

std::string study_tables() {
  return fmt::format("PRAGMA application_id = {};\nPRAGMA user_version = {};\n{}", study_application_id,
                     study_schema_version, tables);
}

std::string headline_view(std::span<const Axis> axes, std::span<const Objective> objectives) {
  Columns all;
  std::set<std::string> told;
  for (std::size_t i = 0; i < axes.size(); ++i)
    all.add(axes[i].name,
            fmt::format("(SELECT level FROM setting WHERE point = point.number AND axis = {})", i + 1));
  for (const Column& column : headline) {
    all.add(column.name, value_of(column.figure));
    told.insert(column.figure);
  }
  for (const Objective& objective : objectives)
    if (told.insert(objective.figure).second) all.add(objective.figure, value_of(objective.figure));
  return "CREATE VIEW headline AS SELECT number, seed, state" + all.text() + "\nFROM point;\n";
}

}  // namespace hubwatt
