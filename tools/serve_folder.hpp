// The files that the local page may touch: results below one folder, and scenarios and projections in some. Names come
// from outside and are taken only where what they lead to, links followed, lies there.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/error.hpp"

namespace hubwatt {

// What was asked for does not exist, or may not be seen: the two are not told apart.
class NotServed : public Error {
 public:
  using Error::Error;
};

enum class ResultKind { run, projection, study, unfinished };

struct ServedResult {
  std::string directory;  // relative to the folder; of a study its file
  ResultKind kind = ResultKind::unfinished;
  std::string name;     // of the scenario or projection; of a study its file's
  std::string written;  // "2026-11-21 08:15", local time
};

struct ServedFile {
  std::string path;  // as the user would type it
  std::string kind;  // "scenario", "projection", or "unclear" where a mistake hides it
};

class ServedFolder {
 public:
  // Results below `results`, which is made where it does not exist; input files in `inputs` and below `results`.
  ServedFolder(const std::filesystem::path& results, const std::vector<std::filesystem::path>& inputs);

  const std::filesystem::path& results() const { return results_; }

  // By directory. Hidden folders, and what lies deeper than three, are left out; so is the rest after a thousand.
  std::vector<ServedResult> list_results() const;
  std::vector<ServedFile> list_files() const;

  // A directory or file that list_results would name. Throws NotServed.
  std::filesystem::path result(std::string_view directory) const;
  // A file that list_files would name. Throws NotServed.
  std::filesystem::path file(std::string_view path) const;

 private:
  std::optional<std::filesystem::path> home_of(const std::filesystem::path& file) const;

  std::filesystem::path results_;              // canonical
  std::vector<std::filesystem::path> inputs_;  // canonical
};

// A name for a new file or directory, without a way out of its folder: letters, digits, '.', '-' and '_', the first
// no '.' or '-', at most 80. Throws NotServed.
std::string checked_name(std::string_view name);

}  // namespace hubwatt
