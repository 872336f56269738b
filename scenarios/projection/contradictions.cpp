#include "scenarios/projection/contradictions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenarios/field_entry.hpp"
#include "scenarios/platform_reader.hpp"
#include "scenarios/server_fields.hpp"

namespace hubwatt {
namespace {

bool touches(const Contradiction& contradiction, const ProjectionReach& reach) {
  if (!contradiction.region.empty() && contradiction.region != reach.region) return false;
  const auto in = [](const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  const bool of_scope = contradiction.scopes.empty() ||
                        std::any_of(reach.scopes.begin(), reach.scopes.end(), [&](const std::string& scope) {
                          return in(contradiction.scopes, scope);
                        });
  return of_scope && std::any_of(reach.quantities.begin(), reach.quantities.end(), [&](std::string_view key) {
           return in(contradiction.quantities, key.substr(0, key.find('.')));
         });
}

}  // namespace

template <>
Form<SourceFigure> form_of() {
  return {"what a source says",
          {field("source", &SourceFigure::source, "who"),
           field("figure", &SourceFigure::figure, "what, with its date and scope")},
          {}};
}

template <>
Form<Contradiction> form_of() {
  return {"a contradiction",
          {field("about", &Contradiction::about, "what is disputed"),
           field("region", &Contradiction::region, "whose data centers").else_means("any"),
           field("scopes", &Contradiction::scopes, "of projections it touches").else_means("any"),
           field("quantities", &Contradiction::quantities, "of trajectories it touches"),
           field("says", &Contradiction::says, "who says what"),
           field("reading", &Contradiction::reading, "ours"),
           field("confidence", &Contradiction::confidence, "how well the reading is founded")},
          {}};
}

std::vector<Contradiction> catalogue_contradictions() {
  InputFiles files;
  Reading reading{.files = files, .folder = {}, .catalogue = read_catalogue()};
  std::vector<Contradiction> all;
  for (const Member& member : *reading.catalogue.find("contradiction")->table()) {
    Node name;
    name.value = member.key;
    if (auto entry = read_entry<Contradiction>(name, "contradiction", reading))
      all.push_back(std::move(*entry));
  }
  if (!reading.mistakes.empty()) throw InputError(std::move(reading.mistakes));
  return all;
}

std::vector<Contradiction> notes_for(const ProjectionReach& reach, std::span<const Contradiction> known) {
  std::vector<Contradiction> out;
  for (const Contradiction& contradiction : known)
    if (touches(contradiction, reach)) out.push_back(contradiction);
  return out;
}

std::string contradictions_text(std::span<const Contradiction> notes) {
  std::string out;
  for (const Contradiction& note : notes) {
    const std::string region = note.region.empty() ? "" : ", " + note.region;
    out += fmt::format("  {}{}: {}\n", note.about, region, note.reading);
    for (const SourceFigure& said : note.says) out += fmt::format("    {}: {}\n", said.source, said.figure);
  }
  return out;
}

}  // namespace hubwatt
