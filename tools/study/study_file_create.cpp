// A study's file as it begins: what is asked for, and every point waiting.
#include <fmt/format.h>

#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>
#include <system_error>

#include "scenarios/input_files.hpp"
#include "tools/study/file_beside.hpp"
#include "tools/study/study_file.hpp"
#include "tools/study/study_schema.hpp"

namespace hubwatt {

namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

const char* name_of(Design design) {
  switch (design) {
    case Design::full_factorial:
      return "full-factorial";
    case Design::one_at_a_time:
      return "one-at-a-time";
    case Design::latin_hypercube:
      break;
  }
  return "latin-hypercube";
}

// As the study names it, wherever the program runs.
std::string scenario_name(const Study& study) {
  const fs::path folder = study.path.parent_path().empty() ? fs::path(".") : study.path.parent_path();
  return study.scenario.lexically_proximate(folder).generic_string();
}

void write_axes(const Database& database, std::span<const Axis> axes) {
  Statement add_axis = database.prepare("INSERT INTO axis VALUES (?, ?, ?, ?, ?, ?)");
  Statement add_level = database.prepare("INSERT INTO level VALUES (?, ?, ?, ?)");
  std::int64_t number = 0;
  for (const Axis& axis : axes) {
    add_axis.bind(0, ++number).bind(1, axis.name);
    if (axis.range) {
      const Range& range = *axis.range;
      add_axis.bind(2, range.key).bind(3, range.low).bind(4, range.high).bind(5, range.unit);
    } else {
      for (int place = 2; place < 6; ++place) add_axis.bind_null(place);
    }
    add_axis.next();
    std::int64_t level_number = 0;
    for (const Level& level : axis.levels)
      add_level.run(number, ++level_number, level.name, nlohmann::json(level.set).dump());
  }
}

void write_points(const Database& database, std::span<const StudyPoint> points) {
  Statement add_point = database.prepare("INSERT INTO point (number, seed, state) VALUES (?, ?, 'waiting')");
  Statement add_setting = database.prepare("INSERT INTO setting VALUES (?, ?, ?)");
  constexpr std::uint64_t largest = std::numeric_limits<std::int64_t>::max();
  for (const StudyPoint& point : points) {
    const auto number = static_cast<std::int64_t>(point.number);
    // SQLite's whole numbers have a sign; a seed beyond them is text.
    add_point.bind(0, number);
    if (point.seed <= largest)
      add_point.bind(1, static_cast<std::int64_t>(point.seed));
    else
      add_point.bind(1, std::to_string(point.seed));
    add_point.next();
    std::int64_t axis = 0;
    for (const std::string& level : point.levels) add_setting.run(number, ++axis, level);
  }
}

void write_study(const Database& database, const Study& study, const std::string& version) {
  Statement add = database.prepare("INSERT INTO study VALUES (?, ?)");
  add.run("schema", std::to_string(study_schema_version));
  add.run("name", study.name);
  add.run("scenario", scenario_name(study));
  add.run("version", version);
  add.run("digest", scenario_digest(study.files));
  add.run("design", name_of(study.design));
  add.run("set", nlohmann::json(study.set).dump());
  add.run("text", text_of(study.path));
  Statement add_file = database.prepare("INSERT INTO file (path, sha256) VALUES (?, ?)");
  for (const FileDigest& file : study.files) add_file.run(file.path, file.sha256);
  Statement add_objective = database.prepare("INSERT INTO objective (figure, best) VALUES (?, ?)");
  for (const Objective& objective : study.objectives)
    add_objective.run(objective.figure, objective.best == Objective::Best::lowest ? "lowest" : "highest");
}

}  // namespace

StudyFile StudyFile::create(const fs::path& path, const Study& study, std::span<const StudyPoint> points,
                            const std::string& version) {
  std::error_code problem;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), problem);
  if (problem)
    throw Error(fmt::format("{}: its folder cannot be created ({}); choose another file with -o",
                            path.string(), problem.message()));
  FileBeside beside(path);
  {
    const Database database(beside.path(), Database::Open::create);
    database.execute("PRAGMA page_size = 4096; PRAGMA journal_mode = DELETE;");
    Transaction all(database);
    database.execute(study_tables() + headline_view(study.axes, study.objectives));
    write_study(database, study, version);
    write_axes(database, study.axes);
    write_points(database, points);
    all.commit();
  }
  beside.take_place();
  return StudyFile(path);
}

}  // namespace hubwatt
