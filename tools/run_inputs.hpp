// inputs.json of a run, read: what the run was made of, and which of its assumptions weigh. The layout is that of
// scenarios/input_use.hpp.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hubwatt {

struct InputSource {
  std::string entry, source, confidence;
};

struct RunInput {
  std::string key, value;
  std::string file;
  int line = 0;                       // 0 where the text has no lines
  std::optional<std::size_t> source;  // of RunInputs::sources
  std::string meaning;
  std::string by_default;  // why the value stands in for a missing key; empty where the key is given
};

// An assumption changed alone, and what that does to figures of the total.
struct AssumptionMove {
  std::string name, value, change;
  std::string file;
  int line = 0;
  std::optional<std::size_t> source;
  std::vector<std::pair<std::string, double>> effects;  // relative
};

// An assumption that was not changed, and why as scenarios/input_use.hpp has it; empty where the file does not say.
struct UntestedAssumption {
  std::string name, why;
};

struct RunInputs {
  std::vector<InputSource> sources;
  std::vector<RunInput> inputs;
  std::size_t tested = 0;  // assumptions that were changed, one by one
  std::vector<UntestedAssumption> not_tested;
  double threshold = 0.01;  // moves beyond it are told
  std::vector<AssumptionMove> moves;

  // The value of a key, text without its quotes.
  std::optional<std::string> value_of(const std::string& key) const;
};

// Throws InputError where the file is missing, as in a run of an older version, or damaged.
RunInputs read_run_inputs(const std::filesystem::path& directory);

// "hello.toml:12", "catalogue/cooling.toml:31", "--set seed=7".
std::string place_text(const std::string& file, int line);

}  // namespace hubwatt
