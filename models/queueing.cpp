#include "models/queueing.hpp"

#include <cmath>

#include "models/contract.hpp"

namespace hubwatt {

double erlang_b(int servers, double load) {
  HUBWATT_EXPECTS(servers >= 0 && load >= 0.0);
  double lost = 1.0;
  for (int k = 1; k <= servers; ++k) lost = load * lost / (k + load * lost);
  return lost;
}

double erlang_c(int servers, double load) {
  HUBWATT_EXPECTS(servers >= 1 && load < servers);
  const double lost = erlang_b(servers, load);
  return lost / (1.0 - load / servers * (1.0 - lost));
}

Duration mean_wait(int servers, double load, Duration service) {
  return erlang_c(servers, load) * service / (servers - load);
}

double probability_of_longer_wait(int servers, double load, Duration service, Duration wait) {
  const double waits = erlang_c(servers, load);
  return wait <= Duration{} ? waits : waits * std::exp(-(servers - load) * (wait / service));
}

Duration wait_quantile(int servers, double load, Duration service, double quantile) {
  HUBWATT_EXPECTS(quantile >= 0.0 && quantile < 1.0);
  const double waits = erlang_c(servers, load);
  const double beyond = 1.0 - quantile;
  if (waits <= beyond) return Duration{};
  return service * (std::log(waits / beyond) / (servers - load));
}

}  // namespace hubwatt
