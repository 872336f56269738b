#include "models/solar.hpp"

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

constexpr Duration beijing_time = 8.0 * unit::hour;

PvSite site_at(double latitude, double longitude, Duration offset = beijing_time) {
  return {{latitude, longitude, offset}, catalogue::crystalline(), catalogue::continental()};
}

double mean_of(const std::vector<double>& hours) {
  return std::accumulate(hours.begin(), hours.end(), 0.0) / static_cast<double>(hours.size());
}

std::vector<double> zhongwei(std::uint64_t seed) {
  return pv_year(site_at(37.53, 105.18), 0.165, 2025, Random(seed, "pv"));
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

TEST_CASE("a capacity factor can be reached up to the limit of its site and no further") {
  Random random(5, "pv");
  for (int i = 0; i < 60; ++i) {
    PvSite site = site_at(180.0 * random.uniform() - 90.0, 110.0);
    site.plant.tilt = 90.0 * random.uniform();
    site.plant.azimuth = 360.0 * random.uniform();
    site.plant.dc_ratio = 0.8 + random.uniform();
    const double limit = pv_capacity_factor_limit(site);
    CAPTURE(site.place.latitude, *site.plant.tilt, *site.plant.azimuth);
    for (const double part : {0.0, 0.5, 0.9, 0.99, 0.9999}) CHECK(pv_can_reach(site, part * limit));
    for (const double part : {1.0001, 1.01, 1.5}) CHECK_FALSE(pv_can_reach(site, part * limit));
  }
}

TEST_CASE("a solar year has the capacity factor asked for, within the plant's capacity") {
  for (std::uint64_t seed = 0; seed < 10; ++seed)
    for (const double wanted : {0.0, 0.08, 0.12, 0.165, 0.20, 0.24}) {
      const auto hours = pv_year(site_at(37.53, 105.18), wanted, 2024, Random(seed, "pv"));
      CHECK(mean_of(hours) == Approx(wanted).margin(1e-12));
      CHECK(*std::max_element(hours.begin(), hours.end()) <= 1.0);
      CHECK(*std::min_element(hours.begin(), hours.end()) >= 0.0);
    }
}

TEST_CASE("a leap year has its day more") {
  CHECK(zhongwei(1).size() == hours_common_year);
  CHECK(pv_year(site_at(37.53, 105.18), 0.165, 2024, Random(1, "pv")).size() == hours_leap_year);
}

TEST_CASE("there is no sun at night") {
  const auto hours = zhongwei(3);
  for (std::size_t day = 0; day < 365; ++day)
    for (const std::size_t hour : {0U, 1U, 2U, 3U, 4U, 21U, 22U, 23U}) REQUIRE(hours[24 * day + hour] == 0.0);
}

TEST_CASE("noon comes where the longitude puts it, not where the clock does") {
  // Zhongwei lies 14.8 degrees west of the meridian of UTC+8: its sun is 59 minutes late.
  CHECK(centre(zhongwei(1)) == Approx(12.0 + (120.0 - 105.18) / 15.0).margin(0.1));
  const auto east = pv_year(site_at(37.53, 120.0), 0.165, 2025, Random(1, "pv"));
  CHECK(centre(east) == Approx(12.0).margin(0.1));
  const auto shifted = pv_year(site_at(37.53, 105.18, 7.0 * unit::hour), 0.165, 2025, Random(1, "pv"));
  CHECK(centre(shifted) == Approx(centre(zhongwei(1)) - 1.0).margin(0.02));
}

TEST_CASE("a June day is longer than a December day north of the equator, shorter south of it") {
  const auto daylight = [](double latitude, std::size_t day) {
    const auto hours = pv_year(site_at(latitude, 105.0, 7.0 * unit::hour), 0.15, 2025, Random(1, "pv"));
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
    const double limit = pv_capacity_factor_limit(site_at(latitude, 110.0));
    CHECK(limit < before);
    before = limit;
  }
  CHECK(pv_capacity_factor_limit(site_at(37.5, 110.0)) == Approx(0.245).margin(0.01));
  CHECK(pv_capacity_factor_limit(site_at(-37.5, 110.0)) ==
        Approx(pv_capacity_factor_limit(site_at(37.5, 110.0))).epsilon(0.01));
}

TEST_CASE("days differ as the measured plants' days do") {
  // Chen and Xu 2022, two plants over two years: mean 0.73, 5 % quantile 0.32, median 0.77 of a clear day.
  std::vector<double> clearness;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const auto hours = zhongwei(seed);
    PvSite cloudless = site_at(37.53, 105.18);
    cloudless.sky.clearness_floor = 1.0;
    const auto clear = pv_year(cloudless, 0.165, 2025, Random(seed, "pv"));
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

namespace {

std::vector<Temperature> summer_and_winter(double mean, double swing) {
  std::vector<Temperature> air(hours_common_year);
  for (std::size_t h = 0; h < air.size(); ++h) {
    const double season = -std::cos(2.0 * 3.14159265 * static_cast<double>(h) / 8760.0);
    air[h] = Temperature::celsius(mean + swing * season);
  }
  return air;
}

double sum_between(const std::vector<double>& hours, std::size_t from_day, std::size_t to_day) {
  const auto at = [&hours](std::size_t day) { return hours.begin() + static_cast<std::ptrdiff_t>(24 * day); };
  return std::accumulate(at(from_day), at(to_day), 0.0);
}

}  // namespace

TEST_CASE("heat moves a solar year's output to the cold months and keeps its sum") {
  const auto without = zhongwei(1);
  const auto air = summer_and_winter(10.0, 18.0);
  const auto with = pv_year(site_at(37.53, 105.18), 0.165, 2025, Random(1, "pv"), air);
  CHECK(mean_of(with) == Approx(0.165).epsilon(1e-9));
  CHECK(sum_between(with, 0, 60) > 1.02 * sum_between(without, 0, 60));
  CHECK(sum_between(with, 150, 240) < sum_between(without, 150, 240));
}

TEST_CASE("any plane at any place keeps its capacity factor, its night and its capacity") {
  Random random(11, "planes");
  for (int i = 0; i < 60; ++i) {
    PvSite site = site_at(-60.0 + 120.0 * random.uniform(), 360.0 * random.uniform() - 180.0);
    site.place.utc_offset = site.place.longitude / 15.0 * unit::hour;
    site.plant.tilt = 90.0 * random.uniform();
    site.plant.azimuth = 360.0 * random.uniform();
    site.plant.dc_ratio = 1.0 + 0.5 * random.uniform();
    const double wanted = random.uniform() * pv_capacity_factor_limit(site);
    const auto air = summer_and_winter(30.0 * random.uniform(), 15.0 * random.uniform());
    const auto hours = pv_year(site, wanted, 2025, Random(static_cast<std::uint64_t>(i), "pv"), air);
    REQUIRE(mean_of(hours) == Approx(wanted).epsilon(1e-6).margin(1e-12));
    for (std::size_t h = 0; h < hours.size(); ++h) {
      REQUIRE((hours[h] >= 0.0 && hours[h] <= 1.0));
      const auto clock = static_cast<double>(h % 24);
      const bool night = sun_at(site.place, static_cast<int>(h / 24) + 1, clock).up <= -0.3 &&
                         sun_at(site.place, static_cast<int>(h / 24) + 1, clock + 1.0).up <= -0.3;
      if (night) REQUIRE(hours[h] == 0.0);
    }
  }
}

TEST_CASE("east-facing modules have their noon in the morning, west-facing ones after it") {
  PvSite east = site_at(40.0, 120.0), west = east;
  east.plant.azimuth = 90.0, west.plant.azimuth = 270.0;
  const double morning = centre(pv_year(east, 0.12, 2025, Random(1, "pv")));
  const double evening = centre(pv_year(west, 0.12, 2025, Random(1, "pv")));
  CHECK(morning < 11.0);
  CHECK(evening > 13.0);
  CHECK(morning + evening == Approx(24.0).margin(0.1));
}

TEST_CASE("a steeper plane moves a solar year towards winter") {
  PvSite flat = site_at(40.0, 120.0), steep = flat;
  flat.plant.tilt = 0.0, steep.plant.tilt = 70.0;
  const auto winter_share = [](const PvSite& site) {
    const auto hours = pv_year(site, 0.12, 2025, Random(1, "pv"));
    return sum_between(hours, 0, 45) / sum_between(hours, 0, 365);
  };
  CHECK(winter_share(flat) < winter_share(site_at(40.0, 120.0)));
  CHECK(winter_share(site_at(40.0, 120.0)) < winter_share(steep));
}

TEST_CASE("measured light on the modules gives the plant's power, hour by hour") {
  const PvSite site = site_at(37.53, 105.18);
  const Irradiance light = 640.0 * unit::W_per_m2;
  const Temperature air = Temperature::celsius(12.0);
  CHECK(pv_share_of_measured(site, light, IrradiancePlane::modules, air, 4000) ==
        pv_power_share(light, air, site.plant));
}

TEST_CASE("level light gives a tilted plane more in winter, and a level one what it is") {
  PvSite site = site_at(37.53, 105.18);
  const Irradiance light = 400.0 * unit::W_per_m2;
  const Temperature air = Temperature::celsius(0.0);
  constexpr int noon_in_january = 10 * 24 + 12;
  CHECK(pv_share_of_measured(site, light, IrradiancePlane::level, air, noon_in_january) >
        1.3 * pv_share_of_measured(site, light, IrradiancePlane::modules, air, noon_in_january));
  site.plant.tilt = 0.0;
  CHECK(pv_share_of_measured(site, light, IrradiancePlane::level, air, noon_in_january) ==
        Approx(pv_share_of_measured(site, light, IrradiancePlane::modules, air, noon_in_january)));
}

}  // namespace hubwatt
