#include "models/climate_normals.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>

#include "models/contract.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

using MonthBegins = std::array<std::size_t, 13>;

double middle(const MonthBegins& begin, std::size_t month) {
  return 0.5 * static_cast<double>(begin[month] + begin[month + 1]);
}

std::vector<double> through_nodes(const std::array<double, 12>& node, const MonthBegins& begin) {
  std::vector<double> hours(begin[12]);
  const double year = static_cast<double>(begin[12]);
  for (std::size_t month = 0; month < 12; ++month) {
    const std::size_t next = (month + 1) % 12, last = (month + 11) % 12;
    const double mid = middle(begin, month);
    const double to_next = middle(begin, next) - mid + (next == 0 ? year : 0.0);
    const double to_last = mid - middle(begin, last) + (last == 11 ? year : 0.0);
    for (std::size_t h = begin[month]; h < begin[month + 1]; ++h) {
      const double away = static_cast<double>(h) + 0.5 - mid;
      hours[h] = away >= 0.0 ? node[month] + (node[next] - node[month]) * away / to_next
                             : node[month] + (node[last] - node[month]) * -away / to_last;
    }
  }
  return hours;
}

// One value a day of variance 1, joined by straight lines from noon to noon.
std::vector<double> spells_of_the_year(double persistence, std::size_t hours, Random& random) {
  std::vector<double> noon(hours / 24);
  const double fresh = std::sqrt(1.0 - persistence * persistence);
  noon[0] = random.normal();
  for (std::size_t d = 1; d < noon.size(); ++d) noon[d] = persistence * noon[d - 1] + fresh * random.normal();
  std::vector<double> out(hours);
  for (std::size_t h = 0; h < hours; ++h) {
    const double position =
        std::clamp((static_cast<double>(h) - 12.0) / 24.0, 0.0, static_cast<double>(noon.size() - 1));
    const auto day = std::min(static_cast<std::size_t>(position), noon.size() - 2);
    const double part = position - static_cast<double>(day);
    out[h] = noon[day] + (noon[day + 1] - noon[day]) * part;
  }
  return out;
}

// Departures from the normal, in kelvin: spells times a sigma that swings through the year, less their own
// monthly means, so that every single year keeps the normals.
std::vector<double> departures(const DayToDay& spells, bool southern, bool leap_year, std::size_t hours,
                               Random& random) {
  constexpr double mid_january = 15.0 * 24.0;
  const double winter = (southern ? spells.summer_sigma : spells.winter_sigma) / unit::K;  // of January
  const double summer = (southern ? spells.winter_sigma : spells.summer_sigma) / unit::K;
  std::vector<double> out = spells_of_the_year(spells.persistence, hours, random);
  for (std::size_t h = 0; h < hours; ++h) {
    const double angle =
        2.0 * std::numbers::pi * (static_cast<double>(h) - mid_january) / static_cast<double>(hours);
    out[h] *= 0.5 * (winter + summer) + 0.5 * (winter - summer) * std::cos(angle);
  }
  const std::vector<double> bias = smooth_year(monthly_means(out, leap_year), leap_year);
  for (std::size_t h = 0; h < hours; ++h) out[h] -= bias[h];
  return out;
}

// Scales the vapour of each month until the monthly means of relative humidity, cut at 1, are those asked for.
std::vector<double> humidity_with_means(const std::array<double, 12>& wanted,
                                        const std::vector<double>& unscaled, bool leap_year) {
  constexpr int rounds = 40;
  constexpr double tolerance = 1e-6;
  std::array<double, 12> factor;
  factor.fill(1.0);
  std::vector<double> humidity;
  for (int round = 0; round < rounds; ++round) {
    const std::vector<double> scale = through_nodes(factor, month_begins(leap_year));
    humidity = unscaled;
    for (std::size_t h = 0; h < humidity.size(); ++h)
      humidity[h] = std::clamp(humidity[h] * scale[h], 0.0, 1.0);
    const std::array<double, 12> means = monthly_means(humidity, leap_year);
    double worst = 0.0;
    for (std::size_t m = 0; m < 12; ++m) {
      worst = std::max(worst, std::abs(means[m] - wanted[m]));
      factor[m] *= means[m] > 0.0 ? wanted[m] / means[m] : 1.0;
    }
    if (worst < tolerance) break;
  }
  return humidity;
}

}  // namespace

MonthBegins month_begins(bool leap_year) {
  const std::chrono::year year{leap_year ? 2024 : 2025};
  MonthBegins begin{};
  for (unsigned m = 1; m <= 12; ++m) {
    const auto last = std::chrono::year_month_day{year / std::chrono::month{m} / std::chrono::last};
    begin[m] = begin[m - 1] + 24 * static_cast<unsigned>(last.day());
  }
  return begin;
}

std::array<double, 12> monthly_means(const std::vector<double>& hours, bool leap_year) {
  const MonthBegins begin = month_begins(leap_year);
  HUBWATT_EXPECTS(hours.size() == begin[12]);
  std::array<double, 12> means{};
  for (std::size_t m = 0; m < 12; ++m) {
    double sum = 0.0;
    for (std::size_t h = begin[m]; h < begin[m + 1]; ++h) sum += hours[h];
    means[m] = sum / static_cast<double>(begin[m + 1] - begin[m]);
  }
  return means;
}

// Moving each node by what its month lacks at least halves the error: a month's mean depends to three quarters
// on its own node.
std::vector<double> smooth_year(const std::array<double, 12>& means, bool leap_year) {
  constexpr int rounds = 50;
  constexpr double tolerance = 1e-10;
  const MonthBegins begin = month_begins(leap_year);
  std::array<double, 12> node = means;
  std::vector<double> hours = through_nodes(node, begin);
  for (int round = 0; round < rounds; ++round) {
    const std::array<double, 12> now = monthly_means(hours, leap_year);
    double worst = 0.0;
    for (std::size_t m = 0; m < 12; ++m) {
      worst = std::max(worst, std::abs(means[m] - now[m]));
      node[m] += means[m] - now[m];
    }
    if (worst < tolerance) break;
    hours = through_nodes(node, begin);
  }
  return hours;
}

SyntheticYear synthetic_year(const ClimateNormals& normals, bool southern, bool leap_year, Random& random) {
  const DayToDay& spells = normals.day_to_day;
  constexpr double warmest_hour = 15.0;
  SyntheticYear year;
  const std::vector<double> normal = smooth_year(normals.dry_bulb_degc, leap_year);
  const std::size_t hours = normal.size();
  const std::vector<double> departure = departures(spells, southern, leap_year, hours, random);
  year.dry_bulb_degc.resize(hours);
  std::vector<double> humidity = smooth_year(normals.relative_humidity, leap_year);
  for (std::size_t h = 0; h < hours; ++h) {
    const double angle = 2.0 * std::numbers::pi * (static_cast<double>(h % 24) - warmest_hour) / 24.0;
    const double swing = 0.5 * (normals.diurnal_range / unit::K) * std::cos(angle);
    year.dry_bulb_degc[h] = normal[h] + swing + departure[h];
    const Pressure mean_saturation = saturation_pressure(Temperature::celsius(normal[h]));
    const Pressure saturation = saturation_pressure(Temperature::celsius(year.dry_bulb_degc[h]));
    humidity[h] *= mean_saturation / saturation * std::exp(spells.vapour_response * departure[h]);
  }
  year.relative_humidity = humidity_with_means(normals.relative_humidity, humidity, leap_year);
  return year;
}

}  // namespace hubwatt
