#include "models/wind.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "models/hourly.hpp"
#include "models/units.hpp"
#include "tests/models/supply_values.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

double mean_of(const std::vector<double>& hours) {
  return std::accumulate(hours.begin(), hours.end(), 0.0) / static_cast<double>(hours.size());
}

}  // namespace

TEST_CASE("a wind year has the capacity factor asked for, within the farm's capacity") {
  for (std::uint64_t seed = 0; seed < 12; ++seed)
    for (const double wanted :
         {0.0, 0.05, 0.21, 0.30, 0.42, wind_capacity_factor_limit(catalogue::monsoon())}) {
      const auto hours = wind_year(wanted, 2025, Random(seed, "wind"), catalogue::monsoon());
      REQUIRE(mean_of(hours) == Approx(wanted).margin(1e-6));
      REQUIRE(*std::max_element(hours.begin(), hours.end()) <= 1.0);
      REQUIRE(*std::min_element(hours.begin(), hours.end()) >= 0.0);
    }
}

TEST_CASE("a leap year of wind has its day more") {
  CHECK(wind_year(0.25, 2025, Random(1, "wind"), catalogue::monsoon()).size() == hours_common_year);
  CHECK(wind_year(0.25, 2028, Random(1, "wind"), catalogue::monsoon()).size() == hours_leap_year);
}

TEST_CASE("wind persists for hours and is forgotten after days") {
  const auto hours = wind_year(0.25, 2025, Random(5, "wind"), catalogue::monsoon());
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
    const auto hours = wind_year(0.25, 2025, Random(seed, "wind"), catalogue::monsoon());
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
  CHECK(wind_year(0.25, 2025, Random(1, "wind"), catalogue::monsoon()) ==
        wind_year(0.25, 2025, Random(1, "wind"), catalogue::monsoon()));
  CHECK(wind_year(0.25, 2025, Random(1, "wind"), catalogue::monsoon()) !=
        wind_year(0.25, 2025, Random(2, "wind"), catalogue::monsoon()));
}

TEST_CASE("a farm's power rises from cut-in to rated, stays, and ends in a storm") {
  const WindFarm farm = catalogue::monsoon();
  const auto power = [&farm](double v) { return wind_power_share(v * unit::m_per_s, farm); };
  CHECK(power(3.0) == 0.0);
  CHECK(power(7.0) == Approx((343.0 - 27.0) / (11.5 * 11.5 * 11.5 - 27.0)));
  CHECK(power(11.5) == 1.0);
  CHECK(power(25.0) == 1.0);
  CHECK(power(26.5) == Approx(0.5));
  CHECK(power(28.0) == 0.0);
  for (double v = 0.0; v < 24.98; v += 0.01) REQUIRE(power(v + 0.01) >= power(v));
}

TEST_CASE("the limit of a farm is reached by every seed, whatever the farm") {
  Random random(3, "farms");
  for (int i = 0; i < 40; ++i) {
    WindFarm farm = catalogue::monsoon();
    farm.weibull_shape = 1.3 + 2.0 * random.uniform();
    farm.memory = 0.98 * random.uniform();
    farm.rated = (9.0 + 5.0 * random.uniform()) * unit::m_per_s;
    const double limit = wind_capacity_factor_limit(farm);
    const auto hours = wind_year(limit, 2025, Random(static_cast<std::uint64_t>(i), "wind"), farm);
    REQUIRE(mean_of(hours) == Approx(limit).margin(1e-6));
  }
}

}  // namespace hubwatt
