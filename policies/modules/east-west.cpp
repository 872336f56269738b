// Training goes west, latency-bound inference stays east. A job runs in a hub of the west side that is wide
// enough (of any side where none is), at once: the one with the least work in line, (held + waiting + this
// job) over its accelerators, counted in whole steps of `pressure_step` (default 0.25) so that small
// differences do not decide; then the one of lower carbon now, then the nearer. Requests fill the nearest
// allowed east hubs, then the nearest others. Ignores how long the work in line takes, prices, forecasts, and
// that a job could be deferred.
#include <cmath>
#include <stdexcept>
#include <tuple>

#include "policies/policy.hpp"

namespace {

using hubwatt::policy::Demand;
using hubwatt::policy::Fleet;

class EastWest : public hubwatt::policy::Dispatch {
 public:
  explicit EastWest(hubwatt::policy::Options& options)
      : pressure_step_(options.number("pressure_step", 0.25, 1e-6, 1e6)) {}

  hw_placement place(const hw_job& job, const Fleet& fleet) override {
    const auto cost = [&](std::uint32_t i) {
      const hw_hub& hub = fleet.hubs[i];
      return std::tuple(hub.side != HW_SIDE_WEST, pressure(hub, job), hub.carbon_kg_per_kwh[0],
                        fleet.latency_to(i));
    };
    std::uint32_t best = 0;
    bool found = false;
    for (std::uint32_t hub = 0; hub < fleet.hubs.size(); ++hub) {
      if (!hubwatt::policy::wide_enough(fleet.hubs[hub], job)) continue;
      if (found && !(cost(hub) < cost(best))) continue;
      best = hub;
      found = true;
    }
    if (!found) throw std::runtime_error("no hub is wide enough for the job");
    return {best, fleet.now_s};
  }

  void spread(const Demand& demand, const Fleet& fleet, std::span<double> share) override {
    hubwatt::policy::rank_hubs(order_, fleet.hubs.size(), [&](std::uint32_t hub) {
      return std::tuple(fleet.hubs[hub].side != HW_SIDE_EAST, fleet.latency_to(hub));
    });
    hubwatt::policy::fill_in_order(demand, order_, share);
  }

 private:
  // Work in line in whole steps. The sums are of doubles: widths of a large queue may exceed 32 bits.
  double pressure(const hw_hub& hub, const hw_job& job) const {
    if (hub.accelerators == 0) return 0.0;
    const double held = static_cast<double>(hub.accelerators) - hub.accelerators_free;
    const double in_line = held + hub.accelerators_waiting + job.accelerators;
    return std::floor(in_line / hub.accelerators / pressure_step_);
  }

  double pressure_step_;
  std::vector<std::uint32_t> order_;  // kept for its memory
};

}  // namespace

HUBWATT_POLICY(
    EastWest, "east-west", "1.0",
    "training to the west hub with the least work in line, requests to the nearest east hub with room "
    "(option: pressure_step)")
