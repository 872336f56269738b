// Weather that is warmer than a climate's own: by a steady offset for a future climate, and by heat waves on named
// days. Applied to the hours of a year, whether they are synthetic or from a file. Not here: which offset belongs to
// which emission path, and cold spells.
//
//   Equation   offset: t' = t + warming(month), relative humidity kept.
//              heat wave: t'' = t' + warmer s(x), vapour e'' = e' exp(vapour_response warmer s), at most saturation;
//              s = (1 - cos(pi x / r)) / 2 over the first r hours, 1, and back down over the last r;
//              r = 24 h, half the wave where it is shorter than two days. Outside its days s = 0.
//              Wet bulb and dew point follow; pressure stays.
//   Validity   offsets of 0 to 15 K. A shift moves means: it does not widen the spread of days or months.
//   Source     the shift of Belcher, Hacker, Powell, Building Services Eng. Res. Technol. 26 (2005), 49-61. Humidity:
//              climate models keep it near constant while warming (Held and Soden, J. Climate 19 (2006), 5686-5699);
//              over land it falls a little (IPCC AR6 WG1, ch. 4), so wet bulbs here are on the safe side.
//              Onset and end of waves: estimate. Confidence: paper for the offset, estimate for waves.
#pragma once

#include <array>
#include <chrono>
#include <vector>

#include "models/psychrometrics.hpp"
#include "models/quantity.hpp"

namespace hubwatt {

// Every year from `start` on for so many days; one that begins in December may end in January.
struct HeatWave {
  std::chrono::month_day start{};  // a day of every year, so not 29 February
  int days = 1;
  TemperatureDifference warmer{};
  double vapour_response = 0.0;  // relative change of vapour pressure per kelvin
};

struct ClimateShift {
  std::array<TemperatureDifference, 12> warming{};  // by month
  std::vector<HeatWave> heat_waves;                 // no two at one time

  bool none() const;
};

// `year`: the hours of that local calendar year.
std::vector<Weather> shifted(std::vector<Weather> year, const ClimateShift& shift, int calendar_year);

// s of the equation: 0 outside, 0..1 inside. `hours`: since the begin of the wave's first day.
double wave_share(const HeatWave& wave, double hours);

// Whether two of them share a day of a common year.
bool overlap(const HeatWave& a, const HeatWave& b);

}  // namespace hubwatt
