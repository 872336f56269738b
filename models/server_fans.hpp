// What a server's own fans draw beyond the figures of its type when the air that it takes in is warm. Part of IT
// power: the fans sit behind the server's input. Not here: fans of the hall (cooling.hpp), and the leakage of warm
// chips, which the share below does not tell apart.
//
//   Equation   excess / power = share ((1 + rise d)^3 - 1),  d = inlet - 25 degC, held between 0 and 15 K:
//              fans take `share` of the server's power while the inlet is at 25 degC or below; above it their
//              speed rises in proportion to the inlet, and their power with the cube of the speed, up to full
//              speed at 40 degC.
//   Validity   air-cooled servers; at 25 degC and below a server draws exactly the figures of its type. Share 0 is
//              a server without fans (immersed, or cooled by plates throughout).
//   Source     ASHRAE TC 9.9, "Thermal guidelines for data processing environments" (2011 white paper): power
//              over inlet of volume servers, flat to 25 degC and 4 to 20 % higher at 35 degC; affinity laws for the
//              cube. 6 % and 2.5 % per kelvin give 5.7 % at 35 degC. Confidence: paper for the form, estimate for
//              the coefficients (catalogue).
#pragma once

#include "models/quantity.hpp"

namespace hubwatt {

struct ServerFans {
  double share = 0.0;             // of the server's power, inlet at 25 degC or below
  double speed_per_kelvin = 0.0;  // rise of their speed, of that at 25 degC
};

inline constexpr Temperature fans_speed_up_above = Temperature::celsius(25.0);
inline constexpr Temperature fans_at_full_speed = Temperature::celsius(40.0);

// Extra power as a share of the server's power.
double fan_excess(const ServerFans& fans, Temperature inlet);

// Fans of servers of several kinds that share one inlet temperature: the cubes above, multiplied out and added
// up, so that a hub of any number of kinds is solved with four sums. Linear in the servers' power.
struct FanLoad {
  Power base{};                          // of all fans, inlet at 25 degC or below
  Power linear{}, quadratic{}, cubic{};  // more with each power of the kelvins above

  FanLoad& operator+=(const FanLoad& b);
  FanLoad& operator-=(const FanLoad& b);
};
FanLoad fan_load(const ServerFans& fans, Power servers);
// What all of them draw beyond the servers' figures.
Power fan_excess(const FanLoad& load, Temperature inlet);

}  // namespace hubwatt
