// Notes what a reader of tables takes from its file, from the catalogue and from defaults, value by value. Reading calls
// it where a field has been read; a value that was noted further down keeps the meaning it has there.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/input_use.hpp"
#include "scenarios/node.hpp"

namespace hubwatt {

class InputTrace {
 public:
  // From here on values of this file are read. `file` is the path it goes by in results.
  void begin(const Node& root, std::string file);

  // Notes every value at or below `at` that is not noted yet: single values and arrays of such. `by_default` is why it
  // stands in for a missing key.
  void note(const Node& at, std::string_view meaning, std::string_view by_default = {});

  // Takes back what the catalogue and defaults gave at or below a key of the table that is being read: it is not used.
  void forget(const std::string& table, std::string_view key);
  // The same for every key that is not used.
  void forget_if(const std::function<bool(const std::string& key)>& unused);

  const std::vector<InputUse>& inputs() const { return inputs_; }

 private:
  struct Pattern {
    std::string text, source, confidence;
    std::vector<std::string> keys;
  };
  const Pattern* basis_of(const std::string& key) const;

  std::string shown_, file_;  // the file's name in messages, and in results
  std::vector<Pattern> patterns_;
  std::set<std::string> noted_;
  std::vector<InputUse> inputs_;
};

}  // namespace hubwatt
