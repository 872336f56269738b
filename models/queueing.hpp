// Waiting in front of c equal servers with Poisson arrivals and exponential service (M/M/c), in steady state.
// `load` is arrival rate x mean service time, in erlangs; steady state needs load < servers. Not here:
// general service laws, priorities, transients.
//
// Equation: B(0) = 1, B(k) = a B(k-1) / (k + a B(k-1)); C = B / (1 - (a/c)(1 - B)); mean wait = C s / (c -
// a); P(W > t) = C exp(-(c - a) t / s). Validity: 0 <= load < servers; the recurrence only ever adds and
// divides positive numbers, so it holds for tens of thousands of servers. Source: Erlang 1917; Kleinrock,
// Queueing Systems I (1975), 3.5. Confidence: exact.
#pragma once

#include "models/quantity.hpp"

namespace hubwatt {

// Share of arrivals lost where none may wait.
double erlang_b(int servers, double load);

// Share of arrivals that wait.
double erlang_c(int servers, double load);

Duration mean_wait(int servers, double load, Duration service);

// P(W > wait).
double probability_of_longer_wait(int servers, double load, Duration service, Duration wait);

// The wait that a share `quantile` of arrivals does not exceed; zero where that many do not wait at all.
Duration wait_quantile(int servers, double load, Duration service, double quantile);

}  // namespace hubwatt
