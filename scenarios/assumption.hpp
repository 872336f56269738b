// The assumptions behind a scenario: figures whose confidence is `estimate`, each once however many hubs read it, and
// platform and workloads as they would be with one of them changed. What the change does is assumption_effects.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario.hpp"
#include "scenarios/workload_changes.hpp"

namespace hubwatt {

struct Assumption {
  std::string
      name;  // "cooling.indirect-evaporative.fans.share", or "hub.*.grid.price" where a [[basis]] covers it
  std::string value;  // as TOML; "14 values" where they differ
  std::string file;
  int line = 0;
  std::string source;
  std::vector<std::string> keys;  // of the inputs that read it
};

struct Variation {
  Platform platform;
  std::string change;  // "+10 %", "+1 K"; "-10 %" where a limit refuses more
  WorkloadChanges workloads;
};

// Of platform and workloads, in the order in which they were read.
std::vector<Assumption> estimates_of(const Scenario& scenario);

// Every figure of the assumption higher by a tenth (a temperature by 1 K), or lower where a limit refuses that; nothing
// where it is no figure, or limits refuse both.
std::optional<Variation> varied(const Scenario& scenario, const Assumption& assumption);

}  // namespace hubwatt
