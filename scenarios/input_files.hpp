// The files a scenario is made of: each read whole, once, and remembered with its SHA-256 for the manifest's
// digest. Not a cache across runs and not a search path: a path is relative to the file that names it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "models/error.hpp"
#include "scenarios/scenario.hpp"

namespace hubwatt {

struct InputFile {
  std::string path;  // as written where the file is named; the name used in messages
  std::string text;
};

class InputFiles {
 public:
  // The file at `path`, relative to `folder`. Where it cannot be read, adds `named_at` (the place that names
  // it) with problem and suggestion filled in to `mistakes` and returns null. The pointer lives as long as
  // *this.
  const InputFile* read(std::string_view path, const std::filesystem::path& folder, Diagnostic named_at,
                        std::vector<Diagnostic>& mistakes);

  // Every file read, in order of first reading.
  std::vector<FileDigest> digests() const;

 private:
  struct Entry {
    std::filesystem::path place;
    InputFile file;
    std::string sha256;
  };
  std::vector<std::unique_ptr<Entry>> entries_;
};

// One digest over all files: SHA-256 of the lines "<sha256>  <path>\n", so that it changes with any byte of
// any file, with a file's name and with their order.
std::string scenario_digest(const std::vector<FileDigest>& files);

}  // namespace hubwatt
