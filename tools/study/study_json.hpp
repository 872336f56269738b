// A study as JSON: everything of its results, and what study_analysis.hpp makes of them. Settings, points and figures
// are named by their positions in the lists of the same file. Every bit of a figure is kept.
#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "tools/study/study_analysis.hpp"

namespace hubwatt {

// {"name", "scenario", "version", "digest", "design", "axes", "objectives", "figures", "rows", "analysis"}; `figures`
// are positions in StudyResults::figures, ascending, of those whose values are told.
nlohmann::ordered_json study_json(const StudyResults& results, const StudyAnalysis& analysis,
                                  const std::vector<std::size_t>& figures);

// With all figures.
nlohmann::ordered_json study_json(const StudyResults& results);

// A study's file, read.
struct FinishedStudy {
  std::filesystem::path file;
  StudyResults results;
};

// {"schema": 1, "studies": [{"file", ...}, ...]}
std::string studies_json(const std::vector<FinishedStudy>& studies);

}  // namespace hubwatt
