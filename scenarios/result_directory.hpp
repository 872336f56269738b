// A directory of results that appears whole or not at all: files are written to one beside the target, which takes its
// name when everything is there. Knows no kind of result.
#pragma once

#include <filesystem>

#include "models/error.hpp"

namespace hubwatt {

enum class Overwrite { refuse, replace };

// The target exists and may not be replaced (exit code 2).
class UsageError : public Error {
 public:
  using Error::Error;
};

// The directory as `rename` takes it. Throws UsageError where it exists and may not be replaced: without
// Overwrite::replace, or where it holds something that is no result of ours (no manifest.json).
std::filesystem::path result_target(const std::filesystem::path& directory, Overwrite overwrite);

// A directory that is gone with this object unless it was kept.
class PartialDirectory {
 public:
  explicit PartialDirectory(const std::filesystem::path& target);
  ~PartialDirectory();
  PartialDirectory(const PartialDirectory&) = delete;
  PartialDirectory& operator=(const PartialDirectory&) = delete;

  const std::filesystem::path& path() const { return path_; }

  // Takes the target's name, and the target's place where there is one.
  void keep_as(const std::filesystem::path& target, Overwrite overwrite);

 private:
  void move_to(const std::filesystem::path& target, Overwrite overwrite);

  std::filesystem::path path_;
};

}  // namespace hubwatt
