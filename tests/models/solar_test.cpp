#include "models/solar.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "models/hourly.hpp"
#include "models/units.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

constexpr Duration beijing_time = 8.0 * unit::hour;

double mean_of(const std::vector<double>& hours) {
  return std::accumulate(hours.begin(), hours.end(), 0.0) / static_cast<double>(hours.size());
}

std::vector<double> zhongwei(std::uint64_t seed) {
  return pv_year(37.53, 105.18, beijing_time, 0.165, 2025, Random(seed, "pv"));
}

// Hour of the day about which a year's output is centred.
double centre(const std::vector<double>& hours) {
  double sum = 0.0, moment = 0.0;
  for (std::size_t h = 0; h < hours.size(); ++h) {
    sum += hours[h];
    moment += hours[h] * (static_cast<double>(h % 24) + 0.5);
  }
  return moment / sum;
}

}  // namespace

TEST_CASE("a solar year has the capacity factor asked for, within the plant's capacity") {
  for (std::uint64_t seed = 0; seed < 10; ++seed)
    for (const double wanted : {0.0, 0.08, 0.12, 0.165, 0.20, 0.24}) {
      const auto hours = pv_year(37.53, 105.18, beijing_time, wanted, 2024, Random(seed, "pv"));
      CHECK(mean_of(hours) == Approx(wanted).margin(1e-12));
      CHECK(*std::max_element(hours.begin(), hours.end()) <= 1.0);
      CHECK(*std::min_element(hours.begin(), hours.end()) >= 0.0);
    }
}

TEST_CASE("a leap year has its day more") {
  CHECK(zhongwei(1).size() == hours_common_year);
  CHECK(pv_year(37.53, 105.18, beijing_time, 0.165, 2024, Random(1, "pv")).size() == hours_leap_year);
}

TEST_CASE("there is no sun at night") {
  const auto hours = zhongwei(3);
  for (std::size_t day = 0; day < 365; ++day)
    for (const std::size_t hour : {0U, 1U, 2U, 3U, 4U, 21U, 22U, 23U}) REQUIRE(hours[24 * day + hour] == 0.0);
}

TEST_CASE("noon comes where the longitude puts it, not where the clock does") {
  // Zhongwei lies 14.8 degrees west of the meridian of UTC+8: its sun is 59 minutes late.
  CHECK(centre(zhongwei(1)) == Approx(12.0 + (120.0 - 105.18) / 15.0).margin(0.1));
  const auto east = pv_year(37.53, 120.0, beijing_time, 0.165, 2025, Random(1, "pv"));
  CHECK(centre(east) == Approx(12.0).margin(0.1));
  const auto shifted = pv_year(37.53, 105.18, 7.0 * unit::hour, 0.165, 2025, Random(1, "pv"));
  CHECK(centre(shifted) == Approx(centre(zhongwei(1)) - 1.0).margin(0.02));
}

TEST_CASE("a June day is longer than a December day north of the equator, shorter south of it") {
  const auto daylight = [](double latitude, std::size_t day) {
    const auto hours = pv_year(latitude, 105.0, 7.0 * unit::hour, 0.15, 2025, Random(1, "pv"));
    return std::count_if(hours.begin() + static_cast<std::ptrdiff_t>(24 * day),
                         hours.begin() + static_cast<std::ptrdiff_t>(24 * day + 24),
                         [](double h) { return h > 0; });
  };
  // At 40 degrees the longest day has 14.85 hours of sun, the shortest 9.15; hours begun at both ends count.
  CHECK(daylight(40.0, 171) >= 15);
  CHECK(daylight(40.0, 171) <= 17);
  CHECK(daylight(40.0, 354) >= 9);
  CHECK(daylight(40.0, 354) <= 11);
  CHECK(daylight(-40.0, 171) < daylight(-40.0, 354));
}

TEST_CASE("the clear sky's ceiling is about a quarter of the year and falls towards the poles") {
  double before = 1.0;
  for (const double latitude : {0.0, 20.0, 31.0, 41.0, 50.0, 60.0}) {
    const double limit = pv_capacity_factor_limit(latitude, 110.0, beijing_time);
    CHECK(limit < before);
    before = limit;
  }
  CHECK(pv_capacity_factor_limit(37.5, 110.0, beijing_time) == Approx(0.245).margin(0.01));
  CHECK(pv_capacity_factor_limit(-37.5, 110.0, beijing_time) ==
        Approx(pv_capacity_factor_limit(37.5, 110.0, beijing_time)).epsilon(0.01));
}

TEST_CASE("days differ as the measured plants' days do") {
  // Chen and Xu 2022, two plants over two years: mean 0.73, 5 % quantile 0.32, median 0.77 of a clear day.
  std::vector<double> clearness;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const auto hours = zhongwei(seed);
    const auto clear = pv_year(37.53, 105.18, beijing_time, 0.165, 2025, Random(seed, "pv"),
                               PvShape{.clearness_floor = 1.0});
    for (std::size_t day = 0; day < 365; ++day) {
      const auto sum = [day](const std::vector<double>& h) {
        const auto first = h.begin() + static_cast<std::ptrdiff_t>(24 * day);
        return std::accumulate(first, first + 24, 0.0);
      };
      clearness.push_back(sum(hours) / sum(clear) * 0.73);
    }
  }
  std::sort(clearness.begin(), clearness.end());
  const auto quantile = [&](double p) { return clearness[static_cast<std::size_t>(p * 7300)]; };
  CHECK(quantile(0.05) == Approx(0.32).margin(0.05));
  CHECK(quantile(0.50) == Approx(0.77).margin(0.03));
  CHECK(quantile(0.75) == Approx(0.89).margin(0.03));
}

TEST_CASE("a seed names one year") {
  CHECK(zhongwei(1) == zhongwei(1));
  CHECK(zhongwei(1) != zhongwei(2));
}

}  // namespace hubwatt
