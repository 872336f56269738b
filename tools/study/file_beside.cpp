#include "tools/study/file_beside.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <string>
#include <system_error>

#include "tools/study/database.hpp"

namespace hubwatt {

namespace fs = std::filesystem;

FileBeside::FileBeside(const fs::path& target)
    : target_(fs::is_symlink(target) ? fs::canonical(target) : target), path_(target_.string() + ".partial") {
  remove();
}

FileBeside::~FileBeside() {
  remove();
}

void FileBeside::take_place() {
  const int file = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  const bool kept = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  std::error_code problem;
  // What an earlier file of this name left undone is none of this one's.
  fs::remove(target_.string() + "-journal", problem);
  if (kept) fs::rename(path_, target_, problem);
  if (!kept || problem)
    throw DatabaseError(DatabaseError::Kind::disk, Diagnostic{target_.string(), 0, 0, "", "cannot be written",
                                                              "look at the rights of its folder"});
}

void FileBeside::remove() const {
  std::error_code ignored;
  fs::remove(path_, ignored);
  fs::remove(path_.string() + "-journal", ignored);
}

}  // namespace hubwatt
