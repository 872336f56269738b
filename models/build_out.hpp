// Supply meets demand, or does not: what servers can serve of a year's need, and how many must ship so that the need
// foreseen when they were ordered is met. Not here: what survives (cohort.hpp), who needs what, what servers draw.
//
//   Equation   activity = min(need / capacity, most utilization);  served = activity x capacity;  gap = need - served
//              foreseen for year y, from L years before = need(y - L) x (need(y - L) / need(y - L - 1))^L
//              shipments = clamp((foreseen / utilization aimed at - surviving capacity) / compute of a server, 0, most)
//   Validity   means over a year: a peak above the mean is what the highest utilization leaves room for. All work runs
//              on all servers of the class. Whoever orders knows the year's need in full, foresees growth of the
//              last year going on, and orders nothing back: after a rise that does not go on, capacity stands idle
//              until it retires. A need that was zero before has no growth to go on.
//   Source     stock adjustment with delivery lag and extrapolated expectations: Sterman, Business Dynamics (2000),
//              ch. 16 (trend as expectation) and 17 (supply lines). Confidence: paper for the form, estimate for any
//              lead time or utilization put in.
#pragma once

#include <optional>

#include "models/quantity.hpp"

namespace hubwatt {

struct Service {
  double activity = 0.0;  // of the capacity, as a mean over the year
  ComputeRate served{}, gap{};
};

// need, capacity >= 0; most_utilization in (0, 1].
Service service(ComputeRate need, ComputeRate capacity, double most_utilization);

// For `lead_time` years after the one of `need`; `year_before` is the need of the year before that one.
ComputeRate foreseen_need(ComputeRate need, ComputeRate year_before, int lead_time);

struct ServerOrder {
  double utilization = 1.0;    // aimed at, in (0, 1]
  ComputeRate of_server{};     // > 0
  std::optional<double> most{};  // shipments in a year; empty: no limit
};

// Servers to ship in a year, not rounded, for a foreseen need where so much capacity of older ones is left.
double servers_to_ship(ComputeRate foreseen, ComputeRate surviving, const ServerOrder& order);

}  // namespace hubwatt
