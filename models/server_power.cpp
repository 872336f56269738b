#include "models/server_power.hpp"

#include <cmath>

#include "models/contract.hpp"

namespace hubwatt {

double power_share(const ServerPower& server, double activity) {
  HUBWATT_EXPECTS(activity >= 0.0 && activity <= 1.0);
  if (server.straight()) return activity;
  switch (server.curve) {
    case PowerCurve::linear:
      return (1.0 - server.host_share) * std::pow(activity, server.exponent) +
             server.host_share * std::pow(activity, server.host_exponent);
    case PowerCurve::fan:
      return 2.0 * activity - std::pow(activity, 1.4);
  }
  HUBWATT_EXPECTS(false);
  return {};
}

Power server_power(const ServerPower& server, double activity) {
  return server.idle + (server.peak - server.idle) * power_share(server, activity);
}

}  // namespace hubwatt
