// Where the sources of a projection contradict each other: a table of the catalogue, and which of its entries a
// projection touches. Says nothing about who is right beyond the entry's own reading.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "models/confidence.hpp"
#include "scenarios/field.hpp"

namespace hubwatt {

struct SourceFigure {
  std::string source;
  std::string figure;  // in the source's words
};

struct Contradiction {
  std::string id;
  std::string about;
  std::string region;                   // empty: any
  std::vector<std::string> scopes;      // of projections; empty: any
  std::vector<std::string> quantities;  // of trajectories, up to their first dot; "economy" for claims
  std::vector<SourceFigure> says;
  std::string reading;  // ours
  Confidence confidence = Confidence::estimate;
};

template <>
Form<SourceFigure> form_of();
template <>
struct Kind<SourceFigure> : TableKind<SourceFigure> {};
template <>
Form<Contradiction> form_of();

// All of the catalogue, in its order.
std::vector<Contradiction> catalogue_contradictions();

// What a projection is about.
struct ProjectionReach {
  std::string region;               // whose data centers: "China", "world"
  std::vector<std::string> scopes;  // its own and those beside
  std::vector<std::string>
      quantities;  // keys: "facility_energy", "servers.ai"; "economy" where claims are told
};

std::vector<Contradiction> notes_for(const ProjectionReach& reach, std::span<const Contradiction> known);

// For a terminal: what is disputed, who says what, our reading.
std::string contradictions_text(std::span<const Contradiction> notes);

}  // namespace hubwatt
