#include "models/climate_shift.hpp"

#include <chrono>
#include <cmath>
#include <random>

#include "models/climate.hpp"
#include "models/units.hpp"
#include "tests/models/sites.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

using std::chrono::month_day;

constexpr month_day day_of(unsigned month, unsigned day) {
  return {std::chrono::month{month}, std::chrono::day{day}};
}

std::vector<Weather> constant_year(double degc, double humidity, bool leap_year = false) {
  const std::size_t hours = leap_year ? hours_leap_year : hours_common_year;
  return std::vector<Weather>(hours, weather_at(Temperature::celsius(degc), humidity, site_pressure({})));
}

std::vector<Weather> random_year(std::mt19937_64& random) {
  std::uniform_real_distribution<double> share(0.0, 1.0);
  std::vector<Weather> year;
  const Pressure pressure = site_pressure(2000.0 * share(random) * unit::metre);
  for (std::size_t h = 0; h < hours_common_year; ++h)
    year.push_back(weather_at(Temperature::celsius(-30.0 + 70.0 * share(random)), share(random), pressure));
  return year;
}

TEST_CASE("a climate without a shift stays what it is") {
  const std::vector<Weather> year = constant_year(20.0, 0.5);
  const std::vector<Weather> same = shifted(year, {}, 2025);
  for (std::size_t h = 0; h < year.size(); ++h) REQUIRE(same[h].wet_bulb == year[h].wet_bulb);
}

TEST_CASE("warming adds its months' kelvin and keeps relative humidity and pressure") {
  ClimateShift shift;
  for (std::size_t m = 0; m < 12; ++m) shift.warming[m] = static_cast<double>(m) * 0.5 * unit::K;
  for (const int year : {2024, 2025}) {
    const std::vector<Weather> before = constant_year(10.0, 0.6, year == 2024);
    const std::vector<Weather> after = shifted(before, shift, year);
    const std::size_t last_of_june = year == 2024 ? 24 * 182 - 1 : 24 * 181 - 1;
    CHECK(after[0].dry_bulb == before[0].dry_bulb);
    CHECK(after[last_of_june].dry_bulb.celsius() == Approx(12.5));
    CHECK(after[last_of_june + 1].dry_bulb.celsius() == Approx(13.0));
    CHECK(after.back().dry_bulb.celsius() == Approx(15.5));
    CHECK(after.back().relative_humidity == 0.6);
    CHECK(after.back().pressure == before.back().pressure);
  }
}

TEST_CASE("a heat wave rises over its first day, falls over its last and touches no other hour") {
  ClimateShift shift;
  shift.heat_waves.push_back({day_of(7, 20), 7, 6.0 * unit::K, 0.045});
  for (const int year : {2024, 2025}) {
    const std::vector<Weather> before = constant_year(30.0, 0.5, year == 2024);
    const std::vector<Weather> after = shifted(before, shift, year);
    const std::size_t begin = 24 * (year == 2024 ? 201 : 200), end = begin + 7 * 24;
    double last_rise = 0.0;
    for (std::size_t h = 0; h < after.size(); ++h) {
      const double rise = (after[h].dry_bulb - before[h].dry_bulb) / unit::K;
      if (h < begin || h >= end) REQUIRE(after[h].wet_bulb == before[h].wet_bulb);
      if (h >= begin + 24 && h < end - 24) REQUIRE(rise == Approx(6.0));
      REQUIRE(std::abs(rise - last_rise) < 0.4);  // 6 K over a day is at most 6 pi / 48 K in an hour
      last_rise = rise;
    }
    CHECK(after[begin + 11].dry_bulb.celsius() < 33.0);
    CHECK(after[begin + 12].dry_bulb.celsius() > 33.0);
    const Weather& hot = after[begin + 80];
    CHECK(hot.relative_humidity < 0.5);
    CHECK(hot.relative_humidity * saturation_pressure(hot.dry_bulb) /
              (0.5 * saturation_pressure(Temperature::celsius(30.0))) ==
          Approx(std::exp(0.27)));
  }
}

TEST_CASE("a wave at the end of December goes on in January, every year") {
  ClimateShift shift;
  shift.heat_waves.push_back({day_of(12, 30), 5, 8.0 * unit::K, 0.0});
  const std::vector<Weather> after = shifted(constant_year(0.0, 0.5), shift, 2025);
  CHECK(after[12].dry_bulb.celsius() == Approx(8.0));          // 1 January
  CHECK(after[24 * 3 + 1].dry_bulb.celsius() == Approx(0.0));  // 4 January
  CHECK(after[hours_common_year - 1].dry_bulb.celsius() == Approx(8.0));
}

TEST_CASE("a wave of a day reaches its height at noon") {
  const HeatWave day{day_of(7, 1), 1, 5.0 * unit::K, 0.0};
  CHECK(wave_share(day, 12.0) == Approx(1.0));
  CHECK(wave_share(day, 6.0) == Approx(0.5));
  for (const double outside : {-100.0, -0.5, 0.0, 24.0, 1000.0}) CHECK(wave_share(day, outside) == 0.0);
}

TEST_CASE("waves overlap where they share a day, over the new year too") {
  const HeatWave july{day_of(7, 20), 7, {}, 0.0}, later{day_of(7, 27), 3, {}, 0.0},
      within{day_of(7, 26), 1, {}, 0.0};
  CHECK_FALSE(overlap(july, later));
  CHECK(overlap(july, within));
  CHECK(overlap(within, july));
  CHECK(overlap(july, july));
  const HeatWave new_year{day_of(12, 30), 4, {}, 0.0};
  CHECK(overlap(new_year, {day_of(1, 2), 2, {}, 0.0}));
  CHECK_FALSE(overlap(new_year, {day_of(1, 3), 2, {}, 0.0}));
}

TEST_CASE("no shift ever cools, dries below its rule or leaves saturation") {
  std::mt19937_64 random(11);
  std::uniform_real_distribution<double> share(0.0, 1.0);
  for (int trial = 0; trial < 6; ++trial) {
    ClimateShift shift;
    for (auto& month : shift.warming) month = 15.0 * share(random) * unit::K;
    shift.heat_waves.push_back(
        {day_of(1 + unsigned(11.0 * share(random)), 1 + unsigned(27.0 * share(random))),
         1 + int(60.0 * share(random)), 15.0 * share(random) * unit::K, 0.1 * share(random)});
    const std::vector<Weather> before = random_year(random);
    const std::vector<Weather> after = shifted(before, shift, 2025);
    ClimateShift steady = shift;
    steady.heat_waves.clear();
    const std::vector<Weather> offset = shifted(before, steady, 2025);
    for (std::size_t h = 0; h < before.size(); ++h) {
      CAPTURE(trial, h);
      REQUIRE(after[h].dry_bulb >= before[h].dry_bulb);
      REQUIRE(after[h].wet_bulb >= before[h].wet_bulb - 1e-6 * unit::K);
      REQUIRE(after[h].dew_point >= before[h].dew_point - 1e-6 * unit::K);
      REQUIRE(after[h].dry_bulb >= offset[h].dry_bulb);
      REQUIRE(offset[h].relative_humidity == before[h].relative_humidity);
      REQUIRE((after[h].relative_humidity >= 0.0 && after[h].relative_humidity <= 1.0));
      REQUIRE(after[h].wet_bulb <= after[h].dry_bulb);
    }
  }
}

}  // namespace
}  // namespace hubwatt
