// The servers of a projection over the years: what is in service, what it can compute, what is asked of it, what it
// draws. One draw of the uncertain inputs at a time. Not here: where the load stands (load_years.hpp).
//
//   Equation   servers(y) = sum over years v of shipments(v) x surviving share(y - v); compute and power are sums over
//              the same years, each of its own make. IT power = idle + (peak - idle) x activity. Demands share the
//              servers that name them: activity = need / compute, at most `most_utilization`; the rest is a gap.
//              Need(y) = compute(y) x product over k <= y of (1 - algorithms(k)), from the second year on.
//   Validity   years of 8760 h. Demands that share servers share all of them.
#pragma once

#include <vector>

#include "scenarios/projection/projection.hpp"

namespace hubwatt {

// One class in one year. Power and `computing` are of the stock that the year's energy is counted with.
struct ClassYear {
  double shipped = 0.0;
  double servers = 0.0, compute = 0.0, fp32 = 0.0;  // at the year's end; FLOPS
  double counted = 0.0, computing = 0.0, idle_w = 0.0, peak_w = 0.0;
  double activity = 0.0;
  double embodied_kg = 0.0;  // of a year: spread evenly over a mean life

  double power_w() const { return idle_w + (peak_w - idle_w) * activity; }
};

struct DemandYear {
  double need = 0.0, gap = 0.0;  // FLOPS, mean over the year
};

struct FleetYear {
  std::vector<ClassYear> classes;  // beside Projection::servers
  std::vector<DemandYear> demands;
  double stored = 0.0, storage_w = 0.0;     // bytes
  double bandwidth = 0.0, network_w = 0.0;  // byte/s

  double fp32() const;
  double power_w() const;
};

// From the first year to the last. Empty where no servers are told.
std::vector<FleetYear> fleet_years(const Projection& projection, Draw draw);

}  // namespace hubwatt
