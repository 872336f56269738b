// What a reader of tables carries along: where mistakes go, where files come from, which catalogue entries
// and which names of the platform may be referred to. One per file that is read.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "models/error.hpp"
#include "scenarios/input_files.hpp"
#include "scenarios/input_trace.hpp"
#include "scenarios/node.hpp"

namespace hubwatt {

struct DrawnInput;

struct Reading {
  InputFiles& files;
  std::filesystem::path folder;  // of the file being read; its relative paths start here
  Node catalogue = {};           // tables of entries by section: catalogue.cooling.NAME
  std::vector<Diagnostic> mistakes = {};
  // Names by index. Unknown where the platform could not be read at all: then any name passes.
  bool names_known = false;
  std::vector<std::string> servers = {}, origins = {}, hubs = {};
  std::vector<std::string> plants = {}, demands = {};  // of a projection
  // Where figures that have a distribution are noted; nullptr where none may have one (all but projections).
  std::vector<DrawnInput>* drawn = nullptr;
  // Where values are noted as they are read; nullptr where nobody asks where figures come from.
  InputTrace* inputs = nullptr;

  // Notes a value that was read, and what it is; see InputTrace::note.
  void note(const Node& value, std::string_view meaning, std::string_view by_default = {}) {
    if (inputs != nullptr) inputs->note(value, meaning, by_default);
  }

  // The same for a key of a table that turns out not to be used; see InputTrace::forget.
  void forget(const Node& table, std::string_view key) {
    if (inputs != nullptr) inputs->forget(table.path, key);
  }

  // A mistake at a value, or at the key `key` that is missing from a table.
  void mistake(const Node& at, std::string problem, std::string suggestion = {});
  void mistake_at_key(const Node& table, std::string_view key, std::string problem,
                      std::string suggestion = {});

  // Whether nothing was found wrong at or below a value.
  bool fine(const Node& at) const;

  // The place of a value as the start of a message.
  Diagnostic place_of(const Node& at) const;

  // The file that the string at `path` names; a mistake and nullptr where it cannot be read.
  const InputFile* file_at(const Node& path);
};

// The mistakes in the order of their places, files in the order of first mention.
std::vector<Diagnostic> in_order_of_place(std::vector<Diagnostic> mistakes);

}  // namespace hubwatt
