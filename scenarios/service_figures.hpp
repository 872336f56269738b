// What a service did in one hub over a step, or everywhere over the run: sums of requests, with the quantile of the
// time to the first token. Requests are those of the scenario; energy is that of one simulated server, so that
// energy per token does not depend on what racks represent.
#pragma once

#include "models/quantity.hpp"
#include "scenarios/log_histogram.hpp"

namespace hubwatt {

struct ServiceFigures {
  double requests = 0.0;          // asked for
  double served = 0.0;
  double met = 0.0;               // first token in time
  double latency_s = 0.0;         // sum of mean times to the first token, over served requests
  double tokens = 0.0;            // made
  Duration replica_time{};
  Duration busy_replica_time{};   // times utilization
  Duration active_replica_time{};  // times activity
  Energy energy{};                // of the accelerators held, idle part included
  double p99_s = 0.0;             // worst of the flows of a step, by interval

  ServiceFigures& operator+=(const ServiceFigures& o) {
    requests += o.requests, served += o.served, met += o.met, latency_s += o.latency_s, tokens += o.tokens;
    replica_time += o.replica_time, busy_replica_time += o.busy_replica_time;
    active_replica_time += o.active_replica_time, energy += o.energy;
    p99_s = o.p99_s > p99_s ? o.p99_s : p99_s;
    return *this;
  }

  // Figures per second held for this many seconds.
  ServiceFigures over(double seconds) const {
    ServiceFigures sum = *this;
    sum.requests *= seconds, sum.served *= seconds, sum.met *= seconds, sum.latency_s *= seconds;
    sum.tokens *= seconds, sum.replica_time *= seconds, sum.busy_replica_time *= seconds;
    sum.active_replica_time *= seconds, sum.energy *= seconds;
    return sum;
  }
};

// Times to the first token from 0.1 ms to a day, to 1 %.
inline LogHistogram first_token_histogram() { return LogHistogram(1e-4, 86400.0, 0.01); }

}  // namespace hubwatt
