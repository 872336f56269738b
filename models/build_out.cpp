#include "models/build_out.hpp"

#include <algorithm>
#include <cmath>

#include "models/contract.hpp"

namespace hubwatt {

Service service(ComputeRate need, ComputeRate capacity, double most_utilization) {
  HUBWATT_EXPECTS(need >= ComputeRate{} && capacity >= ComputeRate{});
  HUBWATT_EXPECTS(most_utilization > 0.0 && most_utilization <= 1.0);
  const ComputeRate served = std::min(need, most_utilization * capacity);
  const double activity = capacity > ComputeRate{} ? std::min(served / capacity, most_utilization) : 0.0;
  return {activity, served, need - served};
}

ComputeRate foreseen_need(ComputeRate need, ComputeRate year_before, int lead_time) {
  HUBWATT_EXPECTS(lead_time >= 0);
  if (year_before <= ComputeRate{}) return need;
  return need * std::pow(need / year_before, lead_time);
}

double servers_to_ship(ComputeRate foreseen, ComputeRate surviving, const ServerOrder& order) {
  HUBWATT_EXPECTS(order.utilization > 0.0 && order.of_server > ComputeRate{});
  const double missing = (foreseen / order.utilization - surviving) / order.of_server;
  const double wanted = std::max(missing, 0.0);
  return order.most ? std::min(wanted, *order.most) : wanted;
}

}  // namespace hubwatt
