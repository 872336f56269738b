#include "models/server_fans.hpp"

#include <algorithm>

namespace hubwatt {
namespace {

double kelvins_above(Temperature inlet) {
  return (std::clamp(inlet, fans_speed_up_above, fans_at_full_speed) - fans_speed_up_above).base();
}

}  // namespace

double fan_excess(const ServerFans& fans, Temperature inlet) {
  const double rise = fans.speed_per_kelvin * kelvins_above(inlet);
  return fans.share * rise * (3.0 + rise * (3.0 + rise));
}

FanLoad& FanLoad::operator+=(const FanLoad& b) {
  base += b.base, linear += b.linear, quadratic += b.quadratic, cubic += b.cubic;
  return *this;
}

FanLoad& FanLoad::operator-=(const FanLoad& b) {
  base -= b.base, linear -= b.linear, quadratic -= b.quadratic, cubic -= b.cubic;
  return *this;
}

FanLoad fan_load(const ServerFans& fans, Power servers) {
  const Power base = fans.share * servers;
  const double rise = fans.speed_per_kelvin;
  return {base, 3.0 * rise * base, 3.0 * rise * rise * base, rise * rise * rise * base};
}

Power fan_excess(const FanLoad& load, Temperature inlet) {
  const double d = kelvins_above(inlet);
  return std::max(Power{}, d * (load.linear + d * (load.quadratic + d * load.cubic)));
}

}  // namespace hubwatt
