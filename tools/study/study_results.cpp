#include "tools/study/study_results.hpp"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <nlohmann/json.hpp>

#include "tools/study/study_file.hpp"

namespace hubwatt {

namespace {

InputError damaged(const Database& database, const std::string& what) {
  return InputError(Diagnostic{database.file().string(), 0, 0, "", "is damaged (" + what + ")",
                               "run `hubwatt sweep` with --force to begin anew"});
}

std::string of_study(const Database& database, std::string_view key) {
  Statement read = database.prepare("SELECT value FROM study WHERE key = ?");
  if (!read.bind(0, key).next()) throw damaged(database, fmt::format("it has no {}", key));
  return read.text(0);
}

std::vector<std::string> overrides_of(const Database& database, const std::string& text) {
  const nlohmann::json list = nlohmann::json::parse(text, nullptr, false);
  std::vector<std::string> out;
  for (const nlohmann::json& one : list) {
    if (!list.is_array() || !one.is_string()) throw damaged(database, "overrides");
    out.push_back(one.get<std::string>());
  }
  return out;
}

std::vector<Axis> read_axes(const Database& database) {
  std::vector<Axis> out;
  Statement axes = database.prepare("SELECT id, name, key, low, high, unit FROM axis ORDER BY id");
  while (axes.next()) {
    if (axes.integer(0) != static_cast<std::int64_t>(out.size()) + 1)
      throw damaged(database, "numbers of axes");
    Axis& axis = out.emplace_back();
    axis.name = axes.text(1);
    if (!axes.is_null(2)) axis.range = Range{axes.text(2), axes.real(3), axes.real(4), axes.text(5)};
  }
  Statement levels = database.prepare("SELECT axis, name, overrides FROM level ORDER BY axis, id");
  while (levels.next()) {
    const std::int64_t axis = levels.integer(0);
    if (axis < 1 || axis > static_cast<std::int64_t>(out.size())) throw damaged(database, "levels");
    out[static_cast<std::size_t>(axis) - 1].levels.push_back(
        {levels.text(1), overrides_of(database, levels.text(2))});
  }
  return out;
}

std::vector<Objective> read_objectives(const Database& database) {
  std::vector<Objective> out;
  Statement read = database.prepare("SELECT figure, best FROM objective ORDER BY id");
  while (read.next()) {
    const std::string best = read.text(1);
    if (best != "lowest" && best != "highest") throw damaged(database, "objectives");
    out.push_back({read.text(0), best == "lowest" ? Objective::Best::lowest : Objective::Best::highest});
  }
  return out;
}

StudyRow::State state_of(const Database& database, const std::string& name) {
  if (name == "done") return StudyRow::State::done;
  if (name == "failed") return StudyRow::State::failed;
  if (name != "waiting") throw damaged(database, "the state of a point");
  return StudyRow::State::waiting;
}

std::uint64_t seed_of(const Database& database, const std::string& text) {
  std::uint64_t seed = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), seed);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) throw damaged(database, "a seed");
  return seed;
}

std::vector<StudyRow> read_rows(const Database& database) {
  std::vector<StudyRow> out;
  Statement read = database.prepare("SELECT number, seed, state, problem, exit_code FROM point ORDER BY number");
  while (read.next()) {
    StudyRow& row = out.emplace_back();
    row.number = out.size();
    if (read.integer(0) != static_cast<std::int64_t>(row.number))
      throw damaged(database, "numbers of points");
    row.seed = seed_of(database, read.text(1));
    row.state = state_of(database, read.text(2));
    row.problem = read.text(3);
    row.exit_code = static_cast<int>(read.integer(4));
  }
  return out;
}

StudyRow& row_of(const Database& database, std::vector<StudyRow>& rows, std::int64_t number) {
  if (number < 1 || number > static_cast<std::int64_t>(rows.size()))
    throw damaged(database, "a figure or a setting of no point");
  return rows[static_cast<std::size_t>(number) - 1];
}

void read_settings(const Database& database, std::size_t axes, std::vector<StudyRow>& rows) {
  Statement read = database.prepare("SELECT point, axis, level FROM setting ORDER BY point, axis");
  while (read.next()) {
    StudyRow& row = row_of(database, rows, read.integer(0));
    row.levels.push_back(read.text(2));
    if (read.integer(1) != static_cast<std::int64_t>(row.levels.size())) throw damaged(database, "settings");
  }
  for (const StudyRow& row : rows)
    if (row.levels.size() != axes) throw damaged(database, "settings");
}

// Ids as they are numbered in the file, to places in the list.
using Places = std::map<std::int64_t, std::size_t>;

Places read_figures(const Database& database, std::vector<std::string>& figures) {
  Places places;
  Statement read = database.prepare("SELECT id, path FROM figure ORDER BY id");
  while (read.next()) {
    places.emplace(read.integer(0), figures.size());
    figures.push_back(read.text(1));
  }
  return places;
}

void read_values(const Database& database, const Places& places, std::vector<StudyRow>& rows) {
  for (StudyRow& row : rows)
    if (row.state == StudyRow::State::done) row.values.resize(places.size());
  Statement read = database.prepare("SELECT point, figure, value FROM value ORDER BY point, figure");
  while (read.next()) {
    StudyRow& row = row_of(database, rows, read.integer(0));
    const auto place = places.find(read.integer(1));
    if (place == places.end() || row.values.empty()) throw damaged(database, "a value of no figure");
    row.values[place->second] = read.real(2);
  }
}

}  // namespace

bool is_study_file(const std::filesystem::path& path) {
  return path.extension() == ".sqlite";
}

StudyResults read_study_results(const std::filesystem::path& path) {
  try {
    const StudyFile file(path);
    const Database& database = file.database();
    // Of one moment, though a sweep may be writing.
    database.execute("BEGIN");
    StudyResults out;
    out.name = of_study(database, "name");
    out.scenario = of_study(database, "scenario");
    out.version = of_study(database, "version");
    out.digest = of_study(database, "digest");
    out.design = of_study(database, "design");
    out.set = overrides_of(database, of_study(database, "set"));
    out.axes = read_axes(database);
    out.objectives = read_objectives(database);
    out.rows = read_rows(database);
    read_settings(database, out.axes.size(), out.rows);
    const Places places = read_figures(database, out.figures);
    read_values(database, places, out.rows);
    return out;
  } catch (const DatabaseError& error) {
    throw InputError(error.mistake());
  }
}

}  // namespace hubwatt
