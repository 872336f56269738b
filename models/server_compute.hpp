// Peak compute rate of a server from its data sheet. Not here: what part of it work reaches (activity.hpp), stocks of
// servers (cohort.hpp).
//
//   Equation   FLOPS = chips x FLOP per cycle of one core x clock x cores of one chip
//   Validity   one precision: FLOP per cycle are of that precision. A fused multiply-add counts as two. Clock under
//              full vector load, where the data sheet tells it; the nominal clock is a few per cent to a fifth above.
//              Peaks: measured rates are lower.
//   Source     CAICT, blue book on advanced computing and the computing power index 2025 (2026-03), annex: FLOPS of
//              a server = chips x FP32 per cycle x frequency x cores. Confidence: official.
#pragma once

#include "models/quantity.hpp"

namespace hubwatt {

struct ServerChips {
  int chips = 0;     // of one server
  int cores = 0;     // of one chip
  Work per_cycle{};  // of one core
  Rate clock{};
};

ComputeRate server_compute(const ServerChips& server);

}  // namespace hubwatt
