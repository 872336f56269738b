// Power of one server at its input as a function of how busy it is. Not here: what the power chain loses
// before the input (power_chain.hpp), and fans that speed up with a warm inlet, which the catalogue figures
// leave out.
//
//   Equation   linear: P = idle + (peak - idle) a;   fan: P = idle + (peak - idle) (2 a - a^1.4)
//   Validity   0 <= a <= 1. Linear suits accelerator servers, whose boards dominate; fan suits CPU servers,
//              whose clocks and voltages do not follow their load down.
//   Source     linear: exact by definition of the figures (SimGrid's host energy model is the same line);
//              fan: Fan, Weber, Barroso, "Power provisioning for a warehouse-sized computer", ISCA 2007,
//              sec. 3. Confidence: paper.
#pragma once

#include "models/quantity.hpp"

namespace hubwatt {

enum class PowerCurve { linear, fan };

struct ServerPower {
  Power idle{};
  Power peak{};          // every accelerator (or core) at activity 1
  int accelerators = 0;  // 0: a CPU server
  PowerCurve curve = PowerCurve::linear;
};

// `activity`: sum of the activities of busy accelerators over their number; for a CPU server its utilization.
Power server_power(const ServerPower& server, double activity);

}  // namespace hubwatt
