// A study: one scenario run many times, each time with other settings and seeds. The file says which keys differ and
// how they are combined; study_points.hpp makes the runs of it, point_run.hpp runs one. Not here: where results are
// kept and how many run at once (tools/study).
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario.hpp"

namespace hubwatt {

// One setting of an axis: what it is called in results, and the overrides that make it, as after --set.
struct Level {
  std::string name;
  std::vector<std::string> set;
};

// Any value between two. Both in `unit`, that of the file's `high`; it is empty for plain numbers.
struct Range {
  std::string key;
  double low = 0.0, high = 0.0;
  std::string unit;
};

// What differs: levels, or a range.
struct Axis {
  std::string name;
  std::vector<Level> levels;  // in the order of the file; empty where it is a range
  std::optional<Range> range;
};

// How axes are combined. Terms of the design of experiments:
// full_factorial: every level with every other. one_at_a_time: the first level of all, then each other level by itself.
// latin_hypercube: `samples` points, each axis cut into as many parts of equal chance and each part met once (McKay,
// Beckman, Conover, Technometrics 21, 1979). Ranges need it.
enum class Design { full_factorial, one_at_a_time, latin_hypercube };

// What a good point is judged by: a figure of the results by its path ("total.cost_cny"), and which way is better.
struct Objective {
  enum class Best { lowest, highest };
  std::string figure;
  Best best = Best::lowest;
};

struct Study {
  std::string name;
  std::filesystem::path path;      // of the study file
  std::filesystem::path scenario;  // to be opened from where the program runs
  Design design = Design::full_factorial;
  std::size_t samples = 0;           // of a latin hypercube
  std::uint64_t design_seed = 0;     // of its draws
  std::vector<std::uint64_t> seeds;  // each point runs with each of them; at least one
  std::vector<std::string> set;      // overrides of all points
  std::vector<Axis> axes;
  std::vector<Objective> objectives;  // at least one
  std::vector<FileDigest> files;  // the study, and everything the scenario reads with each level by itself
};

}  // namespace hubwatt
