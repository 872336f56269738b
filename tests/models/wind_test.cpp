#include "models/wind.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "models/hourly.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

double mean_of(const std::vector<double>& hours) {
  return std::accumulate(hours.begin(), hours.end(), 0.0) / static_cast<double>(hours.size());
}

}  // namespace

TEST_CASE("a wind year has the capacity factor asked for, within the farm's capacity") {
  for (std::uint64_t seed = 0; seed < 12; ++seed)
    for (const double wanted : {0.0, 0.05, 0.21, 0.30, 0.42, wind_capacity_factor_limit}) {
      const auto hours = wind_year(wanted, 2025, Random(seed, "wind"));
      REQUIRE(mean_of(hours) == Approx(wanted).margin(1e-6));
      REQUIRE(*std::max_element(hours.begin(), hours.end()) <= 1.0);
      REQUIRE(*std::min_element(hours.begin(), hours.end()) >= 0.0);
    }
}

TEST_CASE("a leap year of wind has its day more") {
  CHECK(wind_year(0.25, 2025, Random(1, "wind")).size() == hours_common_year);
  CHECK(wind_year(0.25, 2028, Random(1, "wind")).size() == hours_leap_year);
}

TEST_CASE("wind persists for hours and is forgotten after days") {
  const auto hours = wind_year(0.25, 2025, Random(5, "wind"));
  const double mean = mean_of(hours);
  const auto correlation = [&](std::size_t lag) {
    double together = 0.0, alone = 0.0;
    for (std::size_t h = 0; h + lag < hours.size(); ++h) {
      together += (hours[h] - mean) * (hours[h + lag] - mean);
      alone += (hours[h] - mean) * (hours[h] - mean);
    }
    return together / alone;
  };
  CHECK(correlation(1) > 0.85);
  CHECK(correlation(6) > correlation(24));
  CHECK(std::abs(correlation(24 * 7)) < 0.2);
}

TEST_CASE("on average over many years spring and nights are windier") {
  double spring = 0.0, autumn = 0.0, night = 0.0, day = 0.0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto hours = wind_year(0.25, 2025, Random(seed, "wind"));
    for (std::size_t h = 0; h < hours.size(); ++h) {
      const std::size_t date = h / 24, clock = h % 24;
      if (date >= 45 && date < 105) spring += hours[h];
      if (date >= 228 && date < 288) autumn += hours[h];
      if (clock < 6) night += hours[h];
      if (clock >= 12 && clock < 18) day += hours[h];
    }
  }
  CHECK(spring / autumn == Approx(1.45).margin(0.15));
  CHECK(night / day == Approx(1.18).margin(0.07));
}

TEST_CASE("a seed names one year of wind") {
  CHECK(wind_year(0.25, 2025, Random(1, "wind")) == wind_year(0.25, 2025, Random(1, "wind")));
  CHECK(wind_year(0.25, 2025, Random(1, "wind")) != wind_year(0.25, 2025, Random(2, "wind")));
}

}  // namespace hubwatt
