#include "scenarios/platform_reader.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "models/contract.hpp"
#include "platforms/catalogue.hpp"
#include "scenarios/basis.hpp"
#include "scenarios/foundation.hpp"
#include "scenarios/platform_fields.hpp"
#include "scenarios/toml_document.hpp"

namespace hubwatt {
namespace {

std::vector<std::string> names_in(const Node& root, std::string_view list) {
  std::vector<std::string> names;
  const Node* elements = root.find(list);
  if (elements == nullptr || elements->array() == nullptr) return names;
  for (const Node& element : *elements->array()) names.push_back(element_name(element));
  return names;
}

// Hubs and origins share one space of names, for links may end at either.
void check_unique(const Node& root, std::span<const std::string_view> lists, Reading& reading) {
  std::vector<std::string> seen;
  for (const std::string_view list : lists) {
    const Node* elements = root.find(list);
    if (elements == nullptr || elements->array() == nullptr) continue;
    for (const Node& element : *elements->array()) {
      const std::string name = element_name(element);
      if (name.empty()) continue;
      if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
        reading.mistake_at_key(element, "id", "the name " + in_quotes(name) + " is taken already",
                               "choose another id");
      }
      seen.push_back(name);
    }
  }
}

// What --set addresses in a type that the file does not have is the catalogue's.
bool is_change_of_catalogue(const Member& server) {
  return server.key_place.line == 0 && server.node.table() != nullptr;
}

// The file's own server types follow the catalogue's.
void add_own_servers(const Node& root, Reading& reading) {
  Node& known = *reading.catalogue.find("server");
  const Node* own = root.find("server");
  if (own == nullptr || own->table() == nullptr) return;
  for (const Member& member : *own->table()) {
    if (Node* type = known.find(member.key); type != nullptr && is_change_of_catalogue(member)) {
      *type = merged(std::move(*type), member.node);
      set_paths(*type, member.node.path);
      continue;
    } else if (type != nullptr) {
      reading.mistake(member.node, "the catalogue has a server type of this name",
                      "choose another name; entry = '" + member.key + "' takes over its figures");
      continue;
    }
    std::get<Table>(known.value).push_back(member);
  }
}

// A type that stands in no rack is no input.
void forget_idle_types(const Platform& platform, InputTrace& inputs) {
  std::set<std::string> in_use;
  for (const Hub& hub : platform.hubs)
    for (const RackGroup& group : hub.racks) in_use.insert(platform.servers[group.server.index].id);
  inputs.forget_if([&in_use](const std::string& key) {
    if (!key.starts_with("server.")) return false;
    const auto parts = keys_of_path(key);
    return parts && !in_use.contains((*parts)[1]);
  });
}

}  // namespace

Node read_catalogue() {
  Node all{{}, "", Table{}};
  for (const CatalogueFile& file : catalogue_files()) {
    auto parsed = parse_toml(file.text, "catalogue/" + std::string(file.name));
    HUBWATT_EXPECTS(std::holds_alternative<Node>(parsed));
    all = merged(std::move(all), std::get<Node>(parsed));
  }
  found_by_entries(all);
  return all;
}

std::optional<Node> read_document(const std::filesystem::path& path, const std::filesystem::path& folder,
                                  const Diagnostic& named_at, InputFiles& files,
                                  std::vector<Diagnostic>& mistakes) {
  const InputFile* file = files.read(path.string(), folder, named_at, mistakes);
  if (file == nullptr) return std::nullopt;
  auto parsed = parse_toml(file->text, (folder / path).lexically_normal().string());
  if (auto* mistake = std::get_if<Diagnostic>(&parsed)) {
    mistakes.push_back(std::move(*mistake));
    return std::nullopt;
  }
  auto& root = std::get<Node>(parsed);
  found_by_tables(root);
  check_basis(root, mistakes);
  return std::move(root);
}

Platform read_platform(const Node& root, Reading& reading) {
  reading.names_known = true;
  add_own_servers(root, reading);
  for (const Member& member : *reading.catalogue.find("server")->table())
    reading.servers.push_back(member.key);
  reading.origins = names_in(root, "origin");
  reading.hubs = names_in(root, "hub");
  constexpr std::string_view ends[] = {"hub", "origin"};
  constexpr std::string_view links[] = {"link"};
  check_unique(root, ends, reading);
  check_unique(root, links, reading);
  Platform platform = read_form(root, form_of<Platform>(), reading).value_or(Platform{});
  for (Hub& hub : platform.hubs) {
    if (hub.name.empty()) hub.name = hub.id;
  }
  if (reading.inputs != nullptr && reading.mistakes.empty()) forget_idle_types(platform, *reading.inputs);
  return platform;
}

Platform read_platform(const std::filesystem::path& path, InputFiles& files,
                       std::span<const Override> overrides) {
  Reading reading{.files = files, .folder = path.parent_path(), .catalogue = read_catalogue()};
  const Diagnostic named_at{path.string(), 0, 0, "", "", ""};
  auto root = read_document(path.filename(), reading.folder, named_at, files, reading.mistakes);
  if (!root) throw InputError(std::move(reading.mistakes));
  if (root->find("platform") != nullptr && root->find("hub") == nullptr) {
    throw InputError(Diagnostic{path.string(), 1, 1, "", "is a scenario, and a platform is due",
                                "name the file that its key 'platform' names"});
  }
  for (const Override& change : overrides) {
    if (auto mistake = apply_override(*root, change)) reading.mistakes.push_back(std::move(*mistake));
  }
  Platform platform = read_platform(*root, reading);
  if (!reading.mistakes.empty()) throw InputError(in_order_of_place(std::move(reading.mistakes)));
  return platform;
}

}  // namespace hubwatt
