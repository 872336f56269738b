#include "tools/serve_drafts.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "scenarios/result_directory.hpp"
#include "scenarios/scenario_reader.hpp"
#include "tools/serve_folder.hpp"

namespace hubwatt {

namespace fs = std::filesystem;

namespace {

// A file that was just made, and is gone with this object unless it was kept.
class NewFile {
 public:
  NewFile(int descriptor, fs::path path) : descriptor_(descriptor), path_(std::move(path)) {}
  ~NewFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    std::error_code ignored;
    if (!kept_) fs::remove(path_, ignored);
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  const fs::path& path() const { return path_; }
  void keep() { kept_ = true; }

  void write(std::string_view text) {
    while (!text.empty()) {
      const ssize_t n = ::write(descriptor_, text.data(), text.size());
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0)
        throw Error(fmt::format("{}: cannot be written ({})", path_.string(), std::strerror(errno)));
      text.remove_prefix(static_cast<std::size_t>(n));
    }
  }

 private:
  int descriptor_;
  fs::path path_;
  bool kept_ = false;
};

}  // namespace

std::vector<Diagnostic> check_draft(const fs::path& origin, std::string_view text) {
  constexpr std::string_view ending = ".toml";
  std::string name = (origin.parent_path() / fmt::format(".draft-XXXXXX{}", ending)).string();
  const int descriptor = ::mkostemps(name.data(), static_cast<int>(ending.size()), O_CLOEXEC);
  if (descriptor < 0)
    throw Error(
        fmt::format("{}: takes no file to check ({})", origin.parent_path().string(), std::strerror(errno)));
  NewFile file(descriptor, name);
  file.write(text);
  std::vector<Diagnostic> mistakes = check_file(file.path());
  for (Diagnostic& mistake : mistakes)
    if (fs::path(mistake.file).filename() == file.path().filename())
      mistake.file = origin.filename().string();
  return mistakes;
}

fs::path save_draft(const fs::path& origin, std::string_view name, std::string_view text) {
  const fs::path path = origin.parent_path() / (checked_name(name) + ".toml");
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0 && errno == EEXIST)
    throw UsageError(fmt::format("{} exists; choose another name", path.filename().string()));
  if (descriptor < 0)
    throw Error(fmt::format("{}: cannot be written ({})", path.string(), std::strerror(errno)));
  NewFile file(descriptor, path);
  file.write(text);
  file.keep();
  return path;
}

}  // namespace hubwatt
