// Parts of the text that explains a figure, and how it writes values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/why.hpp"
#include "tools/words.hpp"

namespace hubwatt {

// To six digits, with the unit: "1991.81 kWh", "-" where there is no value.
std::string value_text(const RunFigure& figure);
std::string share_text(double share);                       // "85.5 %"
std::string change_text(double change);                     // "+3.1 %"
std::string shortened(std::string text, std::size_t most);  // with "..." in the place of the rest

// "{} and {} more" beyond a handful.
std::string names_text(const std::vector<std::string>& names, const Words& words);

// Names, values and shares below each other.
class TermLines {
 public:
  void add(std::string name, std::string value, std::optional<double> share, std::string beside = "");
  void add_note(std::string text);
  std::string text() const;

 private:
  struct Line {
    std::string name, value, share, beside;
  };
  std::vector<Line> lines_;
};

// The path with its value, the definition, and the head of the terms.
std::string head_text(const Why& why, const Words& words);

// Values alone, or with how those come about that no others make.
enum class TermText { values, whole };
std::string terms_text(const WhyTerm& root, const Words& words, TermText what);
std::string over_hubs_text(const Why& why, const Words& words);
std::string hubs_text(const Why& why, const Words& words);
std::string inputs_text(const RunInputs& inputs, const Why& why, const Words& words);

}  // namespace hubwatt
