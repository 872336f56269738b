// Key performance indicators of a hub, a side or the whole fleet, from sums: fleet figures are ratios of sums, never
// means of ratios. Definitions: the table in kpi_fields(), which is also the manual. A ratio whose denominator is
// zero has no value.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "scenarios/run_result.hpp"
#include "scenarios/scenario.hpp"

namespace hubwatt {

// Renewable energy whose attributes a hub holds, against its own energy: nothing of it covers another hub's.
struct GreenEnergy {
  Energy counted{};       // at most the facility energy
  Energy certificates{};  // the part of it with certificates, which fill what supply and grid leave
  Energy surplus{};       // held beyond the facility energy
};

// Everything KPIs are made of, for one hub or several.
struct KpiInput {
  Tally sums;
  Power peak{};
  Carbon market{};              // its rules hold hub by hub: certificates of one do not cover another's energy
  GreenEnergy green;            // so do these
  Carbon embodied{};
  Water stressed_water{};       // site water weighted by the stress of its place
  double racks = 0.0;           // real racks with equipment
  double rack_positions = 0.0;  // real racks there is room for
  double cpu_servers = 0.0;     // real ones
  double cpu_utilization = 0.0;  // sum over them
  Power installed_it{};         // peak of all servers
  Duration period{};
};

KpiInput kpi_input(const Hub& hub, const Platform& platform, const HubResult& result, Duration period);
// Hubs side by side; `peak` is that of the sum.
KpiInput joined(std::span<const KpiInput> hubs, Power peak);

using KpiValue = std::variant<std::optional<double>, std::string>;

struct KpiField {
  const char* key;
  const char* definition;
  KpiValue (*value)(const KpiInput&);
};

// In the order of summary.json.
std::span<const KpiField> kpi_fields();

// The figures that rules and reports ask for by themselves.
std::optional<double> pue(const KpiInput& input);
std::optional<double> green_share(const KpiInput& input);
const char* pue_kind(Duration period);

}  // namespace hubwatt
