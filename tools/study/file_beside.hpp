// A database that is written beside the one whose place it takes: that one is there until the new one is whole.
#pragma once

#include <filesystem>

namespace hubwatt {

class FileBeside {
 public:
  explicit FileBeside(const std::filesystem::path& target);
  ~FileBeside();
  FileBeside(const FileBeside&) = delete;
  FileBeside& operator=(const FileBeside&) = delete;

  // Not there yet; gone with this object unless it took the other's place.
  const std::filesystem::path& path() const { return path_; }

  // Once it is closed. Throws DatabaseError where the disk refuses.
  void take_place();

 private:
  void remove() const;

  std::filesystem::path target_, path_;
};

}  // namespace hubwatt
