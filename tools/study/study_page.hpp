// The page of one or several studies. It holds the headline figures of every point as far as there is room, those that
// objectives name always; the rest stays in the study's file.
#pragma once

#include <string>
#include <vector>

#include "tools/study/study_json.hpp"
#include "tools/words.hpp"

namespace hubwatt {

std::string study_page(const std::vector<FinishedStudy>& studies, Language language = Language::english);

// The figures that the page of a study holds, in the order of StudyResults::figures.
std::vector<std::size_t> figures_of_page(const StudyResults& results, const StudyAnalysis& analysis);

}  // namespace hubwatt
