#include "scenarios/study/study_keys.hpp"

#include <algorithm>
#include <set>

#include "models/nearest_name.hpp"
#include "scenarios/override.hpp"

namespace hubwatt {
namespace {

using Path = std::vector<std::string>;

std::string text_of(const Path& path) {
  std::string out;
  for (const std::string& key : path) out += (out.empty() ? "" : ".") + key;
  return out;
}

// Keys that would do nothing in a study, and what does.
struct UselessKey {
  const char *key, *why, *instead;
};
constexpr UselessKey useless_keys[] = {
    {"seed", "is set by the study's own `seeds`", "write seeds = [1, 2, 3]"},
    {"name", "names a folder of results, and a study has none for its runs", "leave it out"},
    {"output", "says which files a run writes, and a study keeps figures only", "leave it out"},
};

// The path of an override; a mistake at `at` and nothing where it is none, or does nothing.
std::optional<Path> path_of(const std::string& text, const Node& at, Reading& reading) {
  auto parsed = parse_override(text);
  if (const auto* mistake = std::get_if<Diagnostic>(&parsed)) {
    reading.mistake(at, in_quotes(text) + ": " + mistake->problem, mistake->suggestion);
    return std::nullopt;
  }
  Path path = std::move(std::get<Override>(parsed).path);
  for (const UselessKey& useless : useless_keys) {
    if (path.front() != useless.key) continue;
    reading.mistake(at, in_quotes(useless.key) + " " + useless.why, useless.instead);
    return std::nullopt;
  }
  return path;
}

// The paths of a list of overrides. One that a later one replaces does nothing.
std::vector<Path> paths_of_list(const std::vector<std::string>& set, const Node& list, Reading& reading) {
  std::vector<Path> paths;
  for (std::size_t i = 0; i < set.size(); ++i) {
    const Node& at = (*list.array())[i];
    const auto path = path_of(set[i], at, reading);
    if (!path) continue;
    for (const Path& earlier : paths)
      if (replaces(*path, earlier))
        reading.mistake(at, "replaces what the same list sets at " + in_quotes(text_of(earlier)),
                        "leave one of them out");
    paths.push_back(*path);
  }
  return paths;
}

// By level; one for a range or values.
std::vector<std::vector<Path>> paths_of_axis(const Axis& axis, const Node& table, Reading& reading) {
  const Node* levels = table.find("level");
  if (levels == nullptr) {
    const Node& key = *table.find("key");
    std::vector<Path> paths;
    if (const auto path = path_of(*key.text() + "=0", key, reading)) paths.push_back(*path);
    return {paths};
  }
  std::vector<std::vector<Path>> out;
  for (std::size_t i = 0; i < axis.levels.size(); ++i) {
    const Node* list = (*levels->array())[i].find("set");
    out.push_back(list ? paths_of_list(axis.levels[i].set, *list, reading) : std::vector<Path>{});
  }
  return out;
}

// Axes are applied in their order, after `set`.
void check_against_earlier(const std::set<Path>& later, const std::set<Path>& earlier,
                           const std::string& name, const Node& at, Reading& reading) {
  for (const Path& change : later)
    for (const Path& before : earlier) {
      if (same_key(change, before))
        reading.mistake(at, "sets " + in_quotes(text_of(change)) + ", as axis " + in_quotes(name) + " does",
                        "let one axis set it");
      else if (replaces(change, before))
        reading.mistake(at,
                        "replaces all of " + in_quotes(text_of(change)) + ", of which axis " +
                            in_quotes(name) + " sets a part",
                        "put this axis first");
    }
}

}  // namespace

bool replaces(const Path& later, const Path& earlier) {
  return later.size() <= earlier.size() &&
         std::equal(later.begin(), later.end(), earlier.begin(),
                    [](const std::string& a, const std::string& b) { return a == "*" || a == b; });
}

bool same_key(const Path& a, const Path& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const std::string& one, const std::string& other) {
                      return one == "*" || other == "*" || one == other;
                    });
}

void check_study_keys(const Study& study, const Node& root, Reading& reading) {
  std::vector<Path> shared;
  if (const Node* list = root.find("set")) shared = paths_of_list(study.set, *list, reading);
  std::vector<std::set<Path>> by_axis;
  for (std::size_t i = 0; i < study.axes.size(); ++i) {
    const Node& table = (*root.find("axis")->array())[i];
    const auto by_level = paths_of_axis(study.axes[i], table, reading);
    std::set<Path> all;
    for (const auto& paths : by_level) all.insert(paths.begin(), paths.end());
    for (std::size_t other = 0; other < i; ++other)
      check_against_earlier(all, by_axis[other], study.axes[other].name, table, reading);
    for (std::size_t s = 0; s < shared.size() && shared.size() == study.set.size(); ++s) {
      const auto undone = [&](const std::vector<Path>& paths) {
        return std::any_of(paths.begin(), paths.end(),
                           [&](const Path& path) { return replaces(path, shared[s]); });
      };
      if (std::all_of(by_level.begin(), by_level.end(), undone))
        reading.mistake(
            (*root.find("set")->array())[s],
            "does nothing: every level of axis " + in_quotes(study.axes[i].name) + " sets it anew",
            "leave it out");
    }
    by_axis.push_back(std::move(all));
  }
}

}  // namespace hubwatt
