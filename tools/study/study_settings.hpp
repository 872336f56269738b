// The runs of a study by their settings: within one, runs differ by their seed alone. What a reader compares are
// settings, so each figure of one is its mean over the seeds that are done, with the lowest and the highest.
#pragma once

#include "tools/study/study_results.hpp"

namespace hubwatt {

struct SeedSpread {
  double mean = 0.0, low = 0.0, high = 0.0;
  std::size_t runs = 0;
};

struct StudySetting {
  std::vector<std::string> levels;                 // by axis
  std::vector<std::size_t> rows;                   // positions in StudyResults::rows, whatever their state
  std::size_t done = 0;                            // of them
  std::vector<std::optional<SeedSpread>> figures;  // by figure; none where no run that is done has it
};

// In the order of their first runs.
std::vector<StudySetting> study_settings(const StudyResults& results);

// Of a run; none where it is not done, or has no such figure.
std::optional<double> figure_of(const StudyRow& row, std::size_t figure);

// Position of a figure's path; none where no run has it.
std::optional<std::size_t> figure_at(const StudyResults& results, std::string_view path);

}  // namespace hubwatt
