// Reads back what tools/packed_numbers.hpp writes, as the page does.
#pragma once

#include <string>
#include <vector>

namespace hubwatt::test {

std::vector<double> unpacked_numbers(const std::string& text);

}  // namespace hubwatt::test
