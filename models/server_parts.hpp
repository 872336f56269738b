// A server written by its devices: what each draws idle and busy, and what its supply loses. From them follow the
// idle and peak power at its input, and how its power follows activity. Not here: what the figures are used for
// (server_power.hpp), fans beyond 25 degC (server_fans.hpp).
//
//   Equation   device: P = idle + (peak - idle) u^e;   node = (sum of accelerators and sockets + memory + network
//              + storage) / (1 - fan share);   input = (node + constant) / efficiency.
//              A socket's activity is that of the accelerators beside it, or the server's own without any; so k of
//              n accelerators busy at activity a draw k/n of the span between idle and peak power, times
//              (1 - h) a^e + h a^c, with h the sockets' share of that span and e, c the two exponents.
//   Validity   0 <= u <= 1; exponents of about 1 for accelerators, 0.75 to 1 for sockets. The supply's losses are
//              a constant and a share, good from a fifth of its rating on.
//   Source     RAPS of ExaDigiT (Brewer et al., SC 2024; raps/power.py) for the sum and for the supply, with
//              13 W and 0.98 for a node's converters, 17 W and 0.96 for rectifiers. Confidence: paper for the
//              form. Device figures: platforms/catalogue/servers.toml.
#pragma once

#include "models/server_power.hpp"

namespace hubwatt {

struct Devices {
  int count = 0;
  Power idle{}, peak{};  // of one
  double exponent = 1.0;
};

struct ServerSupply {
  Power constant{};
  double efficiency = 1.0;
};

struct ServerParts {
  Devices accelerators;  // none: a CPU server
  Devices sockets;
  Power memory{}, network{}, storage{};  // constant
  ServerSupply supply;
};

// `fan_share` of the node's power, below 1.
ServerPower server_power_of(const ServerParts& parts, double fan_share);

}  // namespace hubwatt
