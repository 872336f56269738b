#include "models/climate.hpp"

#include <cmath>

#include "models/climate_normals.hpp"
#include "models/units.hpp"
#include "tests/models/sites.hpp"
#include "tests/support/catch.hpp"

namespace hubwatt {
namespace {

std::vector<Weather> year_of(const catalogue::Site& site, int year, std::uint64_t seed) {
  return weather_year(site.normals, site.altitude, site.latitude, year, Random(seed, "weather"));
}

template <class Read>
std::vector<double> column(const std::vector<Weather>& year, Read read) {
  std::vector<double> out;
  for (const Weather& hour : year) out.push_back(read(hour));
  return out;
}

double celsius(const Weather& hour) {
  return hour.dry_bulb.celsius();
}
double humidity(const Weather& hour) {
  return hour.relative_humidity;
}

TEST_CASE("a constant climate never changes") {
  const ConstantClimate mild{Temperature::celsius(20.0), 0.5};
  const std::vector<Weather> year = weather_year(mild, {}, 0.0, 2025, Random(1, "weather"));
  REQUIRE(year.size() == hours_common_year);
  for (const Weather& hour : year) {
    REQUIRE(hour.dry_bulb == mild.dry_bulb);
    REQUIRE(hour.wet_bulb == year.front().wet_bulb);
  }
}

TEST_CASE("a year has as many hours as its calendar") {
  const catalogue::Site site = catalogue::sites().front();
  CHECK(year_of(site, 2024, 1).size() == hours_leap_year);
  CHECK(year_of(site, 2025, 1).size() == hours_common_year);
  CHECK(year_of(site, 2100, 1).size() == hours_common_year);
}

TEST_CASE("monthly means of one synthetic year are the normals") {
  for (const catalogue::Site& site : catalogue::sites()) {
    for (int year : {2024, 2025}) {
      const std::vector<Weather> weather = year_of(site, year, 7);
      const auto warmth = monthly_means(column(weather, celsius), year == 2024);
      const auto damp = monthly_means(column(weather, humidity), year == 2024);
      for (std::size_t m = 0; m < 12; ++m) {
        CAPTURE(site.id, year, m);
        CHECK(warmth[m] == Approx(site.normals.dry_bulb_degc[m]).margin(1e-6));
        CHECK(damp[m] == Approx(site.normals.relative_humidity[m]).margin(0.001));
      }
    }
  }
}

TEST_CASE("a curve through the year keeps jagged monthly means") {
  const std::array<double, 12> means{3, -8, 12, 0, 25, 24, 5, 5, 5, -2, 40, 1};
  for (bool leap_year : {false, true}) {
    const auto kept = monthly_means(smooth_year(means, leap_year), leap_year);
    for (std::size_t m = 0; m < 12; ++m) CHECK(kept[m] == Approx(means[m]).margin(1e-8));
  }
}

TEST_CASE("a day is warmest at 15 hours by the diurnal range over 3 hours") {
  const catalogue::Site site = catalogue::sites().front();
  const std::vector<Weather> weather = year_of(site, 2025, 3);
  double difference = 0.0;
  for (std::size_t h = 0; h < weather.size(); h += 24) {
    difference += celsius(weather[h + 15]) - celsius(weather[h + 3]);
  }
  CHECK(difference / 365.0 == Approx(site.normals.diurnal_range / unit::K).margin(0.1));
}

TEST_CASE("spells are as large and as lasting as asked") {
  ClimateNormals flat;
  flat.dry_bulb_degc.fill(10.0);
  flat.relative_humidity.fill(0.5);
  flat.day_to_day = DayToDay{0.7, 3.0 * unit::K, 3.0 * unit::K, 0.045};
  double square = 0.0, next = 0.0;
  int days = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const std::vector<Weather> weather = weather_year(flat, {}, 40.0, 2025, Random(seed, "weather"));
    for (std::size_t d = 0; d + 1 < 365; ++d, ++days) {
      const double today = celsius(weather[24 * d + 12]) - 10.0;
      square += today * today;
      next += today * (celsius(weather[24 * d + 36]) - 10.0);
    }
  }
  CHECK(std::sqrt(square / days) == Approx(3.0).margin(0.45));  // centring on each month takes part of it
  CHECK(next / square == Approx(0.7).margin(0.12));
}

TEST_CASE("the same stream gives the same year and another seed another") {
  const catalogue::Site site = catalogue::sites().back();
  const std::vector<Weather> one = year_of(site, 2025, 1), again = year_of(site, 2025, 1);
  CHECK(column(one, celsius) == column(again, celsius));
  CHECK(column(one, humidity) == column(again, humidity));
  CHECK(column(one, celsius) != column(year_of(site, 2025, 2), celsius));
}

TEST_CASE("spells are stronger in winter, which comes in July south of the equator") {
  ClimateNormals flat;
  flat.day_to_day = catalogue::spells_at(40.0);
  flat.dry_bulb_degc.fill(10.0);
  flat.relative_humidity.fill(0.5);
  const auto spread = [&](double latitude, std::size_t from, std::size_t to) {
    double square = 0.0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
      const auto weather = weather_year(flat, {}, latitude, 2025, Random(seed, "weather"));
      for (std::size_t h = from; h < to; ++h) square += std::pow(celsius(weather[h]) - 10.0, 2.0);
    }
    return square;
  };
  const auto month = month_begins(false);
  CHECK(spread(40.0, month[0], month[1]) > spread(40.0, month[6], month[7]));
  CHECK(spread(-40.0, month[0], month[1]) < spread(-40.0, month[6], month[7]));
}

