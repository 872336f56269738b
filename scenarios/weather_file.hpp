// Hourly weather from files: EPW (EnergyPlus weather, 8760 or 8784 hours) and CSV with named columns, in
// local standard time. A missing value is a mistake with its row, never filled: what stands in for it is the
// user's decision. Not here: the units of columns (hourly_column.hpp), and what the hours are used for
// (climate.hpp).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/climate.hpp"
#include "models/error.hpp"
#include "models/quantity.hpp"
#include "scenarios/input_files.hpp"

namespace hubwatt {

// Rows in the order of the year; the row of hour h (1..24) holds the hour that ends at h. Missing is 99.9
// degC, 999 % and 999999 Pa. Pressure that is missing in every row is left to the site; irradiance and wind
// speed are left out where any hour of them is missing, since nothing here needs them.
//   Source     EnergyPlus 9.6, Auxiliary Programs, "EnergyPlus Weather File (EPW) Data Dictionary".
std::optional<WeatherTable> read_epw(const InputFile& file, std::vector<Diagnostic>& mistakes);

// Names of the columns of a weather CSV. Exactly one of relative_humidity and dew_point; pressure may be
// empty (then it is the site's). Units are the endings of the names: _c, _degc, _k; _pct, _ratio; _pa, _hpa,
// _kpa. Without such an ending: degC; percent where any value is above 2, else a ratio; Pa, hPa or kPa by
// magnitude.
struct WeatherColumns {
  std::string dry_bulb;
  std::string relative_humidity;
  std::string dew_point;
  std::string pressure;
};

// 1, 24, 8760 or 8784 rows (models/hourly.hpp). Pressure must be that of the site: a column whose mean is 3
// % or more off the pressure at `altitude` is refused, for it is most likely reduced to sea level. A dew
// point may lie half a kelvin above the dry bulb (rounding of the station), which is saturation.
std::optional<WeatherTable> read_weather_csv(const InputFile& file, const WeatherColumns& columns,
                                             Length altitude, std::vector<Diagnostic>& mistakes);

}  // namespace hubwatt
