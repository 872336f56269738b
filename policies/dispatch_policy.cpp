#include "policies/dispatch_policy.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "models/contract.hpp"
#include "policies/message.hpp"

namespace hubwatt {

hw_placement DispatchPolicy::place(const hw_job& job, const hw_fleet& fleet) {
  // What no policy may answer, so that one which leaves `out` alone is found out.
  hw_placement answer{std::numeric_limits<std::uint32_t>::max(), std::numeric_limits<double>::quiet_NaN()};
  instance_.ask(fleet.now_s, instance_.functions().place_job, &job, &fleet, &answer);

  if (answer.hub >= fleet.hub_count) {
    instance_.refuse(fleet.now_s, message("put job ", job.id, " on hub ", answer.hub, ", but there are ",
                                          fleet.hub_count, " (counted from 0)"));
  }
  const hw_hub& hub = fleet.hubs[answer.hub];
  if (hub.widest_job < job.accelerators) {
    instance_.refuse(fleet.now_s,
                     message("put job ", job.id, " of ", job.accelerators, " accelerators on hub ", hub.id,
                             ", which can hold ", hub.widest_job, " at most"));
  }
  const double latest = std::max(fleet.now_s, job.latest_start_s);
  if (!(answer.hold_until_s >= 0.0 && answer.hold_until_s <= latest)) {
    instance_.refuse(fleet.now_s, message("holds job ", job.id, " until ", answer.hold_until_s,
                                          " s, which is not between 0 and ", latest, " s"));
  }
  return answer;
}

void DispatchPolicy::spread(const hw_demand& demand, const hw_fleet& fleet, std::span<double> share) {
  HUBWATT_EXPECTS(share.size() == fleet.hub_count);
  constexpr double rounding = 1e-9;
  std::fill(share.begin(), share.end(), 0.0);
  instance_.ask(fleet.now_s, instance_.functions().spread_requests, &demand, &fleet, share.data());

  double sum = 0.0;
  for (std::size_t i = 0; i < share.size(); ++i) {
    if (!(share[i] >= 0.0 && std::isfinite(share[i]))) {
      instance_.refuse(fleet.now_s, message("gave hub ", fleet.hubs[i].id, " the share ", share[i],
                                            " of service ", demand.service, "; a share is at least 0"));
    }
    if (share[i] > 0.0 && demand.allowed[i] == 0) {
      instance_.refuse(fleet.now_s, message("gave hub ", fleet.hubs[i].id, " the share ", share[i],
                                            " of service ", demand.service, ", which is not allowed there"));
    }
    sum += share[i];
  }
  if (sum > 1.0 + rounding) {
    instance_.refuse(fleet.now_s, message("gave out shares of service ", demand.service, " that sum to ", sum,
                                          ", more than 1"));
  }
  if (sum > 1.0) {  // by rounding: no request is served twice
    for (double& part : share) part /= sum;
  }
}

}  // namespace hubwatt
