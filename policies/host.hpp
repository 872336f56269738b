// The policies of a run: four decisions, each made by a loaded module behind its checks.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "policies/choice.hpp"
#include "policies/cooling_policy.hpp"
#include "policies/dispatch_policy.hpp"
#include "policies/schedule_policy.hpp"
#include "policies/supply_policy.hpp"

namespace hubwatt {

// What a manifest says about a policy.
struct PolicyUse {
  Decision decision;
  std::string name;
  std::string version;
};

struct Policies {
  DispatchPolicy dispatch;
  SchedulePolicy schedule;
  CoolingPolicy cooling;
  SupplyPolicy supply;

  // Paths among the choices are relative to `directory`, that of the scenario. Throws one PolicyError that
  // names everything wrong with the four choices, a line each.
  static Policies load(const PolicyChoices& choices, std::uint32_t hub_count,
                       const std::filesystem::path& directory);

  std::vector<PolicyUse> uses() const;  // in the order of the members
};

}  // namespace hubwatt
