// A column of numbers as short text, for pages that hold many: each number cut to a few significant digits, and told as
// its distance from the one before, since a course moves little from hour to hour. What tools/report/packed_numbers.js
// reads is the number that the digits say, to the last bit.
//
// Layout: "digits,lowest,letters". A number m x 10^(e - digits + 1), of a whole m with so many digits, has the rank
// 1 + (m - 10^(digits-1)) + (e - lowest) x 9 x 10^(digits-1), in which greater numbers stand higher; nought has 0 and a
// negative number the negative rank of its size. Distances of ranks stand in letters of base 64 as in source maps: five
// bits each, the lowest first and of them the sign; a letter's sixth bit says that more follow.
#pragma once

#include <span>
#include <string>

namespace hubwatt {

// Of finite numbers, those below 1e-280 as nought; digits from 1 to 12.
std::string packed_numbers(std::span<const double> numbers, int digits);

}  // namespace hubwatt
