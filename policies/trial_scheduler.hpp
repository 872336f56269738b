// A small scheduler of one hub in memory, behind the functions of hw_scheduler: accelerators are alike and a
// job takes any that are free. For trying schedule policies out, in check_module and in the tests; the
// engine's own packs jobs into servers.
#pragma once

#include <cstdint>
#include <vector>

#include "policies/abi.h"

namespace hubwatt {

class TrialScheduler {
 public:
  struct Running {
    double end_s = 0.0;
    std::uint32_t accelerators = 0;
  };

  TrialScheduler(double now_s, std::uint32_t free, std::vector<Running> running,
                 std::vector<hw_entry> waiting);

  // Both refer to this object, which must stay where it is.
  hw_queue queue() const;
  hw_scheduler functions();

  const std::vector<std::uint32_t>& started() const { return started_; }  // positions, in order
  double earliest_start(std::uint32_t position) const;                    // +infinity if never

 private:
  void start(std::uint32_t position);
  bool fits_now(std::uint32_t position) const { return waiting_[position].accelerators <= free_; }
  bool would_delay(std::uint32_t candidate, std::uint32_t head) const;

  double now_s_;
  std::uint32_t free_;
  std::vector<Running> running_;
  std::vector<hw_entry> waiting_;
  std::vector<std::uint32_t> started_;
};

}  // namespace hubwatt
