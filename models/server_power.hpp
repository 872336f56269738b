// Power of one server at its input as a function of how busy it is. Not here: what the power chain loses
// before the input (power_chain.hpp), fans that speed up with a warm inlet (server_fans.hpp), lower clocks
// (frequency.hpp). The figures may follow from the server's devices (server_parts.hpp).
//
//   Equation   P = idle + (peak - idle) s(a);   linear: s = (1 - h) a^e + h a^c, with e = c = 1 and h = 0 unless
//              the devices say otherwise, so that s = a;   fan: s = 2 a - a^1.4
//   Validity   0 <= a <= 1. Linear suits accelerator servers, whose boards dominate; fan suits CPU servers,
//              whose clocks and voltages do not follow their load down.
//   Source     linear: exact by definition of the figures (SimGrid's host energy model is the same line);
//              exponents: RAPS, as server_parts.hpp; fan: Fan, Weber, Barroso, "Power provisioning for a
//              warehouse-sized computer", ISCA 2007, sec. 3. Confidence: paper.
#pragma once

#include "models/quantity.hpp"

namespace hubwatt {

enum class PowerCurve { linear, fan };

struct ServerPower {
  Power idle{};
  Power peak{};          // every accelerator (or core) at activity 1
  int accelerators = 0;  // 0: a CPU server
  PowerCurve curve = PowerCurve::linear;
  double exponent = 1.0;       // e
  double host_share = 0.0;     // h, of the span: sockets beside accelerators
  double host_exponent = 1.0;  // c

  // Whether power is a straight line over activity.
  bool straight() const {
    return curve == PowerCurve::linear && exponent == 1.0 && (host_share == 0.0 || host_exponent == 1.0);
  }
};

// s(a), 0..1: the share of the span between idle and peak at that activity of all its accelerators. With k of n busy,
// k/n of it.
double power_share(const ServerPower& server, double activity);

// `activity`: sum of the activities of busy accelerators over their number, these being equally busy where power
// is no straight line; for a CPU server its utilization.
Power server_power(const ServerPower& server, double activity);

}  // namespace hubwatt
