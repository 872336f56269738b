#include "models/server_parts.hpp"

#include "models/contract.hpp"

namespace hubwatt {

ServerPower server_power_of(const ServerParts& parts, double fan_share) {
  HUBWATT_EXPECTS(fan_share >= 0.0 && fan_share < 1.0 && parts.supply.efficiency > 0.0);
  const auto at_input = [&](Power devices) {
    return (devices / (1.0 - fan_share) + parts.supply.constant) / parts.supply.efficiency;
  };
  const Power constant = parts.memory + parts.network + parts.storage;
  const Devices& accelerators = parts.accelerators;
  const Devices& sockets = parts.sockets;
  const Power accelerator_span = accelerators.count * (accelerators.peak - accelerators.idle);
  const Power socket_span = sockets.count * (sockets.peak - sockets.idle);
  const Power idle = accelerators.count * accelerators.idle + sockets.count * sockets.idle + constant;

  ServerPower out;
  out.accelerators = accelerators.count;
  out.idle = at_input(idle);
  out.peak = at_input(idle + accelerator_span + socket_span);
  if (accelerators.count == 0) {
    out.exponent = sockets.exponent;
    return out;
  }
  out.exponent = accelerators.exponent;
  out.host_exponent = sockets.exponent;
  const Power span = accelerator_span + socket_span;
  out.host_share = span > Power{} ? socket_span / span : 0.0;
  return out;
}

}  // namespace hubwatt
