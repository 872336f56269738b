// The tables of a study's text. Each ends with a line feed, and is empty where it has nothing to show.
#pragma once

#include "tools/study/study_analysis.hpp"
#include "tools/words.hpp"

namespace hubwatt {

// A study as its tables tell it.
struct ToldStudy {
  const StudyResults& results;
  const StudyAnalysis& analysis;
  Words words;

  // "full factorial"
  std::string design() const;
  // "lowest cost of energy"
  std::string objective(std::size_t objective) const;
};

std::string best_table(const ToldStudy& study);
std::string front_table(const ToldStudy& study);
// One for each objective: means by level.
std::string level_tables(const ToldStudy& study);
// Every headline figure: how far each axis moves it, in percent.
std::string span_table(const ToldStudy& study);
std::string range_tables(const ToldStudy& study);
std::string variance_table(const ToldStudy& study);
std::string deviation_table(const ToldStudy& study);

}  // namespace hubwatt
