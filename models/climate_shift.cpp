#include "models/climate_shift.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "models/climate_normals.hpp"
#include "models/contract.hpp"
#include "models/units.hpp"

namespace hubwatt {
namespace {

using std::chrono::sys_days;

sys_days first_day(const HeatWave& wave, std::chrono::year year) {
  return sys_days{year / wave.start.month() / wave.start.day()};
}

double hours_between(sys_days from, sys_days to) {
  return 24.0 * static_cast<double>((to - from).count());
}

Weather warmed(const Weather& air, TemperatureDifference offset) {
  return weather_at(air.dry_bulb + offset, air.relative_humidity, air.pressure);
}

Weather warmed(const Weather& air, const HeatWave& wave, double share) {
  const TemperatureDifference rise = share * wave.warmer;
  const Temperature dry_bulb = air.dry_bulb + rise;
  const double drying = saturation_pressure(air.dry_bulb) / saturation_pressure(dry_bulb);
  const double moistening = std::exp(wave.vapour_response * (rise / unit::K));
  return weather_at(dry_bulb, std::min(1.0, air.relative_humidity * drying * moistening), air.pressure);
}

void add_wave(std::vector<Weather>& year, const HeatWave& wave, double begin) {
  const double hours = static_cast<double>(year.size());
  const auto first = static_cast<std::size_t>(std::clamp(begin, 0.0, hours));
  const auto last = static_cast<std::size_t>(std::clamp(begin + 24.0 * wave.days, 0.0, hours));
  for (std::size_t h = first; h < last; ++h)
    year[h] = warmed(year[h], wave, wave_share(wave, static_cast<double>(h) + 0.5 - begin));
}

}  // namespace

bool ClimateShift::none() const {
  return heat_waves.empty() && warming == std::array<TemperatureDifference, 12>{};
}

std::vector<Weather> shifted(std::vector<Weather> year, const ClimateShift& shift, int calendar_year) {
  if (shift.none()) return year;
  const std::chrono::year now{calendar_year};
  const auto month = month_begins(now.is_leap());
  HUBWATT_EXPECTS(year.size() == month[12]);
  for (std::size_t m = 0; m < 12; ++m) {
    if (shift.warming[m] == TemperatureDifference{}) continue;
    for (std::size_t h = month[m]; h < month[m + 1]; ++h) year[h] = warmed(year[h], shift.warming[m]);
  }
  const sys_days new_year{now / std::chrono::January / 1};
  for (const HeatWave& wave : shift.heat_waves) {
    add_wave(year, wave, hours_between(new_year, first_day(wave, now)));
    add_wave(year, wave, hours_between(new_year, first_day(wave, now - std::chrono::years{1})));
  }
  return year;
}

double wave_share(const HeatWave& wave, double hours) {
  const double length = 24.0 * wave.days;
  const double to_border = std::min(hours, length - hours);
  if (to_border <= 0.0) return 0.0;
  const double ramp = std::min(24.0, 0.5 * length);
  if (to_border >= ramp) return 1.0;
  return 0.5 * (1.0 - std::cos(std::numbers::pi * to_border / ramp));
}

bool overlap(const HeatWave& a, const HeatWave& b) {
  const std::chrono::year common{2025};
  const auto days_from_to = [&](const HeatWave& from, const HeatWave& to) {
    const auto days = (first_day(to, common) - first_day(from, common)).count();
    return days >= 0 ? days : days + 365;
  };
  return days_from_to(a, b) < a.days || days_from_to(b, a) < b.days;
}

}  // namespace hubwatt
