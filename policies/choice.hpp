// Which policies a scenario asks for, as written in its [policy] table.
#pragma once

#include <map>
#include <string>

namespace hubwatt {

// Which module makes one kind of decision, and its options as text.
struct PolicyChoice {
  std::string name;  // "easy-backfill", or a path to a .so
  std::map<std::string, std::string> options;
};

struct PolicyChoices {
  PolicyChoice dispatch{"nearest", {}};
  PolicyChoice schedule{"fcfs", {}};
  PolicyChoice cooling{"fixed", {}};
  PolicyChoice supply{"none", {}};
};

}  // namespace hubwatt
