#include "scenarios/scenario_reader.hpp"

#include <algorithm>
#include <utility>

#include "models/nearest_name.hpp"
#include "scenarios/platform_fields.hpp"
#include "scenarios/platform_reader.hpp"
#include "scenarios/scenario_fields.hpp"
#include "scenarios/toml_document.hpp"
#include "scenarios/training_fields.hpp"

namespace hubwatt {
namespace {

template <class T>
std::vector<std::string> keys_of() {
  std::vector<std::string> keys;
  for (const auto& field : form_of<T>().fields) keys.emplace_back(field.key);
  return keys;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Overrides by the file they belong to.
struct Sorted {
  std::vector<Override> scenario, platform;
};

Sorted sort_overrides(std::span<const std::string> overrides, std::vector<Diagnostic>& mistakes) {
  const std::vector<std::string> of_scenario = keys_of<Scenario>();
  const std::vector<std::string> of_platform = keys_of<Platform>();
  std::vector<std::string> all = of_scenario;
  all.insert(all.end(), of_platform.begin(), of_platform.end());
  Sorted out;
  for (const std::string& text : overrides) {
    auto parsed = parse_override(text);
    if (auto* mistake = std::get_if<Diagnostic>(&parsed)) {
      mistakes.push_back(std::move(*mistake));
      continue;
    }
    auto& change = std::get<Override>(parsed);
    const std::string& first = change.path.front();
    if (contains(of_scenario, first)) {
      out.scenario.push_back(std::move(change));
    } else if (contains(of_platform, first)) {
      out.platform.push_back(std::move(change));
    } else {
      mistakes.push_back({"--set " + text, 0, 0, first, "neither a scenario nor a platform has such a key",
                          suggestion_for(first, all)});
    }
  }
  return out;
}

void apply(Node& root, std::span<const Override> overrides, std::vector<Diagnostic>& mistakes) {
  for (const Override& change : overrides) {
    if (auto mistake = apply_override(root, change)) mistakes.push_back(std::move(*mistake));
  }
}

// Reads the platform the scenario names into `scenario`; names and catalogue stay in `reading`, whose folder and
// mistakes are the scenario's again afterwards.
void read_named_platform(const Node& root, std::span<const Override> overrides, Scenario& scenario,
                         Reading& reading) {
  const Node* named = root.find("platform");
  if (named == nullptr || named->text() == nullptr) return;
  const std::filesystem::path path(*named->text());
  auto platform =
      read_document(path, reading.folder, reading.place_of(*named), reading.files, reading.mistakes);
  if (!platform) return;
  apply(*platform, overrides, reading.mistakes);
  const std::filesystem::path folder = std::exchange(reading.folder, (reading.folder / path).parent_path());
  scenario.platform = read_platform(*platform, reading);
  reading.folder = folder;
}

// Names of workloads are columns of results, so each is there once.
void check_unique_names(const Node& root, Reading& reading) {
  std::vector<std::string> seen;
  for (const std::string_view list : {"training", "inference"}) {
    const Node* tables = root.find(list);
    if (tables == nullptr || tables->array() == nullptr) continue;
    for (const Node& table : *tables->array()) {
      const std::string name = element_name(table);
      if (!name.empty() && contains(seen, name)) {
        reading.mistake_at_key(table, "name", "the name " + in_quotes(name) + " is taken already",
                               "choose another name");
      }
      seen.push_back(name);
    }
  }
}

// What workloads ask of the platform, for those that could be read.
void check_workloads(const Scenario& scenario, const Node& root, Reading& reading) {
  const Node* tables = root.find("training");
  if (tables == nullptr || tables->array() == nullptr) return;
  if (tables->array()->size() != scenario.training.size()) return;
  for (std::size_t i = 0; i < scenario.training.size(); ++i) {
    const Node& table = (*tables->array())[i];
    if (reading.fine(table)) check_training(scenario.training[i], table, scenario.platform, reading);
  }
}

}  // namespace

Scenario read_scenario(const std::filesystem::path& path, std::span<const std::string> overrides,
                       std::optional<std::uint64_t> seed) {
  InputFiles files;
  Reading reading{.files = files, .folder = path.parent_path(), .catalogue = read_catalogue()};
  Sorted changes = sort_overrides(overrides, reading.mistakes);
  const Diagnostic named_at{path.string(), 0, 0, "", "", ""};
  auto root = read_document(path.filename(), reading.folder, named_at, files, reading.mistakes);
  if (!root) throw InputError(std::move(reading.mistakes));
  apply(*root, changes.scenario, reading.mistakes);

  Scenario scenario;
  read_named_platform(*root, changes.platform, scenario, reading);
  const bool platform_fine = reading.mistakes.empty() && !scenario.platform.hubs.empty();
  Platform platform = std::move(scenario.platform);
  check_unique_names(*root, reading);
  scenario = read_form(*root, form_of<Scenario>(), reading).value_or(Scenario{});
  scenario.platform = std::move(platform);
  if (platform_fine) check_workloads(scenario, *root, reading);
  if (!reading.mistakes.empty()) throw InputError(in_order_of_place(std::move(reading.mistakes)));
  if (seed) scenario.seed = *seed;
  scenario.overrides.assign(overrides.begin(), overrides.end());
  scenario.files = files.digests();
  scenario.directory = path.parent_path();
  return scenario;
}

std::optional<FileKind> kind_of_file(const std::filesystem::path& path) {
  InputFiles files;
  std::vector<Diagnostic> mistakes;
  const auto root = read_document(path.filename(), path.parent_path(), {}, files, mistakes);
  if (!root) return std::nullopt;
  const auto has = [&root](std::string_view key) { return root->find(key) != nullptr; };
  if (has("platform") || has("training") || has("inference")) return FileKind::scenario;
  if (has("hub") || has("link") || has("origin")) return FileKind::platform;
  return std::nullopt;
}

std::vector<Diagnostic> check_file(const std::filesystem::path& path) {
  try {
    if (kind_of_file(path) == FileKind::platform) {
      InputFiles files;
      read_platform(path, files);
    } else {
      read_scenario(path);
    }
  } catch (const InputError& error) {
    return error.mistakes();
  }
  return {};
}

}  // namespace hubwatt
