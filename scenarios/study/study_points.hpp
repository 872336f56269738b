// The runs that a study asks for, numbered from 1 in the order of its design: the last axis goes fastest, seeds faster
// still. The same study gives the same points.
#pragma once

#include "scenarios/study/study.hpp"

namespace hubwatt {

struct StudyPoint {
  std::size_t number = 0;
  std::uint64_t seed = 0;
  std::vector<std::string>
      levels;                    // by axis: the name of its level, or the value within its range ("12.5 MW")
  std::vector<std::string> set;  // all overrides, as after --set: those of the study, then of the levels
};

std::vector<StudyPoint> study_points(const Study& study);

}  // namespace hubwatt
