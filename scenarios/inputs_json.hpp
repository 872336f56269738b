// inputs.json: what a run was read from, value by value, so that its figures can be traced back. Its shape is told in
// input_use.hpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/input_use.hpp"

namespace hubwatt {

// The lists of inputs.json, each text once in the order of the inputs. Rows name them by position, those of the
// assumptions too.
class InputLists {
 public:
  explicit InputLists(const std::vector<InputUse>& inputs);

  std::optional<std::size_t> source(const InputUse& use) const;  // empty where nothing is told
  std::size_t meaning(const InputUse& use) const { return meanings_.at(use.meaning); }
  std::size_t file(const InputUse& use) const { return files_.at(use.file); }

  std::string json() const;  // "sources":[...],"meanings":[...],"files":[...]

 private:
  class Texts {
   public:
    void add(const std::string& text, const std::string& row);
    std::size_t at(const std::string& text) const { return positions_.at(text); }
    const std::vector<std::string>& rows() const { return rows_; }

   private:
    std::map<std::string, std::size_t> positions_;
    std::vector<std::string> rows_;  // as JSON
  };
  Texts sources_, meanings_, files_;
};

// One line per input. `assumptions` is the JSON of that member; without it the member is left out.
std::string inputs_json(const std::vector<InputUse>& inputs, std::string_view assumptions = {});

}  // namespace hubwatt
