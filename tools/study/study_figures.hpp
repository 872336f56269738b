// How figures of a study are called and counted: which of them a report shows first, what kind of quantity each is, and
// in which unit a text tells it. Paths are those of summary.json ("total.cost_cny").
#pragma once

#include <string>
#include <string_view>

#include "tools/study/study_results.hpp"
#include "tools/words.hpp"

namespace hubwatt {

enum class FigureKind { energy, power, mass, water, money, share, seconds, hours, plain };

// By the unit that the key ends in, as all keys of results do; shares by their names.
FigureKind kind_of_figure(std::string_view path);
std::string_view to_code(FigureKind kind);

// Positions in StudyResults::figures: those of the objectives first, then those that every report shows, as far as the
// study has them. None twice.
std::vector<std::size_t> headline_figures(const StudyResults& results);

// What a figure is called; its path where it has no other name.
std::string figure_name(const Words& words, std::string_view path);

struct FigureUnit {
  std::string name;       // empty for plain numbers
  double per_unit = 1.0;  // how many of them make one of the file's
};

// The greatest unit of which `largest` is at least one.
FigureUnit figure_unit(const Words& words, FigureKind kind, double largest);

// "energy bill, million CNY"
std::string figure_head(const Words& words, std::string_view path, const FigureUnit& unit);

// A change in percent of what it is from; of a share in percentage points. "-" where that is nought.
std::string figure_change(const Words& words, std::string_view path, double change, double from);

}  // namespace hubwatt
