// Where a study's results are kept: one SQLite file, which tools of others read as well. A point is stored in one
// transaction as it ends, so that a sweep that is killed loses no more than the points under way. Not here: what is
// told of results (study_results.hpp), and running points (study_engine.hpp).
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "scenarios/study/point_run.hpp"
#include "tools/study/database.hpp"

namespace hubwatt {

class StudyFile {
 public:
  enum class Kind { missing, study, foreign };
  // What is at this place, without reading all of it. A study of a newer schema is one too.
  static Kind kind_of(const std::filesystem::path& path);

  // A new file, in the place of an earlier one, with all points waiting; it appears with them or not at all. Folders are
  // made. `version` is that of hubwatt.
  static StudyFile create(const std::filesystem::path& path, const Study& study,
                          std::span<const StudyPoint> points, const std::string& version);

  // Throws InputError where the file is missing, no study, of a newer schema or damaged.
  explicit StudyFile(const std::filesystem::path& path);

  // One line for each thing that is not as it was: the version, each file that changed, is no longer read or is new.
  std::vector<std::string> changes(const Study& study, const std::string& version) const;

  // Numbers of the points that are done, in order.
  std::vector<std::size_t> done() const;

  // Throws DatabaseError where the disk refuses; the file is then as before.
  void store(std::size_t number, const PointOutcome& outcome);

  // Once all points have ended: the same points make the same bytes, in whatever order they ended. The object is done
  // with.
  void finish() &&;

  const Database& database() const { return database_; }

 private:
  std::int64_t id_of(const std::string& figure);

  Database database_;
  std::map<std::string, std::int64_t> ids_;  // of figures
};

}  // namespace hubwatt