TEST_CASE("years differ where asked to, and ten of them keep the normals within 0.3 K") {
  const DayToDay calm{0.7, 0.0 * unit::K, 0.0 * unit::K, 0.045};
  for (catalogue::Site site : catalogue::sites()) {
    const std::vector<Weather> normal = year_of(site, 2025, 1);
    site.normals.year_to_year = 0.5 * unit::K;
    CHECK(column(year_of(site, 2025, 1), celsius) != column(normal, celsius));
    site.normals.day_to_day = calm;
    std::array<double, 12> by_seed{};
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      const auto months = monthly_means(column(year_of(site, 2025, seed), celsius), false);
      for (std::size_t m = 0; m < 12; ++m) by_seed[m] += months[m] / 10.0;
    }
    for (std::size_t m = 0; m < 12; ++m) {
      CAPTURE(site.id, m);
      CHECK(by_seed[m] == Approx(site.normals.dry_bulb_degc[m]).margin(0.3));
    }
  }
}

TEST_CASE("annual means spread as year_to_year says and keep humidity") {
  catalogue::Site site = catalogue::sites().front();
  const auto mean_of = [](const std::vector<double>& hours) {
    double sum = 0.0;
    for (const double value : hours) sum += value;
    return sum / static_cast<double>(hours.size());
  };
  const double normal = mean_of(column(year_of(site, 2025, 1), celsius));
  site.normals.year_to_year = 0.8 * unit::K;
  double sum = 0.0, square = 0.0;
  constexpr int years = 200;
  for (int year = 0; year < years; ++year) {
    const auto weather = weather_year(site.normals, site.altitude, site.latitude, 2025,
                                      Random(3, "weather/" + std::to_string(year)));
    const double anomaly = mean_of(column(weather, celsius)) - normal;
    sum += anomaly;
    square += anomaly * anomaly;
    if (year > 4) continue;
    const auto damp = monthly_means(column(weather, humidity), false);
    for (std::size_t m = 0; m < 12; ++m)
      CHECK(damp[m] == Approx(site.normals.relative_humidity[m]).margin(0.001));
  }
  CHECK(sum / years == Approx(0.0).margin(4.0 * 0.8 / std::sqrt(double(years))));
  CHECK(std::sqrt(square / years) == Approx(0.8).margin(0.15));
}

TEST_CASE("hours of a table are taken as they are, with the site's pressure where it has none") {
  std::vector<Temperature> warmth;
  for (std::size_t h = 0; h < hours_common_year; ++h) {
    warmth.push_back(Temperature::celsius(static_cast<double>(h % 30)));
  }
  WeatherTable table{Hourly<Temperature>(warmth), Hourly<double>(0.4), {}, {}, {}};
  const Length high = 1000.0 * unit::metre;
  const std::vector<Weather> bare = weather_year(table, high, 40.0, 2025, Random(1, "weather"));
  CHECK(bare[4321].dry_bulb == warmth[4321]);
  CHECK(bare[4321].relative_humidity == 0.4);
  CHECK(bare[4321].pressure == site_pressure(high));
  table.pressure = Hourly<Pressure>(99000.0 * unit::Pa);
  CHECK(weather_year(table, high, 40.0, 2025, Random(1, "weather"))[0].pressure == 99000.0 * unit::Pa);
  CHECK(weather_year(table, high, 40.0, 2024, Random(1, "weather")).size() == hours_leap_year);
}

}  // namespace
}  // namespace hubwatt
