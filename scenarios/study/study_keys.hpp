// Which keys a study changes, and that no change undoes another.
#pragma once

#include "scenarios/reading.hpp"
#include "scenarios/study/study.hpp"

namespace hubwatt {

void check_study_keys(const Study& study, const Node& root, Reading& reading);

// Whether a change at `later` leaves nothing of one at `earlier`: the same keys, or the table around them. A star
// stands for any.
bool replaces(const std::vector<std::string>& later, const std::vector<std::string>& earlier);

// Whether two changes are of one key, at least in part.
bool same_key(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace hubwatt
