// What a study says to a reader at a terminal: which settings are best, what each axis does, what failed, what is not
// known. Numbers are those of study_analysis.hpp; nothing is computed here.
#pragma once

#include <string>

#include "tools/study/study_analysis.hpp"
#include "tools/words.hpp"

namespace hubwatt {

std::string study_text(const StudyResults& results, Language language = Language::english);

}  // namespace hubwatt
