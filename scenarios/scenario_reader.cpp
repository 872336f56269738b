#include "scenarios/scenario_reader.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "models/contract.hpp"
#include "models/nearest_name.hpp"
#include "scenarios/inference_fields.hpp"
#include "scenarios/outage_fields.hpp"
#include "scenarios/platform_fields.hpp"
#include "scenarios/platform_reader.hpp"
#include "scenarios/projection/projection_reader.hpp"
#include "scenarios/rack_checks.hpp"
#include "scenarios/scenario_fields.hpp"
#include "scenarios/scenario_source.hpp"
#include "scenarios/study/study_reader.hpp"
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
  std::copy_if(of_platform.begin(), of_platform.end(), std::back_inserter(all),
               [&of_scenario](const std::string& key) { return !contains(of_scenario, key); });
  Sorted out;
  for (const std::string& text : overrides) {
    auto parsed = parse_override(text);
    if (auto* mistake = std::get_if<Diagnostic>(&parsed)) {
      mistakes.push_back(std::move(*mistake));
      continue;
    }
    auto& change = std::get<Override>(parsed);
    const std::string& first = change.path.front();
    if (first == "basis") {
      mistakes.push_back({"--set " + text, 0, 0, first,
                          "says how the figures of a file are founded, and is not set", "change the file"});
    } else if (contains(of_scenario, first)) {
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

// The tree of the platform that the scenario names, with overrides, and the folder that its paths start at.
std::optional<Node> named_platform(const Node& root, std::span<const Override> overrides, Reading& reading,
                                   std::filesystem::path& folder) {
  const Node* named = root.find("platform");
  if (named == nullptr || named->text() == nullptr) return std::nullopt;
  const std::filesystem::path path(*named->text());
  auto platform =
      read_document(path, reading.folder, reading.place_of(*named), reading.files, reading.mistakes);
  if (!platform) return std::nullopt;
  apply(*platform, overrides, reading.mistakes);
  folder = (reading.folder / path).parent_path();
  return platform;
}

// Names and catalogue stay in `reading`, whose folder is the scenario's again afterwards.
Platform read_platform_in(const std::filesystem::path& folder, const Node& platform, Reading& reading) {
  const std::filesystem::path own = std::exchange(reading.folder, folder);
  Platform out = read_platform(platform, reading);
  reading.folder = own;
  return out;
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

// Calls `check` for each workload that could be read.
template <class Workload, class Check>
void check_each(const std::vector<Workload>& workloads, const Node* tables, Reading& reading,
                const Check& check) {
  if (tables == nullptr || tables->array() == nullptr || tables->array()->size() != workloads.size()) return;
  for (std::size_t i = 0; i < workloads.size(); ++i) {
    const Node& table = (*tables->array())[i];
    if (reading.fine(table)) check(workloads[i], table);
  }
}

// What workloads ask of a platform, the scenario's or another.
void check_workloads(const Scenario& scenario, const Platform& platform, const Node& root, Reading& reading) {
  check_each(scenario.training, root.find("training"), reading,
             [&](const TrainingWorkload& workload, const Node& table) {
               check_job_count(workload, table, scenario.period.length, reading);
               check_training(workload, table, platform, reading);
             });
  check_each(scenario.inference, root.find("inference"), reading,
             [&](const InferenceService& service, const Node& table) {
               check_service(service, table, platform, reading);
             });
}

// What workloads, outages and engine ask of the platform.
void check_against_platform(const Scenario& scenario, const Node& root, Reading& reading) {
  check_workloads(scenario, scenario.platform, root, reading);
  check_outages(scenario, root, reading);
  check_engine(scenario, root, reading);
}

bool changes_only(std::span<const Override> changes, std::string_view first, std::string_view second) {
  return std::all_of(changes.begin(), changes.end(), [&](const Override& change) {
    return change.path.front() == first || change.path.front() == second;
  });
}

// What workloads ask of a platform; of a hub that is its racks.
bool moves_servers_or_paths(std::span<const Override> changes) {
  return std::any_of(changes.begin(), changes.end(), [](const Override& change) {
    return change.path.front() != "hub" || change.path.size() < 3 || change.path[2] == "rack";
  });
}

// Positions of the hubs that changes address; the first where they address none, since a platform has one.
std::vector<std::size_t> addressed_hubs(const Node& root, std::span<const Override> changes) {
  const Array& hubs = *root.find("hub")->array();
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < hubs.size(); ++i) {
    const std::string name = element_name(hubs[i]);
    if (std::any_of(changes.begin(), changes.end(), [&name](const Override& change) {
          return change.path.front() == "hub" && change.path.size() > 1 && change.path[1] == name;
        }))
      out.push_back(i);
  }
  if (out.empty()) out.push_back(0);
  return out;
}

// The platform without links and origins, and with these hubs alone.
Node part_of(const Node& root, const std::vector<std::size_t>& hubs) {
  Node part{root.place, root.path, Table{}};
  for (const Member& member : *root.table()) {
    if (member.key == "link" || member.key == "origin") continue;
    Table& members = std::get<Table>(part.value);
    if (member.key != "hub") {
      members.push_back(member);
      continue;
    }
    Array chosen;
    for (const std::size_t hub : hubs) chosen.push_back((*member.node.array())[hub]);
    members.push_back(
        {member.key, member.key_place, {member.node.place, member.node.path, std::move(chosen)}});
  }
  return part;
}

// No other file has these at its top.
bool is_study(const Node& root) {
  return root.find("scenario") != nullptr || root.find("axis") != nullptr;
}

// Reads the workloads of a list that changes address, by name as inputs have it, and checks them.
template <class Workload, class Check>
void read_addressed(const Node& root, std::string_view list, std::span<const Override> changes, Reading& reading,
                    std::vector<std::pair<std::size_t, Workload>>& out, const Check& check) {
  const Node* tables = root.find(list);
  if (tables == nullptr || tables->array() == nullptr) return;
  for (std::size_t i = 0; i < tables->array()->size(); ++i) {
    const Node& table = (*tables->array())[i];
    const std::string name = element_name(table);
    if (std::none_of(changes.begin(), changes.end(), [&](const Override& change) {
          return change.path.size() > 1 && change.path[0] == list && change.path[1] == name;
        }))
      continue;
    auto workload = Kind<Workload>::read(table, any_number, reading);
    if (!workload) continue;
    if (reading.fine(table)) check(*workload, table);
    out.emplace_back(i, std::move(*workload));
  }
}

// The seed of the command line is no override.
void note_seed(std::uint64_t seed, std::vector<InputUse>& inputs) {
  const auto used =
      std::find_if(inputs.begin(), inputs.end(), [](const InputUse& use) { return use.key == "seed"; });
  HUBWATT_EXPECTS(used != inputs.end());
  *used = {.key = "seed",
           .value = std::to_string(seed),
           .file = "--seed " + std::to_string(seed),
           .meaning = used->meaning};
}

}  // namespace

Scenario read_scenario(const std::filesystem::path& path, std::span<const std::string> overrides,
                       std::optional<std::uint64_t> seed) {
  auto source = std::make_shared<ScenarioSource>();
  source->catalogue = read_catalogue();
  source->files = std::make_shared<InputFiles>();
  InputFiles& files = *source->files;
  InputTrace trace;
  Reading reading{.files = files, .folder = path.parent_path(), .catalogue = source->catalogue};
  reading.inputs = &trace;
  Sorted changes = sort_overrides(overrides, reading.mistakes);
  const Diagnostic named_at{path.string(), 0, 0, "", "", ""};
  auto root = read_document(path.filename(), reading.folder, named_at, files, reading.mistakes);
  if (!root) throw InputError(std::move(reading.mistakes));
  if (root->find("hub") != nullptr && root->find("platform") == nullptr) {
    throw InputError(Diagnostic{path.string(), 1, 1, "", "is a platform, and a scenario is due",
                                "name a scenario whose key 'platform' names this file"});
  }
  if (root->find("scope") != nullptr || root->find("base") != nullptr) {
    throw InputError(Diagnostic{path.string(), 1, 1, "", "is a projection, and a scenario is due",
                                "carry it out with `hubwatt project`"});
  }
  if (is_study(*root)) {
    throw InputError(Diagnostic{path.string(), 1, 1, "", "is a study, and a scenario is due",
                                "carry it out with `hubwatt sweep`"});
  }
  apply(*root, changes.scenario, reading.mistakes);

  Platform platform;
  if (auto tree = named_platform(*root, changes.platform, reading, source->platform_folder)) {
    trace.begin(*tree, *root->find("platform")->text());
    platform = read_platform_in(source->platform_folder, *tree, reading);
    source->platform = std::move(*tree);
  }
  const bool platform_fine = reading.mistakes.empty() && !platform.hubs.empty();
  check_unique_names(*root, reading);
  trace.begin(*root, path.filename().string());
  Scenario scenario = read_form(*root, form_of<Scenario>(), reading).value_or(Scenario{});
  scenario.platform = std::move(platform);
  if (platform_fine) check_against_platform(scenario, *root, reading);
  if (!reading.mistakes.empty()) throw InputError(in_order_of_place(std::move(reading.mistakes)));
  scenario.inputs = trace.inputs();
  if (seed) {
    scenario.seed = *seed;
    note_seed(*seed, scenario.inputs);
  }
  scenario.overrides.assign(overrides.begin(), overrides.end());
  scenario.files = files.digests();
  scenario.directory = path.parent_path();
  source->scenario = std::move(*root);
  scenario.source = std::move(source);
  return scenario;
}

// Hubs and servers do not follow from each other, nor from the rest, so of a large platform only what is changed is
// read again.
std::optional<Platform> platform_with(const Scenario& scenario, std::span<const Override> changes) {
  HUBWATT_EXPECTS(scenario.source != nullptr);
  const ScenarioSource& source = *scenario.source;
  Reading reading{.files = *source.files, .folder = scenario.directory, .catalogue = source.catalogue};
  Scenario changed;  // as far as outages and engine ask for it
  if (changes_only(changes, "hub", "server")) {
    const std::vector<std::size_t> hubs = addressed_hubs(source.platform, changes);
    Node part = part_of(source.platform, hubs);
    apply(part, changes, reading.mistakes);
    Platform read = read_platform_in(source.platform_folder, part, reading);
    if (!reading.mistakes.empty()) return std::nullopt;
    changed.platform = scenario.platform;
    changed.platform.servers = std::move(read.servers);
    for (std::size_t i = 0; i < hubs.size(); ++i) changed.platform.hubs[hubs[i]] = std::move(read.hubs[i]);
    check_racks(changed.platform, source.platform, reading);
  } else {
    Node root = source.platform;
    apply(root, changes, reading.mistakes);
    changed.platform = read_platform_in(source.platform_folder, root, reading);
  }
  if (!reading.mistakes.empty()) return std::nullopt;
  changed.period = scenario.period, changed.outages = scenario.outages, changed.engine = scenario.engine;
  if (moves_servers_or_paths(changes)) check_workloads(scenario, changed.platform, source.scenario, reading);
  check_outages(changed, source.scenario, reading);
  check_engine(changed, source.scenario, reading);
  if (!reading.mistakes.empty()) return std::nullopt;
  return std::move(changed.platform);
}

std::optional<WorkloadChanges> workloads_with(const Scenario& scenario, std::span<const Override> changes) {
  HUBWATT_EXPECTS(scenario.source != nullptr);
  const ScenarioSource& source = *scenario.source;
  Reading reading{.files = *source.files, .folder = scenario.directory, .catalogue = source.catalogue};
  reading.names_known = true;
  for (const Origin& origin : scenario.platform.origins) reading.origins.push_back(origin.id);
  for (const Hub& hub : scenario.platform.hubs) reading.hubs.push_back(hub.id);
  Node root = source.scenario;
  apply(root, changes, reading.mistakes);
  if (!reading.mistakes.empty()) return std::nullopt;
  WorkloadChanges out;
  read_addressed<TrainingWorkload>(
      root, "training", changes, reading, out.training, [&](const TrainingWorkload& workload, const Node& table) {
        check_job_count(workload, table, scenario.period.length, reading);
        check_training(workload, table, scenario.platform, reading);
      });
  read_addressed<InferenceService>(
      root, "inference", changes, reading, out.inference,
      [&](const InferenceService& service, const Node& table) {
        check_service(service, table, scenario.platform, reading);
      });
  if (!reading.mistakes.empty()) return std::nullopt;
  return out;
}

std::optional<FileKind> kind_of_file(const std::filesystem::path& path) {
  InputFiles files;
  std::vector<Diagnostic> mistakes;
  const auto root = read_document(path.filename(), path.parent_path(), {}, files, mistakes);
  if (!root) return std::nullopt;
  const auto has = [&root](std::string_view key) { return root->find(key) != nullptr; };
  if (is_study(*root)) return FileKind::study;
  if (has("scope") || has("place") || has("base")) return FileKind::projection;
  if (has("platform") || has("training") || has("inference")) return FileKind::scenario;
  if (has("hub") || has("link") || has("origin")) return FileKind::platform;
  return std::nullopt;
}

std::vector<Diagnostic> check_file(const std::filesystem::path& path) {
  try {
    const std::optional<FileKind> kind = kind_of_file(path);
    if (kind == FileKind::platform) {
      InputFiles files;
      read_platform(path, files);
    } else if (kind == FileKind::projection) {
      read_projection(path);
    } else if (kind == FileKind::study) {
      read_study(path);
    } else {
      read_scenario(path);
    }
  } catch (const InputError& error) {
    return error.mistakes();
  }
  return {};
}

}  // namespace hubwatt
