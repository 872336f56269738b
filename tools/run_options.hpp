// What commands that write a directory of results have in common.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class Validator;
}

namespace hubwatt {

// The command line as typed, less what changes no result: two directories may hold the same bytes.
std::vector<std::string> without_output(const std::vector<std::string>& typed);

// A whole number from 0 on.
CLI::Validator seed_validator();

}  // namespace hubwatt
