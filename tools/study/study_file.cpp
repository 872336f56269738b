#include "tools/study/study_file.hpp"

#include <fmt/format.h>

#include <fstream>
#include <system_error>

#include "scenarios/input_files.hpp"
#include "tools/study/figure_order.hpp"
#include "tools/study/study_schema.hpp"

namespace hubwatt {

namespace fs = std::filesystem;

namespace {

InputError refused(const fs::path& path, const std::string& problem, const std::string& suggestion) {
  return InputError(Diagnostic{path.string(), 0, 0, "", problem, suggestion});
}

fs::path existing_study(const fs::path& path) {
  switch (StudyFile::kind_of(path)) {
    case StudyFile::Kind::missing:
      throw refused(path, "is not there", "name a file that `hubwatt sweep` has written");
    case StudyFile::Kind::foreign:
      throw refused(path, "is no file of a study", "name a file that `hubwatt sweep` has written");
    case StudyFile::Kind::study:
      break;
  }
  return path;
}

}  // namespace

StudyFile::Kind StudyFile::kind_of(const fs::path& path) {
  std::error_code problem;
  if (fs::status(path, problem).type() == fs::file_type::not_found) return Kind::missing;
  if (!fs::is_regular_file(path, problem)) return Kind::foreign;
  constexpr std::string_view begin("SQLite format 3\0", 16);
  char head[72] = {};
  std::ifstream in(path, std::ios::binary);
  if (!in.read(head, sizeof head) || std::string_view(head, begin.size()) != begin) return Kind::foreign;
  std::int64_t id = 0;
  for (int i = 68; i < 72; ++i) id = id * 256 + static_cast<unsigned char>(head[i]);
  return id == study_application_id ? Kind::study : Kind::foreign;
}

StudyFile::StudyFile(const fs::path& path) : database_(existing_study(path), Database::Open::existing) {
  const std::int64_t schema = database_.integer("PRAGMA user_version");
  if (schema < 1 || schema > study_schema_version)
    throw refused(
        path, fmt::format("is of schema {}, and this hubwatt knows 1 to {}", schema, study_schema_version),
        "use the hubwatt that wrote it, or run the study again into another file");
  Statement figures = database_.prepare("SELECT path, id FROM figure");
  while (figures.next()) ids_.emplace(figures.text(0), figures.integer(1));
}

std::vector<std::string> StudyFile::changes(const Study& study, const std::string& version) const {
  std::vector<std::string> out;
  Statement read = database_.prepare("SELECT value FROM study WHERE key = ?");
  read.bind(0, std::string_view("version"));
  const std::string before = read.next() ? read.text(0) : "";
  if (before != version) out.push_back(fmt::format("hubwatt {} began it and this is {}", before, version));
  Statement digest = database_.prepare("SELECT value FROM study WHERE key = 'digest'");
  if (digest.next() && digest.text(0) == scenario_digest(study.files)) return out;
  const std::size_t without_files = out.size();
  std::map<std::string, std::string> known;
  Statement files = database_.prepare("SELECT path, sha256 FROM file");
  while (files.next()) known[files.text(0)] = files.text(1);
  for (const FileDigest& file : study.files) {
    const auto earlier = known.find(file.path);
    if (earlier == known.end())
      out.push_back(fmt::format("{} was not read before", file.path));
    else if (earlier->second != file.sha256)
      out.push_back(fmt::format("{} has changed", file.path));
    if (earlier != known.end()) known.erase(earlier);
  }
  for (const auto& file : known) out.push_back(fmt::format("{} is no longer read", file.first));
  if (out.size() == without_files) out.push_back("its files are read in another order");
  return out;
}

std::vector<std::size_t> StudyFile::done() const {
  std::vector<std::size_t> out;
  Statement read = database_.prepare("SELECT number FROM point WHERE state = 'done' ORDER BY number");
  while (read.next()) out.push_back(static_cast<std::size_t>(read.integer(0)));
  return out;
}

std::int64_t StudyFile::id_of(const std::string& figure) {
  const auto known = ids_.find(figure);
  if (known != ids_.end()) return known->second;
  database_.prepare("INSERT INTO figure (path) VALUES (?)").run(figure);
  const std::int64_t id = database_.integer("SELECT last_insert_rowid()");
  ids_.emplace(figure, id);
  return id;
}

void StudyFile::store(std::size_t number, const PointOutcome& outcome) {
  const auto point = static_cast<std::int64_t>(number);
  const bool failed = !outcome.problem.empty() || outcome.exit_code != 0;
  Transaction all(database_);
  database_.prepare("DELETE FROM value WHERE point = ?").run(point);
  std::vector<std::int64_t> order;
  if (!failed) {
    Statement add = database_.prepare("INSERT INTO value VALUES (?, ?, ?)");
    for (const auto& [figure, value] : outcome.figures) {
      order.push_back(id_of(figure));
      add.run(point, order.back(), value);
    }
  }
  Statement update = database_.prepare(
      "UPDATE point SET state = ?, problem = ?, exit_code = ?, digest = ?, figures = ? WHERE number = ?");
  update.bind(0, std::string_view(failed ? "failed" : "done"));
  if (failed)
    update.bind(1, outcome.problem).bind_null(4);
  else
    update.bind_null(1).bind(4, ids_text(order));
  update.bind(2, static_cast<std::int64_t>(outcome.exit_code))
      .bind(3, outcome.scenario_digest)
      .bind(5, point);
  update.next();
  all.commit();
}

}  // namespace hubwatt
