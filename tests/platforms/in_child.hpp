// Runs something that needs a SimGrid engine in a process of its own, since a process has only one.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace hubwatt::test {

struct ChildResult {
  bool ended_well = false;      // neither a signal nor an exception
  std::vector<double> numbers;  // what the work returned
  std::string output;           // what it wrote to standard output and error
};

ChildResult in_child(const std::function<std::vector<double>()>& work);

}  // namespace hubwatt::test
