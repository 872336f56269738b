// Links that fail and are repaired while a run goes on: up and down times of each link are exponential, with the
// mean time to repair of the platform and as much time up as the link's availability asks for. What was on its way
// waits for the repair (Transfers). Every link has a random stream of its own.
//
// Equation: mean time between failures = repair x availability / (1 - availability).
// Validity: failures independent of each other and of load. Source: renewal theory (alternating renewal process);
// 4 h to repair is an estimate common in backbone planning.
#pragma once

#include <cstdint>
#include <vector>

#include "models/random.hpp"
#include "platforms/simgrid_transfers.hpp"

namespace hubwatt {

class LinkFailures {
 public:
  // Nothing fails where the platform names no time to repair, or where a link is always available.
  LinkFailures(const Platform& platform, std::uint64_t seed, SimgridClock& clock, Transfers& transfers);
  LinkFailures(const LinkFailures&) = delete;
  LinkFailures& operator=(const LinkFailures&) = delete;

 private:
  void fail_after(std::size_t link, double now_s);
  void repair_after(std::size_t link, double now_s);

  const Platform& platform_;
  SimgridClock& clock_;
  Transfers& transfers_;
  std::vector<Random> random_;  // by link
};

}  // namespace hubwatt
