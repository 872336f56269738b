// The four kinds of decision a policy may take, under the names of a scenario's [policy] table.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "policies/abi.h"

namespace hubwatt {

enum class Decision : std::uint32_t {
  dispatch = HW_DISPATCH,
  schedule = HW_SCHEDULE,
  cooling = HW_COOLING,
  supply = HW_SUPPLY,
};

inline constexpr std::array all_decisions = {Decision::dispatch, Decision::schedule, Decision::cooling,
                                             Decision::supply};

constexpr bool takes(std::uint32_t decisions, Decision decision) {
  return (decisions & static_cast<std::uint32_t>(decision)) != 0;
}

constexpr std::string_view to_text(Decision decision) {
  switch (decision) {
    case Decision::dispatch:
      return "dispatch";
    case Decision::schedule:
      return "schedule";
    case Decision::cooling:
      return "cooling";
    case Decision::supply:
      return "supply";
  }
  return "?";
}

// "dispatch, supply" for HW_DISPATCH | HW_SUPPLY.
inline std::string decision_names(std::uint32_t decisions) {
  std::string names;
  for (const Decision decision : all_decisions) {
    if (!takes(decisions, decision)) continue;
    if (!names.empty()) names += ", ";
    names += to_text(decision);
  }
  return names;
}

}  // namespace hubwatt
