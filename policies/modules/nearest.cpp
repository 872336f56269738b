// Sends a job to the hub of lowest latency from its origin that is wide enough, at once; without an origin to
// the first such hub of the file. Requests go to the nearest allowed hub up to its capacity, what is left to
// the next nearest; what no hub can take stays unserved. Ignores queues, prices, carbon and where the data
// is.
#include <stdexcept>

#include "policies/policy.hpp"

namespace {

using hubwatt::policy::Demand;
using hubwatt::policy::Fleet;

class Nearest : public hubwatt::policy::Dispatch {
 public:
  hw_placement place(const hw_job& job, const Fleet& fleet) override {
    std::uint32_t best = 0;
    bool found = false;
    for (std::uint32_t hub = 0; hub < fleet.hubs.size(); ++hub) {
      if (!hubwatt::policy::wide_enough(fleet.hubs[hub], job)) continue;
      if (found && fleet.latency_to(hub) >= fleet.latency_to(best)) continue;
      best = hub;
      found = true;
    }
    if (!found) throw std::runtime_error("no hub is wide enough for the job");
    return {best, fleet.now_s};
  }

  void spread(const Demand& demand, const Fleet& fleet, std::span<double> share) override {
    hubwatt::policy::rank_hubs(order_, fleet.hubs.size(),
                               [&](std::uint32_t hub) { return fleet.latency_to(hub); });
    hubwatt::policy::fill_in_order(demand, order_, share);
  }

 private:
  std::vector<std::uint32_t> order_;  // kept for its memory
};

}  // namespace

HUBWATT_POLICY(Nearest, "nearest", "1.0",
               "the nearest hub that is wide enough; requests overflow to the next")
