// Where a hub's weather comes from, and the year of hours made of it. Normals become a synthetic year: right
// in its monthly means, its daily swing and the size and persistence of its warm and cold spells, but no
// forecast and no record of a real year. Not here: reading files, sun and wind power (solar.hpp, wind.hpp).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "models/confidence.hpp"
#include "models/hourly.hpp"
#include "models/psychrometrics.hpp"
#include "models/quantity.hpp"
#include "models/random.hpp"

namespace hubwatt {

struct ConstantClimate {
  Temperature dry_bulb;
  double relative_humidity = 0.0;  // 0..1
};

// How days differ from the month's mean: an autoregressive series x of variance 1, times a sigma that swings
// between winter and summer. Vapour pressure follows it, weaker than saturation would.
struct DayToDay {
  double persistence = 0.0;  // correlation of successive days, 0 <= persistence < 1
  TemperatureDifference winter_sigma{};
  TemperatureDifference summer_sigma{};
  double vapour_response = 0.0;  // relative change of vapour pressure per kelvin of deviation
  std::string source = {};
  Confidence confidence = Confidence::estimate;
};

struct ClimateNormals {
  std::array<double, 12> dry_bulb_degc{};      // monthly means
  std::array<double, 12> relative_humidity{};  // monthly means, 0..1
  TemperatureDifference diurnal_range{};       // mean daily maximum less minimum
  DayToDay day_to_day;                         // zeros: every day is like its month
  TemperatureDifference
      year_to_year{};  // standard deviation of annual means; 0: every year is the normal one
};

// Hours of a file, in local time. What the file does not have stays empty: pressure is then the site's.
struct WeatherTable {
  Hourly<Temperature> dry_bulb;
  Hourly<double> relative_humidity;
  std::optional<Hourly<Pressure>> pressure;
  std::optional<Hourly<Irradiance>> global_irradiance;  // on the horizontal
  std::optional<Hourly<Speed>> wind_speed;
};

using Climate = std::variant<ConstantClimate, ClimateNormals, WeatherTable>;

// The hours of the calendar year in local time, 8760 or 8784 of them.
//
//   Equation   t = m + range/2 cos(2 pi (h - 15) / 24) + v,  v = sigma x - its own monthly mean,
//              x_d = r x_{d-1} + sqrt(1 - r^2) N(0,1) at noon of day d, straight lines between;
//              m runs through nodes at mid-month, solved so that each month keeps its mean.
//              Vapour: e = k RH(month) e_s(m) exp(vapour_response v), at most e_s(t); k by month, solved so that
//              the mean of e / e_s(t) is the normal of relative humidity.
//              With year_to_year the whole year is warmer or colder by one draw of N(0, year_to_year), relative
//              humidity kept.
//   Validity   monthly means of every single year, less that draw: dry bulb within 1e-6 K, humidity within 0.001.
//              No fronts within a day; spells of a month average out, so months differ by the year's draw alone.
//   Source     the usual stochastic generator (Richardson, Water Resources Research 17, 1981) cut down to
//              temperature and vapour. Confidence: estimate.
std::vector<Weather> weather_year(const Climate& climate, Length altitude, double latitude, int year,
                                  Random random);

}  // namespace hubwatt
