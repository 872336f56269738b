// What a finished run knows beside its tables: the sums the KPIs are made of. Immutable; read by kpi.hpp and
// run_summary.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/battery_ageing.hpp"
#include "platforms/simgrid_transfers.hpp"
#include "policies/host.hpp"
#include "scenarios/job_statistics.hpp"
#include "scenarios/outages.hpp"
#include "scenarios/service_figures.hpp"
#include "scenarios/step_samples.hpp"
#include "scenarios/tally.hpp"

namespace hubwatt {

struct HubResult {
  Tally sums;
  Power peak{};               // highest step mean of the facility
  double relative_error = 0.0;
  std::optional<BatteryWear> battery_wear;  // where it is followed
};

struct ServiceResult {
  ServiceFigures sums;
  double p99_first_token_s = 0.0;
};

// Peaks of hubs taken together, step by step: not the sum of their own.
struct JointPeaks {
  Power total{}, east{}, west{};
};

struct RunResult {
  std::vector<HubResult> hubs;
  std::vector<std::vector<StepSample>> samples;  // beside hubs, where the run was asked to keep them
  JointPeaks peaks;
  JobStatistics jobs;
  std::vector<ServiceResult> services;
  std::vector<LinkUse> links;
  std::vector<OutageResult> outages;  // beside Scenario::outages
  std::vector<PolicyUse> policies;
};

}  // namespace hubwatt
