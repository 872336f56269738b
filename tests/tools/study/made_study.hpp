// Studies made by hand, and what their points might come to, for tests that run nothing.
#pragma once

#include <vector>

#include "scenarios/study/point_run.hpp"
#include "tests/support/finished_run.hpp"

namespace hubwatt::test {

// Two axes of two and three levels, two seeds, two objectives; its file is in the scratch folder.
Study made_study(const Scratch& at);
std::vector<StudyPoint> made_points(const Study& study);

// Done; the figures follow from the number, and every third point has a hub more than the others.
PointOutcome made_outcome(const StudyPoint& point);
PointOutcome made_failure(const std::string& problem, int exit_code);

}  // namespace hubwatt::test
