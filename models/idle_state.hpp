// A state that a server without work may fall into: standby, or switched off. Not here: when it does (racks of the
// platform say after how long), and who wakes it.
//
//   Equation   asleep it draws `power`; to wake it takes `wake_time` and draws `wake_energy` meanwhile, evenly;
//              after sleeping for longer than break_even_time() the state has saved energy.
//   Validity   one state, left only by waking; falling asleep takes no time and no energy beyond.
//   Source     states S3 and S5 of ACPI; boot energy and time as in Gandhi et al., "Are sleep states effective in
//              data centers?", IGCC 2012. Confidence: paper for the form, estimate for the figures (catalogue).
#pragma once

#include <string>

#include "models/quantity.hpp"

namespace hubwatt {

struct IdleState {
  std::string name;
  Power power{};
  Duration wake_time{};  // above 0
  Energy wake_energy{};  // all that is drawn while it wakes

  Power wake_power() const { return wake_energy / wake_time; }
};

// How long a server of that idle power has to sleep for the state to pay: wake energy over power saved.
constexpr Duration break_even_time(const IdleState& state, Power idle) {
  return state.wake_energy / (idle - state.power);
}

}  // namespace hubwatt
