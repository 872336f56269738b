// Finds policies by name or path, and lists those there are.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "policies/decision.hpp"
#include "policies/module.hpp"

namespace hubwatt {

struct PolicyInfo {
  std::string name;
  std::string version;
  std::string summary;
  std::uint32_t decisions = 0;  // HW_DISPATCH | ...
  std::filesystem::path file;
  std::string problem;  // why it cannot be used (then only name and file are set); otherwise empty
};

// Where NAME.so is looked for: lib/hubwatt/policies of the installation or build tree the program is in, then
// the directories of the environment variable HUBWATT_POLICY_PATH (separated by colons).
std::vector<std::filesystem::path> policy_directories();

// Every module of those directories by name, also those that cannot be loaded. Of equal file names only the
// first, as that is the one found.
std::vector<PolicyInfo> available_policies();

// A value with a '/' or ending in ".so" is a path, relative to `directory`; any other is a name. Throws
// PolicyError when there is none, when it cannot be used, or when it does not take this decision.
Module find_policy(std::string_view value, Decision decision, const std::filesystem::path& directory);

}  // namespace hubwatt
