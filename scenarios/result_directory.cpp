#include "scenarios/result_directory.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>

namespace hubwatt {

namespace fs = std::filesystem;

namespace {

// The directory without "." and slashes at its end, which `rename` does not take.
fs::path target_of(const fs::path& directory) {
  fs::path target = directory.lexically_normal();
  if (!target.has_filename()) target = target.parent_path();
  if (target.filename().empty() || target.filename() == "." || target.filename() == "..")
    throw UsageError(fmt::format("'{}' cannot be replaced by a run; name a directory of its own with -o",
                                 directory.string()));
  return target;
}

void check_target(const fs::path& target, Overwrite overwrite) {
  std::error_code problem;
  const fs::file_status status = fs::symlink_status(target, problem);
  if (status.type() == fs::file_type::not_found) return;
  if (problem)
    throw Error(fmt::format("{}: cannot be created ({}); choose another directory with -o", target.string(),
                            problem.message()));
  if (overwrite == Overwrite::refuse)
    throw UsageError(fmt::format(
        "{} exists; use --force to replace the run in it, or -o for another directory", target.string()));
  const bool empty = fs::is_directory(target) && fs::is_empty(target);
  if (!empty && !fs::exists(target / "manifest.json"))
    throw UsageError(
        fmt::format("{} exists and is no run directory (it has no manifest.json), so --force does not "
                    "replace it; choose another directory with -o",
                    target.string()));
}

}  // namespace

fs::path result_target(const fs::path& directory, Overwrite overwrite) {
  fs::path target = target_of(directory);
  check_target(target, overwrite);
  return target;
}

PartialDirectory::PartialDirectory(const fs::path& target) {
  const fs::path parent = target.parent_path().empty() ? fs::path(".") : target.parent_path();
  std::error_code problem;
  fs::create_directories(parent, problem);
  std::string name = (parent / ("." + target.filename().string() + ".partial-XXXXXX")).string();
  if (problem || ::mkdtemp(name.data()) == nullptr)
    throw Error(fmt::format("{}: cannot be created ({}); choose another directory with -o", target.string(),
                            problem ? problem.message() : std::strerror(errno)));
  path_ = name;
}

PartialDirectory::~PartialDirectory() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}
void PartialDirectory::keep_as(const fs::path& target, Overwrite overwrite) {
  try {
    move_to(target, overwrite);
  } catch (const fs::filesystem_error& problem) {
    throw Error(fmt::format("{}: cannot be put in place ({}); choose another directory with -o",
                            target.string(), problem.code().message()));
  }
}

void PartialDirectory::move_to(const fs::path& target, Overwrite overwrite) {
  fs::permissions(path_, fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec |
                             fs::perms::others_read | fs::perms::others_exec);
  std::error_code problem;
  // Where a directory of that name has come up during the run, `rename` refuses.
  if (overwrite == Overwrite::replace && fs::exists(fs::symlink_status(target))) {
    const fs::path old = path_.string() + ".old";
    fs::rename(target, old);
    fs::rename(path_, target);
    fs::remove_all(old, problem);
  } else {
    fs::rename(path_, target);
  }
  path_.clear();
}

}  // namespace hubwatt
