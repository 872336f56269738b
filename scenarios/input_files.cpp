#include "scenarios/input_files.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "models/nearest_name.hpp"
#include "scenarios/sha256.hpp"

namespace hubwatt {
namespace {

namespace fs = std::filesystem;

// Names of the files beside a missing one, for "did you mean".
std::string suggest_neighbour(const fs::path& place) {
  std::error_code unreadable;
  std::vector<std::string> names;
  const fs::path folder = place.has_parent_path() ? place.parent_path() : fs::path(".");
  if (!fs::is_directory(folder, unreadable)) return "the folder is missing too";
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, unreadable)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());  // a folder's order is not defined
  if (const auto name = nearest_name(place.filename().string(), names))
    return "did you mean '" + *name + "'?";
  return "a relative path starts at the folder of the file that names it";
}

// Fills in why `place` cannot be read; leaves `found` without a problem where it can.
void examine(const fs::path& place, std::string_view path, Diagnostic& found) {
  std::error_code failed;
  const fs::file_status status = fs::status(place, failed);
  const std::string quoted = "\"" + std::string(path) + "\"";
  if (status.type() == fs::file_type::not_found) {
    found.problem = "cannot read " + quoted + " (no such file)";
    found.suggestion = suggest_neighbour(place);
  } else if (status.type() == fs::file_type::directory) {
    found.problem = "cannot read " + quoted + " (it is a folder)";
    found.suggestion = "name a file in it";
  } else if (status.type() == fs::file_type::character || status.type() == fs::file_type::block) {
    found.problem = "cannot read " + quoted + " (it is a device)";
    found.suggestion = "name a file";
  } else if (failed) {
    found.problem = "cannot read " + quoted + " (" + failed.message() + ")";
  }
}

}  // namespace

const InputFile* InputFiles::read(std::string_view path, const fs::path& folder, Diagnostic named_at,
                                  std::vector<Diagnostic>& mistakes) {
  const fs::path place = (folder / fs::path(path)).lexically_normal();
  for (const auto& entry : entries_) {
    if (entry->place == place) return &entry->file;
  }

  examine(place, path, named_at);
  std::string text;
  if (named_at.problem.empty()) {
    std::ifstream in(place, std::ios::binary);
    if (in) text.assign(std::istreambuf_iterator<char>(in), {});
    if (!in || in.bad()) {
      named_at.problem =
          "cannot read \"" + std::string(path) + "\" (" + std::generic_category().message(errno) + ")";
      named_at.suggestion = "check the permissions of the file";
    }
  }
  if (!named_at.problem.empty()) {
    mistakes.push_back(std::move(named_at));
    return nullptr;
  }

  std::string digest = sha256(text);
  entries_.push_back(std::make_unique<Entry>(
      Entry{place, InputFile{std::string(path), std::move(text)}, std::move(digest)}));
  return &entries_.back()->file;
}

std::vector<FileDigest> InputFiles::digests() const {
  std::vector<FileDigest> out;
  for (const auto& entry : entries_) out.push_back({entry->file.path, entry->sha256});
  return out;
}

std::string scenario_digest(const std::vector<FileDigest>& files) {
  std::string lines;
  for (const FileDigest& file : files) lines += file.sha256 + "  " + file.path + "\n";
  return sha256(lines);
}

}  // namespace hubwatt
