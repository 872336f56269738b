// Hourly weather from files: EPW (EnergyPlus weather, 8760 or 8784 hours) and CSV with named columns.
// A missing value is a mistake with its row, never filled: what stands in for it is the user's decision.
// Not here: solar radiation and wind, which the renewable models draw from capacity factors.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/climate.hpp"
#include "models/error.hpp"
#include "models/quantity.hpp"
#include "scenarios/input_files.hpp"

namespace hubwatt {

// Source: EnergyPlus 9.6, Auxiliary Programs, "EnergyPlus Weather File (EPW) Data Dictionary". Hours 1..24 of
// local standard time; the hour h row holds the hour that ends at h. Missing: 99.9 degC, 999 %, 999999 Pa.
std::optional<WeatherTable> read_epw(const InputFile& file, std::vector<Diagnostic>& mistakes);

// Names of the columns of a weather CSV. Exactly one of relative_humidity and dew_point; pressure may be
// absent (then `site_pressure` holds). Units are the endings of the names: _c/_degc/_k; _pct or _ratio;
// _pa/_hpa/_kpa. Without such an ending: degC; percent where any value is above 2, else a ratio; Pa, hPa or
// kPa by magnitude.
struct WeatherColumns {
  std::string dry_bulb;
  std::string relative_humidity;
  std::string dew_point;
  std::string pressure;
};

// Pressure must be that of the site: a column reduced to sea level is refused where the site lies so high
// that the two differ by more than weather does.
std::optional<WeatherTable> read_weather_csv(const InputFile& file, const WeatherColumns& columns,
                                             Pressure site_pressure, std::vector<Diagnostic>& mistakes);

}  // namespace hubwatt
