#include "tools/serve_folder.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "scenarios/scenario_reader.hpp"
#include "tools/study/study_file.hpp"
#include "tools/study/study_results.hpp"

namespace hubwatt {

namespace fs = std::filesystem;

namespace {

constexpr int deepest = 3;
constexpr std::size_t most = 1000;

bool is_hidden(const fs::path& path) {
  return path.filename().string().rfind('.', 0) == 0;
}

// Both canonical.
bool lies_below(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

std::optional<fs::path> real_place(const fs::path& path) {
  std::error_code problem;
  fs::path out = fs::canonical(path, problem);
  if (problem) return std::nullopt;
  return out;
}

// Calls `take` with what lies below a folder, links to folders not followed.
template <class Take>
void each_below(const fs::path& folder, int depth, const Take& take) {
  std::error_code problem;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, problem)) {
    if (is_hidden(entry.path())) continue;
    take(entry);
    if (depth > 1 && entry.is_directory(problem) && !entry.is_symlink(problem))
      each_below(entry.path(), depth - 1, take);
  }
}

std::string name_in(const fs::path& manifest) {
  std::ifstream in(manifest, std::ios::binary);
  const auto json = nlohmann::json::parse(in, nullptr, false);
  if (!json.is_object()) return {};
  const auto name = json.find("name");
  return name != json.end() && name->is_string() ? name->get<std::string>() : std::string();
}

std::string written_at(const fs::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return {};
  return fmt::format("{:%Y-%m-%d %H:%M}", fmt::localtime(status.st_mtime));
}

ResultKind kind_of(const fs::path& directory) {
  if (fs::exists(directory / "trajectory.json")) return ResultKind::projection;
  return fs::exists(directory / "summary.json") ? ResultKind::run : ResultKind::unfinished;
}

bool holds_study(const fs::path& file) {
  std::error_code problem;
  return is_study_file(file) && !fs::is_symlink(file, problem) && fs::is_regular_file(file, problem) &&
         StudyFile::kind_of(file) == StudyFile::Kind::study;
}

// What the page can start: a study goes by `hubwatt sweep`.
bool is_served_file(const fs::path& path) {
  std::error_code problem;
  if (path.extension() != ".toml" || is_hidden(path) || !fs::is_regular_file(path, problem)) return false;
  const auto kind = kind_of_file(path);
  return kind != FileKind::platform && kind != FileKind::study;
}

ServedFile described(const fs::path& path) {
  const auto kind = kind_of_file(path);
  return {path.lexically_proximate(fs::current_path()).string(), !kind ? "unclear"
                                                                 : *kind == FileKind::projection
                                                                     ? "projection"
                                                                     : "scenario"};
}

}  // namespace

ServedFolder::ServedFolder(const fs::path& results, const std::vector<fs::path>& inputs) {
  std::error_code problem;
  fs::create_directories(results, problem);
  const auto folder = real_place(results);
  if (!folder || !fs::is_directory(*folder))
    throw Error(fmt::format("{}: is no folder and cannot be made one; name another", results.string()));
  results_ = *folder;
  for (const fs::path& input : inputs) {
    const auto place = real_place(input);
    if (!place || !fs::is_directory(*place))
      throw Error(fmt::format("{}: is no folder; name one with scenarios", input.string()));
    if (std::find(inputs_.begin(), inputs_.end(), *place) == inputs_.end()) inputs_.push_back(*place);
  }
}

std::vector<ServedResult> ServedFolder::list_results() const {
  std::vector<ServedResult> out;
  each_below(results_, deepest, [&](const fs::directory_entry& entry) {
    std::error_code problem;
    if (out.size() < most && holds_study(entry.path())) {
      out.push_back({entry.path().lexically_relative(results_).string(), ResultKind::study,
                     entry.path().stem().string(), written_at(entry.path())});
      return;
    }
    const fs::path manifest = entry.path() / "manifest.json";
    if (out.size() == most || entry.is_symlink(problem) || !fs::is_regular_file(manifest, problem)) return;
    out.push_back({entry.path().lexically_relative(results_).string(), kind_of(entry.path()),
                   name_in(manifest), written_at(manifest)});
  });
  std::sort(out.begin(), out.end(),
            [](const ServedResult& a, const ServedResult& b) { return a.directory < b.directory; });
  return out;
}

std::vector<ServedFile> ServedFolder::list_files() const {
  std::vector<ServedFile> out;
  const auto take = [&](const fs::directory_entry& entry) {
    if (out.size() == most) return;
    const auto place = real_place(entry.path());
    if (place && home_of(*place) && is_served_file(*place)) out.push_back(described(*place));
  };
  for (const fs::path& input : inputs_) each_below(input, 1, take);
  each_below(results_, deepest, take);
  const auto before = [](const ServedFile& a, const ServedFile& b) { return a.path < b.path; };
  const auto same = [](const ServedFile& a, const ServedFile& b) { return a.path == b.path; };
  std::sort(out.begin(), out.end(), before);
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

fs::path ServedFolder::result(std::string_view directory) const {
  const auto place = real_place(results_ / fs::path(directory));
  bool served = place && *place != results_ && lies_below(*place, results_);
  if (served && holds_study(*place)) return *place;
  // A file in it may be a link that leads out.
  for (const char* name : {"manifest.json", "summary.json", "trajectory.json"}) {
    if (!served || !fs::exists(*place / name)) continue;
    const auto file = real_place(*place / name);
    served = file && lies_below(*file, results_);
  }
  if (!served || !fs::exists(*place / "manifest.json"))
    throw NotServed(fmt::format("{}: there is no such result", directory));
  return *place;
}

// The folder that serves a file, for a canonical path.
std::optional<fs::path> ServedFolder::home_of(const fs::path& file) const {
  for (const fs::path& input : inputs_)
    if (file.parent_path() == input) return input;
  if (lies_below(file, results_)) return results_;
  return std::nullopt;
}

fs::path ServedFolder::file(std::string_view path) const {
  const auto place = real_place(fs::path(path));
  if (!place || !home_of(*place) || !is_served_file(*place))
    throw NotServed(fmt::format("{}: there is no such scenario or projection", path));
  return *place;
}

std::string checked_name(std::string_view name) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
  const bool plain = !name.empty() && name.size() <= 80 && name.front() != '.' && name.front() != '-' &&
                     name.find_first_not_of(letters) == std::string_view::npos;
  if (!plain)
    throw NotServed(fmt::format("'{}' is no name; use letters, digits, '.', '-' and '_', at most 80", name));
  return std::string(name);
}

}  // namespace hubwatt
