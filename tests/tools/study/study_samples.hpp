// Studies made by hand or at random, for tests of what is told of them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tools/study/study_results.hpp"

namespace hubwatt::test {

// An axis whose levels set `key` to their own names.
Axis axis_of(const std::string& name, const std::vector<std::string>& levels);
Axis range_of(const std::string& name, double low, double high, const std::string& unit = "");

// Positions of levels by axis, and a seed, to values by figure.
using ValuesOf =
    std::function<std::vector<std::optional<double>>(const std::vector<std::size_t>&, std::uint64_t)>;

// Every level with every other, each with each seed, all done.
StudyResults full_factorial(std::vector<Axis> axes, std::vector<std::uint64_t> seeds,
                            std::vector<std::string> figures, const ValuesOf& values);

// Two axes, two seeds, cost against carbon: cost falls and carbon rises from level to level.
StudyResults cost_against_carbon();

// A study with one point failed and one waiting.
StudyResults unfinished_study();

}  // namespace hubwatt::test
