// Two finished runs, or two projections, side by side: every figure, the difference and the ratio.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "tools/report.hpp"
#include "tools/report_projection.hpp"

namespace hubwatt {

// The figures of a run's total, sides, hubs, jobs and services, or of a projection's central case by year, by dotted
// keys: "total.pue", "inference.chat.requests", "facility_energy_TWh.2030".
struct ComparedFigures {
  ComparedFigures(const FinishedRun& run);
  ComparedFigures(const FinishedProjection& projection);

  std::string directory;
  std::vector<std::pair<std::string, double>> numbers;
};

// Of a directory of results, either kind. Throws InputError where it is neither.
ComparedFigures figures_in(const std::filesystem::path& directory);

// Figures that are the same in both are left out of the text, with a count.
std::string comparison_text(const ComparedFigures& a, const ComparedFigures& b);

// {"schema": 1, "a": directory, "b": directory, "figures": [{"key", "a", "b", "difference", "ratio"}, ...]}; a ratio
// with nothing below it is null.
std::string comparison_json(const ComparedFigures& a, const ComparedFigures& b);

}  // namespace hubwatt
