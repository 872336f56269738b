#include "scenarios/projection/projection_reader.hpp"

#include "models/nearest_name.hpp"
#include "scenarios/override.hpp"
#include "scenarios/platform_reader.hpp"
#include "scenarios/projection/projection_checks.hpp"
#include "scenarios/projection/projection_fields.hpp"
#include "scenarios/projection/simulated_plant.hpp"

namespace hubwatt {
namespace {

enum class BesideFiles { read, ignore };

std::vector<std::string> names_below(const Node& root, std::string_view list) {
  std::vector<std::string> names;
  const Node* tables = root.find(list);
  if (tables == nullptr || tables->array() == nullptr) return names;
  for (const Node& table : *tables->array()) names.push_back(element_name(table));
  return names;
}

void check_scenarios(Projection& projection, const Node& root, Reading& reading) {
  for (std::size_t p = 0; p < projection.plants.size(); ++p) {
    const auto& weeks = projection.plants[p].simulated;
    if (!weeks) continue;
    const Node& table = *(*root.find("plant")->array())[p].find("simulated");
    for (FileDigest& digest : check_simulated_weeks(*weeks, table, reading))
      projection.files.push_back(std::move(digest));
  }
}

std::vector<std::string> texts_of(const Node& table, std::string_view key, Reading& reading) {
  const Node* list = table.find(key);
  if (list == nullptr) return {};
  return Kind<std::vector<std::string>>::read(*list, any_number, reading)
      .value_or(std::vector<std::string>{});
}

// A file that varies another one: the base less the keys of `without`, with the changes of `set`, and with the file's
// own keys in the place of the base's. Relative paths of both hold, since they stand in one folder.
std::optional<Node> on_its_base(Node own, Reading& reading, int depth = 0) {
  const Node* named = own.find("base");
  if (named == nullptr || named->text() == nullptr) return own;
  constexpr int deepest = 8;
  const std::filesystem::path file(*named->text());
  if (file.has_parent_path() || depth == deepest) {
    reading.mistake(*named, depth == deepest ? "is the ninth base in a row" : "stands in another folder",
                    depth == deepest ? "end the circle" : "put this file beside its base");
    return std::nullopt;
  }
  auto base = read_document(file, reading.folder, reading.place_of(*named), reading.files, reading.mistakes);
  if (base) base = on_its_base(std::move(*base), reading, depth + 1);
  if (!base) return std::nullopt;
  const std::size_t before = reading.mistakes.size();
  std::vector<std::string_view> dropped;
  const std::vector<std::string> left_out = texts_of(own, "without", reading);
  std::vector<std::string> known;
  for (const Member& member : *base->table()) known.push_back(member.key);
  for (std::size_t i = 0; i < left_out.size(); ++i) {
    dropped.push_back(left_out[i]);
    if (base->find(left_out[i]) == nullptr)
      reading.mistake((*own.find("without")->array())[i], "the base has no key " + in_quotes(left_out[i]),
                      suggestion_for(left_out[i], known));
  }
  base = without(std::move(*base), dropped);
  const std::vector<std::string> changes = texts_of(own, "set", reading);
  for (std::size_t i = 0; i < changes.size(); ++i)
    if (const auto mistake = apply_override(*base, changes[i]))
      reading.mistake((*own.find("set")->array())[i], in_quotes(changes[i]) + ": " + mistake->problem,
                      mistake->suggestion);
  if (reading.mistakes.size() != before) return std::nullopt;
  constexpr std::string_view handled[] = {"base", "without", "set"};
  return merged(std::move(*base), without(std::move(own), handled));
}

Projection read_file(const std::filesystem::path& path, std::span<const std::string> overrides,
                     BesideFiles beside);

// The projections beside; what they have beside themselves is none of ours.
void check_beside(const Projection& projection, Reading& reading) {
  for (const BesideProjection& other : projection.beside) {
    try {
      read_file(other.file, {}, BesideFiles::ignore);
    } catch (const InputError& error) {
      reading.mistakes.insert(reading.mistakes.end(), error.mistakes().begin(), error.mistakes().end());
    }
  }
}

Projection read_file(const std::filesystem::path& path, std::span<const std::string> overrides,
                     BesideFiles beside) {
  InputFiles files;
  std::vector<DrawnInput> drawn;
  Reading reading{.files = files, .folder = path.parent_path(), .catalogue = read_catalogue()};
  reading.drawn = &drawn;
  const Diagnostic named_at{path.string(), 0, 0, "", "", ""};
  auto root = read_document(path.filename(), reading.folder, named_at, files, reading.mistakes);
  if (root && root->find("scope") == nullptr && (root->find("platform") != nullptr || root->find("hub") != nullptr)) {
    throw InputError(Diagnostic{path.string(), 1, 1, "", "is a scenario or a platform, and a projection is due",
                                "run a scenario with `hubwatt run`"});
  }
  if (root) root = on_its_base(std::move(*root), reading);
  if (!root) throw InputError(std::move(reading.mistakes));
  for (const std::string& text : overrides)
    if (auto mistake = apply_override(*root, text)) reading.mistakes.push_back(std::move(*mistake));
  reading.plants = names_below(*root, "plant");
  reading.demands = names_below(*root, "demand");
  check_projection_names(*root, reading);
  Projection projection = read_form(*root, form_of<Projection>(), reading).value_or(Projection{});
  projection.inputs = std::move(drawn);
  if (reading.mistakes.empty()) check_projection(projection, *root, reading);
  if (reading.mistakes.empty()) check_scenarios(projection, *root, reading);
  if (reading.mistakes.empty() && beside == BesideFiles::read) check_beside(projection, reading);
  if (!reading.mistakes.empty()) throw InputError(in_order_of_place(std::move(reading.mistakes)));
  projection.directory = path.parent_path();
  const std::vector<FileDigest> own = files.digests();
  projection.files.insert(projection.files.begin(), own.begin(), own.end());
  return projection;
}

}  // namespace

Projection read_projection(const std::filesystem::path& path, std::span<const std::string> overrides,
                           std::optional<std::uint64_t> seed) {
  Projection projection = read_file(path, overrides, BesideFiles::read);
  if (seed) projection.seed = *seed;
  return projection;
}

}  // namespace hubwatt
