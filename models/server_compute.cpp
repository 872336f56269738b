#include "models/server_compute.hpp"

namespace hubwatt {

ComputeRate server_compute(const ServerChips& server) {
  return static_cast<double>(server.chips) * static_cast<double>(server.cores) * server.per_cycle *
         server.clock;
}

}  // namespace hubwatt
