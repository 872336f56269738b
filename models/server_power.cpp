#include "models/server_power.hpp"

#include <cmath>

#include "models/contract.hpp"

namespace hubwatt {

Power server_power(const ServerPower& server, double activity) {
  HUBWATT_EXPECTS(activity >= 0.0 && activity <= 1.0);
  const Power span = server.peak - server.idle;
  switch (server.curve) {
    case PowerCurve::linear:
      return server.idle + span * activity;
    case PowerCurve::fan:
      return server.idle + span * (2.0 * activity - std::pow(activity, 1.4));
  }
  HUBWATT_EXPECTS(false);
  return {};
}

}  // namespace hubwatt
