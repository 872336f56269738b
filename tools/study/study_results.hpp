// What a study file (SQLite) holds, as values, for whoever reports on it. Not here: how it is stored (study_file.hpp).
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/study/study.hpp"

namespace hubwatt {

struct StudyRow {
  enum class State { waiting, done, failed };
  std::size_t number = 0;
  std::uint64_t seed = 0;
  std::vector<std::string> levels;  // by axis
  State state = State::waiting;
  std::string problem;                        // why it failed
  std::vector<std::optional<double>> values;  // by figure; empty unless done
  int exit_code = 0;                          // of `hubwatt run`, as it failed
};

struct StudyResults {
  std::string name;
  std::string scenario;  // as the study file names it
  std::string version;   // of hubwatt
  std::string digest;    // of every file the study reads
  std::string design;    // "full-factorial", "one-at-a-time", "latin-hypercube"
  std::vector<std::string> set;  // overrides of all points, before those of levels
  std::vector<Axis> axes;
  std::vector<Objective> objectives;
  std::vector<std::string> figures;  // paths, in the order of summary.json
  std::vector<StudyRow> rows;        // by number
};

// Whether a file looks like a study's: its name ends in .sqlite.
bool is_study_file(const std::filesystem::path& path);

// Throws InputError where the file is missing, no study, or damaged.
StudyResults read_study_results(const std::filesystem::path& path);

}  // namespace hubwatt
