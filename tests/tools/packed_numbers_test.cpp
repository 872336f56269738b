// Columns of numbers as short text; packed_numbers_test.mjs reads the same texts as the page does.
#include "tools/packed_numbers.hpp"

#include <fmt/format.h>

#include <random>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/tools/unpacked_numbers.hpp"

using namespace hubwatt;
using namespace hubwatt::test;

TEST_CASE("a column of numbers is packed as the page reads it") {
  CHECK(packed_numbers(std::vector<double>{}, 4) == "4,0,");
  CHECK(packed_numbers(std::vector<double>{0.0, 0.0}, 4) == "4,0,AA");
  CHECK(packed_numbers(std::vector<double>{1000.0, 1001.0, 1000.0}, 4) == "4,3,CCD");
  CHECK(packed_numbers(std::vector<double>{0.05, 1.0, -1.0, 12345.678}, 4) == "4,-2,i6HgrblqmC6itE");
  CHECK(packed_numbers(std::vector<double>{999.95, 99.994, 1e-300}, 4) == "4,1,iljBzyRxyR");
}

TEST_CASE("what is packed is the number that its digits say, to the last bit") {
  std::mt19937_64 random(7);
  std::uniform_real_distribution<double> mantissa(-10.0, 10.0), exponent(-12.0, 12.0);
  for (const int digits : {1, 4, 6, 9}) {
    std::vector<double> numbers;
    for (int i = 0; i < 5000; ++i)
      numbers.push_back(i % 7 == 0 ? 0.0 : mantissa(random) * std::pow(10.0, std::floor(exponent(random))));
    const std::vector<double> read = unpacked_numbers(packed_numbers(numbers, digits));
    REQUIRE(read.size() == numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      INFO(fmt::format("{} to {} digits", numbers[i], digits));
      CHECK(read[i] == std::stod(fmt::format("{:.{}e}", numbers[i], digits - 1)));
    }
  }
}

TEST_CASE("a course that moves little takes two letters a number") {
  std::vector<double> course;
  for (int hour = 0; hour < 8760; ++hour) course.push_back(52000.0 + 900.0 * std::sin(hour / 24.0 * 6.2832));
  CHECK(packed_numbers(course, 4).size() < 2 * 8760);
}
